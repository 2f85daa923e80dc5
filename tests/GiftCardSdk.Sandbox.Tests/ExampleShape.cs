using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox.Tests;

/// <summary>Compares an answer with a documented example by the names and kinds of its members, not by their values.</summary>
internal static class ExampleShape
{
    /// <summary>
    /// Every documented member is there, and of the documented kind. A null of the example says nothing about the kind, and of an array the first
    /// element is looked at.
    /// </summary>
    /// <param name="actual">The answer.</param>
    /// <param name="example">The example.</param>
    /// <param name="isWhole">Whether nothing else may be there, either.</param>
    public static void ShouldHaveTheShapeOf(this JsonElement actual, string example, bool isWhole = false)
    {
        using var document = JsonDocument.Parse(example);
        Differences(document.RootElement, actual, isWhole, "$").ShouldBeEmpty();
    }

    public static void ShouldHaveTheShapeOf(this JsonNode? actual, string example)
    {
        using var document = JsonDocument.Parse(actual?.ToJsonString() ?? "null");
        document.RootElement.ShouldHaveTheShapeOf(example);
    }

    private static IEnumerable<string> Differences(JsonElement example, JsonElement actual, bool isWhole, string path) =>
        Kind(example) == JsonValueKind.Null ? []
        : Kind(example) != Kind(actual) ? [$"{path}: {Kind(example)} is documented, {Kind(actual)} is there"]
        : Kind(example) == JsonValueKind.Object ? OfMembers(example, actual, isWhole, path)
        : Kind(example) != JsonValueKind.Array || example.GetArrayLength() == 0 ? []
        : actual.GetArrayLength() == 0 ? [$"{path}: elements are documented, none is there"]
        : Differences(example[0], actual[0], isWhole, path + "[0]");

    private static IEnumerable<string> OfMembers(JsonElement example, JsonElement actual, bool isWhole, string path)
    {
        var missing = example
            .EnumerateObject()
            .SelectMany(member =>
                actual.TryGetProperty(member.Name, out var value)
                    ? Differences(member.Value, value, isWhole, $"{path}.{member.Name}")
                    : [$"{path}.{member.Name} is missing"]
            );
        var strange = actual
            .EnumerateObject()
            .Where(member => isWhole && !example.TryGetProperty(member.Name, out _))
            .Select(member => $"{path}.{member.Name} is not documented");
        return [.. missing, .. strange];
    }

    private static JsonValueKind Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
