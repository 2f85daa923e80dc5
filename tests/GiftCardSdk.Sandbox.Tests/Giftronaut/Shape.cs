using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

/// <summary>Compares an answer with a documented example: every member that is documented is there, and of the same kind.</summary>
internal static class Shape
{
    public static void ShouldHaveTheShapeOf(this JsonElement actual, string example, string path = "$")
    {
        using var document = JsonDocument.Parse(example);
        Compare(actual, document.RootElement, path);
    }

    private static void Compare(JsonElement actual, JsonElement example, string path)
    {
        actual.ValueKind.ShouldBe(example.ValueKind, path);
        if (example.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in example.EnumerateObject())
            {
                actual.TryGetProperty(member.Name, out var value).ShouldBeTrue($"{path}.{member.Name} is missing");
                Compare(value, member.Value, $"{path}.{member.Name}");
            }
        }
        else if (example.ValueKind == JsonValueKind.Array)
        {
            actual.GetArrayLength().ShouldBeGreaterThan(0, path);
            Compare(actual[0], example[0], path + "[0]");
        }
    }
}
