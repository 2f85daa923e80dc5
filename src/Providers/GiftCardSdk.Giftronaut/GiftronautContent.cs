namespace GiftCardSdk.Giftronaut;

/// <summary>What an order that stands under a key would look like if it is the one that was asked for.</summary>
/// <param name="Cards">How many cards it has.</param>
/// <param name="Emails">Who gets them; empty for reward links.</param>
internal sealed record GiftronautContent(int Cards, IReadOnlyList<string> Emails)
{
    public static GiftronautContent Of(OrderRequest request) =>
        request.Delivery == Delivery.Returned
            ? new(request.Lines[0].Quantity, [])
            : new(request.Lines.Count, [.. request.Lines.Select(line => line.Recipient?.Email ?? "")]);

    public static GiftronautContent Of(GiftronautCampaignRun run) =>
        new(run.Recipients.Count, [.. run.Recipients.Select(recipient => recipient.Email)]);

    /// <summary>
    /// Compares what orders are documented to show: number and kind. Amounts are not among it, and an address may have been corrected since; other
    /// addresses therefore leave it open.
    /// </summary>
    public GiftronautLikeness LikenessOf(GiftronautOrder order)
    {
        GiftronautOrderRecipient[] shown = [.. (order.Recipients ?? []).OfType<GiftronautOrderRecipient>()];
        var isLink = Emails.Count == 0;
        return IsOtherKind(order, isLink) || IsOtherNumber(order, shown, isLink) ? GiftronautLikeness.Other
            : isLink || shown.Length == 0 || SameAddresses(shown) ? GiftronautLikeness.Same
            : GiftronautLikeness.Open;
    }

    private static bool IsOtherKind(GiftronautOrder order, bool isLink) =>
        order.OrderType switch
        {
            GiftronautWords.OrderType.Link => !isLink,
            GiftronautWords.OrderType.OneTime or GiftronautWords.OrderType.Campaign => isLink,
            _ => false,
        };

    /// <summary>Reward links have no recipients, so that their count may be zero; they show one entry for each link once they are there.</summary>
    private bool IsOtherNumber(GiftronautOrder order, GiftronautOrderRecipient[] shown, bool isLink) =>
        (shown.Length > 0 && shown.Length != Cards) || (order.RecipientCount is { } count && count != Cards && !(isLink && count == 0));

    private bool SameAddresses(GiftronautOrderRecipient[] shown) =>
        shown
            .Select(recipient => GiftronautRecipients.Normalize(recipient.Email))
            .Order(StringComparer.Ordinal)
            .SequenceEqual(Emails.Select(GiftronautRecipients.Normalize).Order(StringComparer.Ordinal), StringComparer.Ordinal);
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
