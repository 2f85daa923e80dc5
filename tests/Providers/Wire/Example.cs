using System.Text.Json.Nodes;

namespace GiftCardSdk.Providers.Wire;

/// <summary>The JSON examples of the provider's documents, word for word.</summary>
internal static partial class Example
{
    public static string Read(string name)
    {
        using var stream =
            typeof(Example).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new ArgumentException($"There is no example {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>An example with a part of it changed.</summary>
    public static string Read(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Read(name))!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    /// <summary>Fails unless both texts are the same JSON, whatever the order of members.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        JsonNode
            .DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected))
            .ShouldBeTrue($"expected {expected}{Environment.NewLine}but was {actual}");
}
