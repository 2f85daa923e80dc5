using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox.Tests;

/// <summary>Compares bodies by form: every member of the example is there, of the same kind; more members may be.</summary>
internal static class GifqShape
{
    public static void ShouldCover(this JsonNode? actual, string example) => Compare(JsonNode.Parse(example), actual, "$");

    private static void Compare(JsonNode? example, JsonNode? actual, string path)
    {
        switch (example)
        {
            // A null in an example says that the member is there, and nothing about its kind.
            case null:
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    var holder = actual.ShouldBeOfType<JsonObject>(path);
                    holder.ContainsKey(name).ShouldBeTrue($"{path}.{name} is missing in {holder}");
                    Compare(value, holder[name], $"{path}.{name}");
                }

                break;
            case JsonArray { Count: > 0 } entries:
                Compare(entries[0], actual.ShouldBeOfType<JsonArray>(path)[0], path + "[0]");
                break;
            default:
                (actual?.GetValueKind() ?? JsonValueKind.Null).ShouldBe(example.GetValueKind(), path);
                break;
        }
    }
}
