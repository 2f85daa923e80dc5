using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Gifq.Wire;

internal sealed record CreateOrder
{
    public string? Brand { get; set; }

    public string? Currency { get; set; }

    public decimal? FaceValue { get; set; }

    public string? Country { get; set; }

    public string? Reference { get; set; }

    public string? PaymentCurrency { get; set; }
}

/// <summary>An order as created or read. Creation fills fewer members than reading.</summary>
internal sealed record OrderReply
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public required string Reference { get; init; }

    public required string Status { get; init; }

    public string? Brand { get; init; }

    public string? Title { get; init; }

    public string? Country { get; init; }

    public required string Currency { get; init; }

    public required decimal FaceValue { get; init; }

    public decimal? Amount { get; init; }

    public decimal? Discount { get; init; }

    public string? PaymentCurrency { get; init; }

    public FxFee? FxFee { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Redemption? RedeemDetails { get; init; }

    public string? Code { get; init; }

    public string? Pin { get; init; }

    public string? Link { get; init; }

    public string? LinkChallengeCode { get; init; }

    public string? Serial { get; init; }

    public string? SecurityCode { get; init; }

    public string? Instructions { get; init; }

    public string? ExpiresAt { get; init; }

    public string? CreatedAt { get; init; }

    public string? UpdatedAt { get; init; }
}

/// <summary>An order as listed.</summary>
internal sealed record OrderItem
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public required string Reference { get; init; }

    public required string Status { get; init; }

    public string? Brand { get; init; }

    public string? Title { get; init; }

    public string? Country { get; init; }

    public string? Currency { get; init; }

    public decimal? FaceValue { get; init; }

    public decimal? Amount { get; init; }

    public decimal? Discount { get; init; }

    public string? PaymentCurrency { get; init; }

    public FxFee? FxFee { get; init; }

    public string? CreatedAt { get; init; }

    public string? UpdatedAt { get; init; }
}

/// <summary>The codes of a card; all six members are there, null where the brand has none.</summary>
internal sealed record Redemption
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Pin { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Link { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? LinkChallengeCode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Serial { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SecurityCode { get; init; }
}

/// <summary>What paying in another currency came to. The rate is missing where a batch needed several.</summary>
internal sealed record FxFee(decimal? Rate, decimal FeePercentage, decimal Total, string Currency);
