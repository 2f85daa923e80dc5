using System.Text.Json.Nodes;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>Says how one JSON text differs from another, member by member. The order of members does not matter, that of array elements does.</summary>
internal static class JsonDifferences
{
    public static IEnumerable<string> Between(string path, JsonNode? expected, JsonNode? came) =>
        (expected, came) switch
        {
            (JsonObject documented, JsonObject sent) => documented
                .Select(member => member.Key)
                .Union(sent.Select(member => member.Key), StringComparer.Ordinal)
                .SelectMany(name =>
                    documented.ContainsKey(name) && sent.ContainsKey(name)
                        ? Between($"{path}.{name}", documented[name], sent[name])
                        : [$"{path}.{name}: {Shown(documented, name)} is documented, {Shown(sent, name)} came."]
                ),
            (JsonArray documented, JsonArray sent) when documented.Count == sent.Count => documented.SelectMany(
                (element, index) => Between($"{path}[{index}]", element, sent[index])
            ),
            _ when JsonNode.DeepEquals(expected, came) => [],
            _ => [$"{path}: {Shown(expected)} is documented, {Shown(came)} came."],
        };

    private static string Shown(JsonObject json, string name) => json.ContainsKey(name) ? Shown(json[name]) : "nothing";

    private static string Shown(JsonNode? json) => json?.ToJsonString() ?? "null";
}
