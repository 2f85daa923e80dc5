using System.Text.Json.Nodes;

namespace GiftCardSdk.Providers.Wire;

internal static partial class Example
{
    /// <summary>The documented product, alone.</summary>
    public static string OneProduct(Action<JsonObject>? change = null)
    {
        var product = JsonNode.Parse(Read("products-list"))!["Data"]![0]!.DeepClone().AsObject();
        change?.Invoke(product);
        return product.ToJsonString();
    }

    /// <summary>The same JSON with every member name beginning with a small letter, as the sister deployment writes.</summary>
    public static string InCamelCase(string json) => Camel(JsonNode.Parse(json))!.ToJsonString();

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
