using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Gifq.Wire;

internal sealed record CreatePayoutOrder
{
    public string? CampaignId { get; set; }

    public string? WalletCurrency { get; set; }

    public IReadOnlyList<PayoutRecipient>? Recipients { get; set; }

    public int? ExpiresInDays { get; set; }

    public string? CallbackUrl { get; set; }
}

internal sealed record PayoutRecipient
{
    public string? Email { get; set; }

    public decimal? Amount { get; set; }

    public string? Currency { get; set; }

    public string? Name { get; set; }
}

internal sealed record PayoutOrder
{
    public required string Id { get; init; }

    public required string CampaignId { get; init; }

    public required string Status { get; init; }

    public required string WalletCurrency { get; init; }

    public required decimal TotalAmount { get; init; }

    public required int RecipientsCount { get; init; }

    public required int ExpiresInDays { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? CallbackUrl { get; init; }

    public FxFee? FxFee { get; init; }

    public required string CreatedAt { get; init; }
}

internal sealed record Payout
{
    public required string Id { get; init; }

    public required string PayoutOrderId { get; init; }

    public required string CampaignId { get; init; }

    public required string Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Name { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Brand { get; init; }

    public required string ExpiresAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? RedeemedAt { get; init; }

    public required string CreatedAt { get; init; }
}

/// <summary>What the recipient's page reads.</summary>
internal sealed record RedeemPage
{
    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Name { get; init; }

    public required string Status { get; init; }

    public required string ExpiresAt { get; init; }

    public required string WebpageHeadline { get; init; }

    public required string WebpageBody { get; init; }

    public required IReadOnlyList<Brand> Brands { get; init; }
}

/// <summary>The body of a webhook; the real one is unknown.</summary>
internal sealed record PayoutEvent(string Event, Payout Data);
