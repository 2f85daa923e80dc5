using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Giftbit's rewards and links in neutral words.</summary>
internal sealed class GiftbitRewards(GiftbitTime time)
{
    /// <summary>A reward of an order that was read with it.</summary>
    public Reward Of(GiftbitGift gift, GiftbitCampaign campaign, Order order)
    {
        var line =
            GiftbitOrderMapping.HasLinks(campaign) && order.Lines.Count == 1
                ? 0
                : GiftbitRecipients.LineOf(gift.RecipientEmail, order.Lines);
        return Of(gift) with
        {
            Line = line,
            Recipient = (line is { } index ? order.Lines[index].Recipient : null) ?? Recipient(gift),
            FaceValue = GiftbitMoney.OrNull(gift.PriceInCents, GiftbitOrderMapping.FaceValueOf(campaign)?.Currency),
            Delivery = DeliveryOf(gift.DeliveryStatus, GiftbitOrderMapping.HasLinks(campaign)),
            ExpiresOn = GiftbitTime.ReadDay(campaign.Expiry),
        };
    }

    /// <summary>A reward on its own: Giftbit does not say its currency.</summary>
    public Reward Of(GiftbitGift gift) =>
        new()
        {
            Id = gift.Uuid,
            ProductId = gift.BrandCode,
            Recipient = Recipient(gift),
            Delivery = DeliveryOf(gift.DeliveryStatus, isLink: false),
            RawDeliveryState = gift.DeliveryStatus,
            Redemption = RedemptionOf(gift.Status),
            RawRedemptionState = gift.Status,
            DeliveredAt = time.Read(gift.DeliveryDate),
            RedeemedAt = time.Read(gift.RedeemedDate),
        };

    /// <summary>The links of a direct-link order as its answer gave them, each a card in the caller's hands.</summary>
    public static IReadOnlyList<Reward> OfDirectLinks(GiftbitDirectLinkReply reply, OrderLine line, bool isChoice) =>
        [
            .. reply
                .DirectLinks.WithoutNulls()
                .Select(link => new Reward
                {
                    Line = 0,
                    ProductId = isChoice ? null : line.ProductId,
                    FaceValue = line.FaceValue,
                    Delivery = DeliveryState.Returned,
                    Link = link,
                    ExpiresOn = GiftbitTime.ReadDay(reply.Campaign.Expiry),
                }),
        ];

    /// <summary>
    /// Rewards with their links. Which link belongs to which reward is told by the reward's own short link or by there being one of each;
    /// otherwise it is not known, and guessing would have the wrong card cancelled: then each link stands alone, without an id, and with a
    /// state only if all rewards share it.
    /// </summary>
    public IReadOnlyList<Reward> WithLinks(
        IReadOnlyList<GiftbitGift> gifts,
        IReadOnlyList<Secret> links,
        GiftbitCampaign campaign,
        Order order
    )
    {
        if (links.Count == 0)
        {
            return [.. gifts.Select(gift => Of(gift, campaign, order))];
        }

        if (gifts is [var gift] && links is [var link])
        {
            return [Of(gift, campaign, order) with { Link = link }];
        }

        var owners = gifts.Where(gift => gift.ShortLink is not null).ToLookup(gift => gift.ShortLink);
        return gifts.Count == links.Count && links.All(link => owners[link].Take(2).Count() == 1)
            ? [.. links.Select(link => Of(owners[link].Single(), campaign, order) with { Link = link })]
            : Alone(gifts, links, campaign, order);
    }

    public static DeliveryState DeliveryOf(string? raw, bool isLink) =>
        ProviderWords.Normalize(raw) switch
        {
            GiftbitWords.DeliveryStatus.Unsent => DeliveryState.Pending,
            GiftbitWords.DeliveryStatus.Delivered => isLink ? DeliveryState.Returned : DeliveryState.Delivered,
            GiftbitWords.DeliveryStatus.LinkCreated => DeliveryState.Returned,
            GiftbitWords.DeliveryStatus.TemporarilyUndeliverable => DeliveryState.Delayed,
            GiftbitWords.DeliveryStatus.Undeliverable => DeliveryState.Undeliverable,
            GiftbitWords.DeliveryStatus.Unsubscribed or GiftbitWords.DeliveryStatus.Complaint => DeliveryState.Suppressed,
            _ => ProviderWords.DeliveryOf(raw),
        };

    public static RedemptionState RedemptionOf(string? raw) =>
        ProviderWords.Normalize(raw) switch
        {
            GiftbitWords.GiftStatus.SentAndRedeemable => RedemptionState.Redeemable,
            GiftbitWords.GiftStatus.Redeemed => RedemptionState.Redeemed,
            GiftbitWords.GiftStatus.GiverCancelled => RedemptionState.Cancelled,
            GiftbitWords.GiftStatus.Expired => RedemptionState.Expired,
            _ => ProviderWords.RedemptionOf(raw),
        };

    private static Reward[] Alone(IReadOnlyList<GiftbitGift> gifts, IReadOnlyList<Secret> links, GiftbitCampaign campaign, Order order)
    {
        string?[] states = gifts.Count >= links.Count ? [.. gifts.Select(gift => gift.Status).Distinct(StringComparer.Ordinal)] : [];
        var shared = states is [var only] ? only : null;
        var reward = new Reward
        {
            Line = order.Lines.Count == 1 ? 0 : null,
            ProductId = campaign.BrandCodes.WithoutNulls().ToArray() is [var brand] ? brand : null,
            FaceValue = GiftbitOrderMapping.FaceValueOf(campaign),
            Delivery = DeliveryState.Returned,
            Redemption = RedemptionOf(shared),
            RawRedemptionState = shared,
            ExpiresOn = GiftbitTime.ReadDay(campaign.Expiry),
        };
        return [.. links.Select(link => reward with { Link = link })];
    }

    private static Recipient? Recipient(GiftbitGift gift) =>
        gift.RecipientEmail is null && gift.RecipientName is null ? null : new() { Name = gift.RecipientName, Email = gift.RecipientEmail };
}
