using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>How many cards of one product there are.</summary>
public sealed record HuurayStock : HuurayAnswer
{
    /// <summary>Cards in stock; null where none are kept. Source: vendor's OpenAPI file; that null means "made as ordered" is inferred.</summary>
    [JsonPropertyName("Stock")]
    [WireStrict]
    public int? Stock { get; init; }

    private protected override bool ShowsSomething => Stock is not null;
}

/// <summary>Whose stock is asked for.</summary>
public sealed record HuurayStockQuery
{
    /// <summary>The product. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("ProductToken")]
    public required string ProductToken { get; init; }

    /// <summary>The face value in minor units; null for the product's usual one. What is null is not sent. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Value")]
    public int? Value { get; init; }
}
