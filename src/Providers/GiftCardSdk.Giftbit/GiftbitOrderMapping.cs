using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Giftbit's orders in neutral words.</summary>
internal static class GiftbitOrderMapping
{
    /// <summary>An order as it was just taken.</summary>
    public static Order Placed(GiftbitCampaign campaign, GiftbitInfo? info, OrderSubmission submission, string account) =>
        Of(campaign, account) with
        {
            Status = StatusOf(campaign.Status, info?.Code, isReadable: false),
            ProviderKey = submission.ProviderKey,
            Delivery = submission.Request.Delivery,
            Lines = submission.Request.Lines,
        };

    /// <summary>An order as it is read later, without rewards; its status is Giftbit's own word.</summary>
    /// <param name="campaign">The order.</param>
    /// <param name="account">The name of the account.</param>
    /// <param name="ordered">The product that was ordered, where it is known: of a choice of brands an order names them all.</param>
    public static Order Of(GiftbitCampaign campaign, string account, string? ordered = null) =>
        new()
        {
            Id = campaign.Uuid,
            ProviderKey = campaign.Id,
            Provider = GiftbitDefaults.Provider,
            Account = account,
            Status = StatusOf(campaign.Status, null, isReadable: true),
            RawStatus = campaign.Status,
            Delivery = DeliveryOf(campaign),
            Lines = LinesOf(campaign, ordered),
            TotalCost = GiftbitCosts.Total(campaign.Fees),
            Fees = GiftbitCosts.Fees(campaign.Fees),
        };

    /// <summary>
    /// A final word counts only when every card and link can be read: rewards appear some seconds after it. That an order waits for money is
    /// documented of the info code; which status goes with it is not.
    /// </summary>
    public static OrderStatus StatusOf(string? raw, string? infoCode, bool isReadable) =>
        ProviderWords.Normalize(raw) switch
        {
            GiftbitWords.CampaignStatus.Creating
                when infoCode is GiftbitWords.Info.CampaignCreatedFundsRequired or GiftbitWords.Info.CampaignCreatedFundsPending =>
                OrderStatus.AwaitingFunds,
            GiftbitWords.CampaignStatus.Creating => OrderStatus.Pending,
            GiftbitWords.CampaignStatus.AwaitingFunds => OrderStatus.AwaitingFunds,
            GiftbitWords.CampaignStatus.Created => isReadable ? OrderStatus.Completed : OrderStatus.Pending,
            _ => ProviderWords.StatusOf(raw),
        };

    /// <summary>
    /// The status of a direct-link order whose every link is in hand: complete, though Giftbit may still call it being built. Its links are
    /// documented to come with the answer, and nothing else is missing that the account may see.
    /// </summary>
    public static OrderStatus StatusWithLinks(string? raw, string? infoCode = null) =>
        StatusOf(raw, infoCode, isReadable: true) is var status && status == OrderStatus.Pending ? OrderStatus.Completed : status;

    public static bool HasLinks(GiftbitCampaign campaign) => IsShortLink(campaign) || IsDirectLink(campaign);

    public static bool IsShortLink(GiftbitCampaign campaign) =>
        ProviderWords.Same(campaign.DeliveryType, GiftbitWords.DeliveryType.ShortLink);

    public static bool IsDirectLink(GiftbitCampaign campaign) =>
        ProviderWords.Same(campaign.DeliveryType, GiftbitWords.DeliveryType.DirectLink);

    /// <summary>How many rewards the order makes; null if it does not say. Refused recipients are not charged and not counted.</summary>
    public static int? RewardCount(GiftbitCampaign campaign) =>
        GiftbitCosts.FaceValueRow(campaign.Fees)?.NumberOfGifts ?? campaign.LinkCount;

    /// <summary>The face value, where the costs prove its currency: an order names none.</summary>
    public static Money? FaceValueOf(GiftbitCampaign campaign)
    {
        var row = GiftbitCosts.FaceValueRow(campaign.Fees);
        var cents = campaign.PriceInCents ?? row?.FeePerGiftInCents;
        return cents == row?.FeePerGiftInCents ? GiftbitMoney.OrNull(cents, row?.Currency) : null;
    }

    /// <summary>The product as an order names it.</summary>
    public static string? ProductOf(GiftbitCampaign campaign, string? ordered = null) =>
        !string.IsNullOrWhiteSpace(campaign.Region) ? GiftbitProductId.OfRegion(campaign.Region)
        : ordered is not null && campaign.BrandCodes.WithoutNulls().Contains(ordered, StringComparer.Ordinal) ? ordered
        : campaign.BrandCodes.WithoutNulls() is [var brand, ..] ? brand
        : null;

    /// <summary>The first thing in which an order is another than the one that was asked for, as far as it shows; null if there is none.</summary>
    public static string? ContradictionOf(GiftbitCampaign campaign, OrderRequest request)
    {
        var (brands, region) = GiftbitSelection.Of(request);
        return campaign.PriceInCents is { } cents && cents != GiftbitMoney.ToCents(request.Lines[0].FaceValue) ? "price"
            : brands.Count > 0
            && campaign.BrandCodes is [_, ..] shown
            && !brands.ToHashSet(StringComparer.Ordinal).SetEquals(shown.WithoutNulls())
                ? "brand"
            : region is not null && !string.IsNullOrWhiteSpace(campaign.Region) && campaign.Region != region ? "region"
            : IsOtherNumber(campaign, request.Delivery, request.Lines) ? "number of cards"
            : null;
    }

    private static Delivery? DeliveryOf(GiftbitCampaign campaign) =>
        ProviderWords.Same(campaign.DeliveryType, GiftbitWords.DeliveryType.Email) ? Delivery.Email
        : HasLinks(campaign) ? Delivery.Returned
        : null;

    /// <summary>
    /// Whether an order has another price or number of links than what was ordered: both are shown even where its costs, and with them the
    /// currency and the number of its rewards, are not yet.
    /// </summary>
    public static string? ContradictionOf(GiftbitCampaign campaign, IReadOnlyList<OrderLine> lines) =>
        lines.Count == 0 ? null
        : campaign.PriceInCents is { } cents && cents != GiftbitMoney.ToCents(lines[0].FaceValue) ? "price"
        : IsOtherNumber(campaign, null, lines) ? "number of cards"
        : null;

    /// <summary>Links are as many as were ordered; of recipients Giftbit may have refused some, and never added any.</summary>
    private static bool IsOtherNumber(GiftbitCampaign campaign, Delivery? delivery, IReadOnlyList<OrderLine> lines)
    {
        var ordered = lines.Sum(line => (long)line.Quantity);
        return RewardCount(campaign) is { } count
            && (count > ordered || (count < ordered && (delivery == Delivery.Returned || HasLinks(campaign))));
    }

    private static IReadOnlyList<OrderLine> LinesOf(GiftbitCampaign campaign, string? ordered)
    {
        if (ProductOf(campaign, ordered) is not { } product || FaceValueOf(campaign) is not { } value)
        {
            return [];
        }

        return GiftbitRecipients.Of(campaign) is [_, ..] recipients ? [.. recipients.Select(recipient => Line(1, recipient))]
            : RewardCount(campaign) is > 0 and var count ? [Line(count, null)]
            : [];

        OrderLine Line(int quantity, Recipient? recipient) =>
            new()
            {
                ProductId = product,
                FaceValue = value,
                Quantity = quantity,
                Recipient = recipient,
            };
    }
}
