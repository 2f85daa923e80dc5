using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The deposit account that pays for orders. That it has two portions is documented; what the members are called is assumed.</summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersBalance
{
    /// <summary>What can be spent now, in units of the currency. Source: API reference; the portion is documented, its name assumed.</summary>
    [JsonPropertyName("Available")]
    [WireStrict]
    public decimal? Available { get; init; }

    /// <summary>Funds that were asked for in the portal and have not arrived; never spendable. Source: API reference; the portion is documented, its name assumed.</summary>
    [JsonPropertyName("Pending")]
    public decimal? Pending { get; init; }

    /// <summary>The same as <see cref="Available"/> under another name that is plausible. Assumed.</summary>
    [JsonPropertyName("AvailableBalance")]
    [WireStrict]
    public decimal? AvailableBalance { get; init; }

    /// <summary>The same as <see cref="Pending"/> under another name that is plausible. Assumed.</summary>
    [JsonPropertyName("PendingBalance")]
    public decimal? PendingBalance { get; init; }

    /// <summary>The currency, three letters; null where it is not shown. Assumed.</summary>
    [JsonPropertyName("CurrencyCode")]
    [WireStrict]
    public string? CurrencyCode { get; init; }

    /// <summary>What can be spent now, by either name; null if the answer has neither.</summary>
    [JsonIgnore]
    public decimal? Spendable => Available ?? AvailableBalance;

    /// <summary>What was asked for and has not arrived, by either name; null if the answer has neither.</summary>
    [JsonIgnore]
    public decimal? Requested => Pending ?? PendingBalance;
}
