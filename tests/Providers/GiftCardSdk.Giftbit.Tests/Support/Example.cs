using System.Text.Json.Nodes;

namespace GiftCardSdk.Providers.Wire;

internal static partial class Example
{
    /// <summary>The documented answer about one reward: the reward of the documented list, alone.</summary>
    public static string OneGift(Action<JsonObject>? change = null)
    {
        var gift = JsonNode.Parse(Read("gifts-list"))!["gifts"]![0]!.DeepClone().AsObject();
        change?.Invoke(gift);
        return new JsonObject { ["gift"] = gift, ["status"] = 200 }.ToJsonString();
    }
}
