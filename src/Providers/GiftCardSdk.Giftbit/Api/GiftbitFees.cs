using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftbit;

/// <summary>What an order costs.</summary>
public sealed record GiftbitFees
{
    /// <summary>The rows. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("cost_entries")]
    public IReadOnlyList<GiftbitCostEntry>? CostEntries { get; init; }

    /// <summary>Sum before tax, in hundredths. Source: API reference; marked deprecated in 2015, still sent.</summary>
    [JsonPropertyName("subtotal_in_cents")]
    public long? SubtotalInCents { get; init; }

    /// <summary>Tax, in hundredths. Source: API reference; marked deprecated in 2015, still sent.</summary>
    [JsonPropertyName("tax_in_cents")]
    public long? TaxInCents { get; init; }

    /// <summary>Kind of tax: <c>NOTAX</c>, <c>GST</c>, <c>HST</c>, <c>GSTANDPST</c>. Source: API reference; marked deprecated in 2015, still sent.</summary>
    [JsonPropertyName("tax_type")]
    public string? TaxType { get; init; }

    /// <summary>Sum with tax, in hundredths. Source: API reference; marked deprecated in 2015, still sent.</summary>
    [JsonPropertyName("total_in_cents")]
    public long? TotalInCents { get; init; }
}

/// <summary>A row of an order's costs.</summary>
public sealed record GiftbitCostEntry
{
    /// <summary>What it is for (<see cref="GiftbitWords.FeeType"/>). Source: API reference; documented as always present.</summary>
    [JsonPropertyName("fee_type")]
    public string? FeeType { get; init; }

    /// <summary>A percentage, such as 25.000; 0 where the row is no percentage. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("percentage")]
    public decimal? Percentage { get; init; }

    /// <summary>The amount of the row, in hundredths of <see cref="Currency"/>. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("amount_in_cents")]
    public long? AmountInCents { get; init; }

    /// <summary>Currency of the row, three letters. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Kind of tax: <c>NOTAX</c>, <c>GST</c>, <c>HST</c>, <c>GSTANDPST</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("tax_type")]
    public string? TaxType { get; init; }

    /// <summary>Tax on the row, in hundredths; null on some rows when an order is read later. Source: API reference; documented.</summary>
    [JsonPropertyName("tax_in_cents")]
    public long? TaxInCents { get; init; }

    /// <summary>How many rewards the row counts. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("number_of_gifts")]
    public int? NumberOfGifts { get; init; }

    /// <summary>The amount of the row for each reward, in hundredths. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("fee_per_gift_in_cents")]
    public long? FeePerGiftInCents { get; init; }
}
