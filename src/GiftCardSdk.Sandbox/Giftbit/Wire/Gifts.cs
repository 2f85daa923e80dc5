namespace GiftCardSdk.Sandbox.Giftbit.Wire;

/// <summary>A reward. Price and brand are absent while the recipient has not chosen; the recipient where links were bought.</summary>
internal sealed record Gift
{
    public required string Uuid { get; init; }

    public required string CampaignUuid { get; init; }

    public required string DeliveryStatus { get; init; }

    public required string Status { get; init; }

    public required string ManagementDashboardLink { get; init; }

    public int RedeliveryCount { get; init; }

    public string? RecipientEmail { get; init; }

    public required string CampaignId { get; init; }

    public string? RecipientName { get; init; }

    public long? PriceInCents { get; init; }

    public string? BrandCode { get; init; }

    public required string CreatedDate { get; init; }

    public string? DeliveryDate { get; init; }

    public string? RedeemedDate { get; init; }

    public string? Shortlink { get; init; }
}

internal sealed record GiftsReply(
    IReadOnlyList<Gift> Gifts,
    int NumberOfResults,
    int Limit,
    int Offset,
    int TotalCount,
    Info Info,
    int Status
);

internal sealed record GiftReply(Gift Gift, Info Info, int Status);

internal sealed record ResendGift(bool? Resend);
