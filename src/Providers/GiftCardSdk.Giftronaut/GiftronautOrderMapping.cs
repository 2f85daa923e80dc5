using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Giftronaut's orders in neutral words.</summary>
internal sealed class GiftronautOrderMapping(GiftronautSettings settings)
{
    /// <summary>An order that was placed here, now or before.</summary>
    public Order Placed(GiftronautOrder order, OrderSubmission submission)
    {
        var request = submission.Request;
        var mapped = Of(order, RewardDetail.Secrets, request.Lines);
        return mapped with
        {
            ProviderKey = submission.ProviderKey,
            Delivery = request.Delivery,
            Status =
                // The answer to an order shows no cards: they are read before it counts as complete.
                mapped.Status == OrderStatus.Completed
                && order.Recipients is null
                    ? OrderStatus.Pending
                : mapped.Status == OrderStatus.Pending
                && request.SendAt is not null
                && ProviderWords.Same(order.Status, GiftronautWords.OrderStatus.Pending)
                    ? OrderStatus.Scheduled
                : mapped.Status,
            WasReplayed = order.WasReplayed,
        };
    }

    /// <summary>An order as it is read.</summary>
    /// <param name="order">The order.</param>
    /// <param name="detail">How much of its cards.</param>
    /// <param name="lines">What was ordered, where that is known: an order shows neither products nor currencies.</param>
    public Order Of(GiftronautOrder order, RewardDetail detail, IReadOnlyList<OrderLine> lines) =>
        new()
        {
            Id = order.OrderId,
            Provider = GiftronautDefaults.Provider,
            Account = settings.AccountName,
            Status = StatusOf(order),
            RawStatus = order.Status,
            Delivery = DeliveryOf(order),
            Lines = lines,
            Rewards = detail == RewardDetail.None ? [] : GiftronautRewards.Of(order, detail, lines),
            TotalCost = GiftronautAmounts.OrNull(order.TotalCost),
            CreatedAt = order.CreatedAt,
            WasReplayed = order.WasReplayed,
        };

    /// <summary>An order as a list shows it: without its cards, so that the status is the list's own word.</summary>
    public Order Listed(GiftronautOrder order) => Of(order, RewardDetail.None, []) with { Status = settings.Statuses.Of(order.Status) };

    /// <summary>Reward links count as complete only when every one of them can be read.</summary>
    private OrderStatus StatusOf(GiftronautOrder order)
    {
        var status = settings.Statuses.Of(order.Status);
        return status == OrderStatus.Completed && IsLinks(order) && GiftronautRewards.LacksLinks(order) ? OrderStatus.Pending
            : status == OrderStatus.Pending
            && ProviderWords.Same(order.Status, GiftronautWords.OrderStatus.Pending)
            && ProviderWords.Same(order.SendTiming?.Type, GiftronautWords.SendTimingType.Scheduled)
                ? OrderStatus.Scheduled
            : status;
    }

    private static Delivery? DeliveryOf(GiftronautOrder order) =>
        IsLinks(order) ? Delivery.Returned
        : IsForRecipients(order) || GiftronautRewards.Shown(order).Any(recipient => recipient.Email is not null) ? Delivery.Email
        : null;

    /// <summary>By its type; where that does not say it, by cards that belong to nobody.</summary>
    public static bool IsLinks(GiftronautOrder order) =>
        ProviderWords.Same(order.OrderType, GiftronautWords.OrderType.Link)
        || (!IsForRecipients(order) && GiftronautRewards.Shown(order) is [_, ..] shown && shown.All(recipient => recipient.Email is null));

    private static bool IsForRecipients(GiftronautOrder order) =>
        ProviderWords.Same(order.OrderType, GiftronautWords.OrderType.OneTime)
        || ProviderWords.Same(order.OrderType, GiftronautWords.OrderType.Campaign);
}
