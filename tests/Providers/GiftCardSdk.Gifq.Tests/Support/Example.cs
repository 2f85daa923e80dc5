using System.Text.Json.Nodes;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>The JSON examples of GIFQ's documents, word for word.</summary>
internal static class Example
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

    /// <summary>The headers of the documented page, of the only page there is.</summary>
    public static IReadOnlyDictionary<string, string> PageHeaders { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["current-page"] = "1",
            ["page-items"] = "1",
            ["total-count"] = "1",
            ["total-pages"] = "1",
        };

    /// <summary>Fails unless both texts are the same JSON, whatever the order of members.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        JsonNode
            .DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected))
            .ShouldBeTrue($"expected {expected}{Environment.NewLine}but was {actual}");
}
