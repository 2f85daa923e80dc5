using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>What webhooks tell of orders and cards, in the shape of the older API's callback. Guarded by the twin's lock.</summary>
internal sealed class HuurayWebhooks(HuurayTwinOptions options, SandboxWebhooks webhooks)
{
    public const string Ordered = "order";
    public const string Delivered = "delivery";
    public const string Opened = "open";
    public const string Redeemed = "redemption";

    private const int FirstOrder = 640_001;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Events { get; } = [Ordered, Delivered, Opened, Redeemed];

    public static IReadOnlyList<(string Name, string Value)> Sign(SandboxWebhook webhook, string secret, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            ("X-Huuray-Event", webhook.Event),
            ("X-Huuray-Delivery", webhook.Id),
            ("X-Huuray-Timestamp", timestamp),
            ("X-Huuray-Signature", "sha256=" + SandboxWebhooks.Hmac(secret, $"{timestamp}.{webhook.Body}")),
        ];
    }

    public void Raise(string what, HuurayOrder order, IEnumerable<HuurayCard> cards, DateTimeOffset now)
    {
        var shown = cards.Select(card => card.Show(options.IncludeCodes).Pick("ID", "Code", "CVV", "RedeemLink", "Expires"));
        var body = new JsonObject
        {
            ["OrderUID"] = order.Uid,
            ["ID"] = Number(order),
            ["UID"] = "K7-" + order.Uid[..8],
            ["RefID"] = order.RefId,
            ["Vouchers"] = Json.Array(shown),
        };
        webhooks.Raise(what, body.ToJsonString(), now, order.RefId);
    }

    // Only callbacks know orders by number.
    private int Number(HuurayOrder order)
    {
        _numbers.TryAdd(order.Uid, FirstOrder + _numbers.Count);
        return _numbers[order.Uid];
    }
}
