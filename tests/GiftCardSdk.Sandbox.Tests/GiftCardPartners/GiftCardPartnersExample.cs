using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests;

/// <summary>Compares an answer with a documented body: every documented member is there, and of the documented kind.</summary>
internal static class GiftCardPartnersExample
{
    public static void ShouldLookLike(this JsonElement actual, string example) =>
        Compare(actual, JsonDocument.Parse(example).RootElement, "$");

    private static void Compare(JsonElement actual, JsonElement documented, string path)
    {
        if (documented.ValueKind != JsonValueKind.Null)
        {
            Kind(actual).ShouldBe(Kind(documented), path);
        }

        if (documented.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in documented.EnumerateObject())
            {
                actual.TryGetProperty(member.Name, out var value).ShouldBeTrue($"{path}.{member.Name} is missing");
                Compare(value, member.Value, $"{path}.{member.Name}");
            }
        }
        else if (documented.ValueKind == JsonValueKind.Array && documented.GetArrayLength() > 0)
        {
            actual.GetArrayLength().ShouldBePositive(path);
            Compare(actual[0], documented[0], path + "[0]");
        }
    }

    private static JsonValueKind Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
