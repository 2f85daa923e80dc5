using GiftCardSdk.Adapters;

namespace GiftCardSdk.Webhooks;

/// <summary>What an order shows to have happened. The same order gives the same events at every reading, and their ids tell which are known.</summary>
internal static class OrderEvents
{
    public static IEnumerable<WebhookEvent> Of(Order order) =>
        [
            .. EndOf(order.Status) is { } end ? [Event(order, end)] : Enumerable.Empty<WebhookEvent>(),
            .. IsDelivered(order) ? [Event(order, GiftCardEventKind.Delivered)] : Enumerable.Empty<WebhookEvent>(),
            .. order.Rewards.SelectMany(reward => Of(order, reward)),
        ];

    /// <summary>Whether something of it is still on its way, as far as the provider shows it.</summary>
    public static bool IsOnItsWay(Order order) =>
        !order.Status.IsFinal
        || order.Rewards.Any(reward => reward.Delivery == DeliveryState.Pending || reward.Delivery == DeliveryState.Delayed);

    /// <summary>Whether a card can still be claimed, as far as the provider shows it.</summary>
    public static bool IsRedeemable(Order order) => order.Rewards.Any(reward => reward.Redemption == RedemptionState.Redeemable);

    private static GiftCardEventKind? EndOf(OrderStatus status) =>
        status == OrderStatus.Completed ? GiftCardEventKind.OrderCompleted
        : status == OrderStatus.Failed ? GiftCardEventKind.OrderFailed
        : status == OrderStatus.Cancelled ? GiftCardEventKind.OrderCancelled
        : null;

    private static bool IsDelivered(Order order)
    {
        // Those of refused recipients were never made.
        Reward[] made = [.. order.Rewards.Where(reward => reward.Delivery != DeliveryState.Refused)];
        return order.Status == OrderStatus.Completed && made.Length > 0 && made.All(reward => reward.Delivery == DeliveryState.Delivered);
    }

    private static IEnumerable<WebhookEvent> Of(Order order, Reward reward)
    {
        if (reward.Delivery == DeliveryState.Undeliverable || reward.Delivery == DeliveryState.Suppressed)
        {
            yield return Event(order, GiftCardEventKind.Bounced, reward);
        }

        if (reward.Redemption == RedemptionState.Redeemed)
        {
            yield return Event(order, GiftCardEventKind.Redeemed, reward) with
            {
                OccurredAt = reward.RedeemedAt,
            };
        }

        if (reward.Redemption == RedemptionState.Expired)
        {
            yield return Event(order, GiftCardEventKind.Expired, reward);
        }
    }

    private static WebhookEvent Event(Order order, GiftCardEventKind kind, Reward? reward = null) =>
        new()
        {
            Kind = kind,
            OrderId = order.Id,
            RewardId = reward?.Id,
        };
}
