using System.Text.Json.Nodes;

namespace GiftCardSdk.Tool.Reports;

/// <summary>Orders as their providers show them.</summary>
internal sealed class OrdersReport(IReadOnlyList<Order> orders, bool reveals) : Report
{
    public override JsonNode ToJson() =>
        orders is [var only] ? OrderJson.Of(only, reveals) : Json.Array(orders, order => OrderJson.Of(order, reveals));

    public override void Show(Screen screen)
    {
        foreach (var order in orders)
        {
            Show(screen, order);
        }
    }

    private void Show(Screen screen, Order order)
    {
        screen.Facts(
            ("order", order.Id),
            ("account", $"{order.Account} ({order.Provider})"),
            ("reference", order.Reference?.Value ?? ""),
            ("status", order.WasReplayed ? $"{order.Status}, bought before" : order.Status.ToString()),
            ("created", Words.Of(order.CreatedAt)),
            ("cost", Words.Of(order.TotalCost))
        );
        screen.Table(
            order.Status.IsFinal ? "It has no cards." : "Its cards come later: giftcards status shows them.",
            ["card", "face value", "delivery", "redemption", "link or code"],
            order.Rewards.Select(reward =>
                new[]
                {
                    reward.Id ?? reward.ProductId ?? "",
                    reward.FaceValue?.ToString() ?? "not said",
                    reward.Delivery.Value,
                    reward.Redemption.Value,
                    reward.Redeemable is null ? "not here"
                    : reveals ? "below"
                    : Secret.Mask,
                }
            )
        );
        foreach (var (name, text) in reveals ? order.Rewards.SelectMany(Secrets.Of) : [])
        {
            // Not in a table: a code that is broken into two lines is copied wrongly.
            screen.Whole($"{name}: {text}");
        }
    }
}
