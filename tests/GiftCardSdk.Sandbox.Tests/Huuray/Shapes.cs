using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>Compares two JSON documents by member names and kinds, not by values.</summary>
internal static class Shapes
{
    /// <summary>Every difference in words. A null stands for any kind; of an array the first element is looked at.</summary>
    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path = "$")
    {
        var (one, other) = (Kind(expected), Kind(actual));
        if (one == JsonValueKind.Null || other == JsonValueKind.Null)
        {
            return [];
        }

        return one != other ? [$"{path}: {one} was expected, {other} is there"]
            : one == JsonValueKind.Object ? Members(expected, actual, path)
            : one == JsonValueKind.Array && expected.GetArrayLength() > 0 && actual.GetArrayLength() > 0
                ? Differences(expected[0], actual[0], path + "[0]")
            : [];
    }

    private static IEnumerable<string> Members(JsonElement expected, JsonElement actual, string path)
    {
        var (there, wanted) = (Names(actual), Names(expected));
        return wanted
            .Except(there, StringComparer.Ordinal)
            .Select(name => $"{path}.{name} is missing")
            .Concat(there.Except(wanted, StringComparer.Ordinal).Select(name => $"{path}.{name} is not documented"))
            .Concat(
                wanted
                    .Intersect(there, StringComparer.Ordinal)
                    .SelectMany(name => Differences(expected.GetProperty(name), actual.GetProperty(name), $"{path}.{name}"))
            );
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static JsonValueKind Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
