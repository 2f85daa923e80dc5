using System.Text.Json.Nodes;
using GiftCardSdk.Testing.WireMock;

namespace GiftCardSdk.Providers.Wire;

/// <summary>What the documents of the provider show, word for word.</summary>
internal static partial class Example
{
    /// <summary>The provider whose adapter is tested: the second part of the name of its tests.</summary>
    public static string Provider { get; } = typeof(Example).Assembly.GetName().Name!.Split('.')[1].ToLowerInvariant();

    public static IReadOnlyDictionary<string, DocumentedExample> All { get; } =
        GiftCardWireMock.ExamplesOf(Provider).ToDictionary(example => example.Name, StringComparer.Ordinal);

    /// <summary>A mapping that lies beside the tests; null if there is none of this name.</summary>
    public static string? Own(string name)
    {
        using var stream = typeof(Example).Assembly.GetManifestResourceStream($"{name}.json");
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }

    /// <summary>The body of a documented answer.</summary>
    public static string Read(string name) => All[name].Body;

    /// <summary>The same with a part of it changed.</summary>
    public static string Read(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Read(name))!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    /// <summary>The body of a documented request.</summary>
    public static string Request(string name) => All[name].RequestBody!;

    /// <summary>Fails unless both texts are the same JSON, whatever the order of members.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        JsonNode
            .DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected))
            .ShouldBeTrue($"expected {expected}{Environment.NewLine}but was {actual}");
}
