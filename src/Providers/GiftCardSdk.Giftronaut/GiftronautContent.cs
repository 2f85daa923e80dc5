using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>What an order that stands under a key would look like if it is the one that was asked for.</summary>
/// <param name="OrderType">Where it comes from: an order for recipients, reward links or a campaign run.</param>
/// <param name="CardType">What is ordered; null if not known.</param>
/// <param name="Cards">The face value of each card.</param>
/// <param name="Emails">Who gets them; empty for reward links.</param>
internal sealed record GiftronautContent(string OrderType, string? CardType, IReadOnlyList<Money> Cards, IReadOnlyList<string> Emails)
{
    private static readonly string[] OrderTypes =
    [
        GiftronautWords.OrderType.OneTime,
        GiftronautWords.OrderType.Link,
        GiftronautWords.OrderType.Campaign,
    ];

    /// <param name="request">The order.</param>
    /// <param name="cardType">Which catalog its product is of; null if not known.</param>
    public static GiftronautContent Of(OrderRequest request, string? cardType = null) =>
        new(
            request.Delivery == Delivery.Returned ? GiftronautWords.OrderType.Link : GiftronautWords.OrderType.OneTime,
            cardType,
            [.. request.Lines.SelectMany(line => Enumerable.Repeat(line.FaceValue, line.Quantity))],
            request.Delivery == Delivery.Returned ? [] : [.. request.Lines.Select(line => line.Recipient?.Email ?? "")]
        );

    public static GiftronautContent Of(GiftronautCampaign campaign, GiftronautCampaignRun run) =>
        new(
            GiftronautWords.OrderType.Campaign,
            campaign.CardType,
            [.. Enumerable.Repeat(Money.Of(campaign.Amount ?? 0, GiftronautAmounts.Dollars), run.Recipients.Count)],
            [.. run.Recipients.Select(recipient => recipient.Email)]
        );

    /// <summary>
    /// Compares what orders are documented to show: kind and number. An address may have been corrected since, and that amounts are shown is
    /// assumed: where these differ, it stays open.
    /// </summary>
    public GiftronautLikeness LikenessOf(GiftronautOrder order)
    {
        var shown = GiftronautRewards.Shown(order);
        return IsOtherKind(order) || IsOtherNumber(order, shown) ? GiftronautLikeness.Other
            : SameAddresses(shown) && SameAmounts(shown) ? GiftronautLikeness.Same
            : GiftronautLikeness.Open;
    }

    private bool IsLink => OrderType == GiftronautWords.OrderType.Link;

    /// <summary>Types that nothing here makes tell nothing.</summary>
    private bool IsOtherKind(GiftronautOrder order) =>
        (CardType is not null && !string.IsNullOrWhiteSpace(order.CardType) && !ProviderWords.Same(order.CardType, CardType))
        || (!ProviderWords.Same(order.OrderType, OrderType) && OrderTypes.Any(type => ProviderWords.Same(order.OrderType, type)));

    /// <summary>Reward links have no recipients, so that their count may be zero; they show one entry for each link once they are there.</summary>
    private bool IsOtherNumber(GiftronautOrder order, IReadOnlyList<GiftronautOrderRecipient> shown) =>
        (shown.Count > 0 && shown.Count != Cards.Count)
        || (order.RecipientCount is { } count && count != Cards.Count && !(IsLink && count == 0));

    private bool SameAddresses(IReadOnlyList<GiftronautOrderRecipient> shown) =>
        IsLink
        || shown.Count == 0
        || Sorted(shown.Select(card => GiftronautRecipients.Normalize(card.Email)))
            .SequenceEqual(Sorted(Emails.Select(GiftronautRecipients.Normalize)), StringComparer.Ordinal);

    /// <summary>A figure without a currency is in that of the product, one with another currency cannot be compared.</summary>
    private bool SameAmounts(IReadOnlyList<GiftronautOrderRecipient> shown) =>
        shown.Count == 0
        || shown.Any(card => card.Amount is null || (card.Amount.Currency is { } currency && currency != Cards[0].Currency))
        || shown.Select(card => card.Amount!.Amount).Order().SequenceEqual(Cards.Select(card => card.Amount).Order());

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}

/// <summary>Whether an order is the one that was asked for.</summary>
internal enum GiftronautLikeness
{
    /// <summary>It cannot be told.</summary>
    Open = 0,

    /// <summary>As far as it shows, it is.</summary>
    Same,

    /// <summary>It is not.</summary>
    Other,
}
