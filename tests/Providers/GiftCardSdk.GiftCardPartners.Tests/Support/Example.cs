using System.Text.Json.Nodes;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>The JSON examples of the provider's documents, word for word.</summary>
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

    /// <summary>The documented product, alone.</summary>
    public static string OneProduct(Action<JsonObject>? change = null)
    {
        var product = JsonNode.Parse(Read("products"))!["Data"]![0]!.DeepClone().AsObject();
        change?.Invoke(product);
        return product.ToJsonString();
    }

    /// <summary>The same JSON with every member name beginning with a small letter, as the sister deployment writes.</summary>
    public static string InCamelCase(string json) => Camel(JsonNode.Parse(json))!.ToJsonString();

    /// <summary>Fails unless both texts are the same JSON, whatever the order of members.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        JsonNode
            .DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected))
            .ShouldBeTrue($"expected {expected}{Environment.NewLine}but was {actual}");

    private static JsonNode? Camel(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(char.ToLowerInvariant(member.Key[0]) + member.Key[1..], Camel(member.Value)))
            ),
            JsonArray elements => new JsonArray([.. elements.Select(Camel)]),
            null => null,
            var value => value.DeepClone(),
        };
}
