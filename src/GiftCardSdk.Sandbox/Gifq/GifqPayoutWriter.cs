using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes batches and payouts. Never a claim token: the merchant does not see it.</summary>
internal sealed class GifqPayoutWriter(GifqReplies replies)
{
    public PayoutOrder Write(GifqPayoutOrder order, DateTimeOffset now) =>
        new()
        {
            Id = order.Id,
            CampaignId = order.Campaign.Id,
            Status = replies.Word(order.Status(now)),
            WalletCurrency = order.Charge.Currency,
            TotalAmount = order.Charge.Total,
            RecipientsCount = order.Payouts.Count,
            ExpiresInDays = order.ExpiresInDays,
            CallbackUrl = order.CallbackUrl,
            FxFee = order.Charge.ToWire(),
            CreatedAt = GifqReplies.Time(order.CreatedAt),
        };

    public Payout Write(GifqPayout payout) =>
        new()
        {
            Id = payout.Id,
            PayoutOrderId = payout.Order.Id,
            CampaignId = payout.Order.Campaign.Id,
            Email = payout.Share.Email,
            Name = payout.Share.Name,
            Amount = payout.Share.Amount,
            Currency = payout.Share.Currency,
            Status = replies.Word(payout.Status),
            Brand = payout.Brand,
            ExpiresAt = GifqReplies.Time(payout.ExpiresAt),
            RedeemedAt = payout.RedeemedAt is { } at ? GifqReplies.Time(at) : null,
            CreatedAt = GifqReplies.Time(payout.Order.CreatedAt),
        };
}
