using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>What was taken back. How much money returns, and when, is not documented.</summary>
public sealed record HuurayCancellation : HuurayAnswer
{
    /// <summary>Huuray's id of the order. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("OrderUID")]
    public string? OrderUid { get; init; }

    /// <summary>Whether the whole order is cancelled now; null if it is not said. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("OrderCancelled")]
    [WireStrict]
    public bool? OrderCancelled { get; init; }

    /// <summary>The cards that were meant, each with whether it is cancelled. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Vouchers")]
    [WireStrict]
    [AllowNull]
    public IReadOnlyList<HuurayCancelledVoucher> Vouchers
    {
        get => field ?? [];
        init => field = HuurayRows.Of(value);
    }

    /// <summary>Whether some cards could not be cancelled (status 206). Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public bool IsPartial { get; init; }

    private protected override bool ShowsSomething =>
        !string.IsNullOrWhiteSpace(OrderUid) || OrderCancelled is not null || Vouchers.Count > 0;
}

/// <summary>Whether a card was taken back.</summary>
public sealed record HuurayCancelledVoucher
{
    /// <summary>Huuray's id of the card. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("ID")]
    public required string Id { get; init; }

    /// <summary>Whether it is cancelled; null if it is not said. Source: vendor's OpenAPI file; documented, where it is missing is vendor's tests.</summary>
    [JsonPropertyName("Cancelled")]
    public bool? Cancelled { get; init; }
}
