using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>What one currency is worth in another.</summary>
public sealed record HuurayExchangeRate : HuurayAnswer
{
    /// <summary>Units of the second currency for one of the first; null if Huuray has none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("ExchangeRate")]
    [WireStrict]
    public decimal? ExchangeRate { get; init; }

    /// <summary>What Huuray takes for it, in percent; null if it does not say. Source: vendor's OpenAPI file; that the rate does not contain it is assumed.</summary>
    [JsonPropertyName("Spread")]
    public decimal? Spread { get; init; }

    private protected override bool ShowsSomething => ExchangeRate is not null;
}
