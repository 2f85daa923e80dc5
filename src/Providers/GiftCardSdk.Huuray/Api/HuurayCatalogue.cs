using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Products, all of them: there are no pages and no filter.</summary>
public sealed record HuurayCatalogue : HuurayAnswer
{
    private IReadOnlyList<HuurayProduct> _products = [];

    /// <summary>The products; empty where Huuray says 404. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public IReadOnlyList<HuurayProduct> Products
    {
        get => _products;
        init => _products = value;
    }

    [JsonInclude]
    [JsonPropertyName("Products")]
    [WireStrict]
    internal IReadOnlyList<HuurayProduct?>? ProductsOnWire
    {
        get => _products;
        set => (_products, IsListed) = (HuurayRows.Of(value), true);
    }

    private protected override bool ShowsSomething => IsListed;
}

/// <summary>One brand's card in one country and currency.</summary>
public sealed record HuurayProduct
{
    /// <summary>What an order names; null in the public catalogue, which nothing can be ordered from. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("ProductToken")]
    public string? ProductToken { get; init; }

    /// <summary>The name of the brand, for people. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("BrandName")]
    public string? BrandName { get; init; }

    /// <summary>The name of the country, for people. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Country")]
    public string? Country { get; init; }

    /// <summary>The country, two letters. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("CountryCode")]
    public string? CountryCode { get; init; }

    /// <summary>The account's own discount in percent; null if none is shown, as in the public catalogue. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Discount")]
    public decimal? Discount { get; init; }

    /// <summary>The face values, joined by commas. Source: vendor's OpenAPI file; their units and how a range is written are assumed.</summary>
    [JsonPropertyName("Denominations")]
    public string? Denominations { get; init; }

    /// <summary>Currency of the face value, three letters. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Currency")]
    public string? Currency { get; init; }

    /// <summary>Whether cards are made as they are ordered or come from stock (<see cref="HuurayWords.StockKind"/>). Source: vendor's OpenAPI file; its words are assumed.</summary>
    [JsonPropertyName("RealTimeStock")]
    public string? RealTimeStock { get; init; }

    /// <summary>Categories, joined by commas. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Categories")]
    public string? Categories { get; init; }

    /// <summary>Language of the texts, two letters or a culture name. Source: vendor's OpenAPI file; the second form is third-party knowledge.</summary>
    [JsonPropertyName("LanguageCode")]
    public string? LanguageCode { get; init; }

    /// <summary>Whether it can be ordered now; null if it is not said. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Active")]
    public bool? Active { get; init; }

    /// <summary>Text about the brand; may be long and hold markup. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("BrandDescription")]
    public string? BrandDescription { get; init; }

    /// <summary>How a card is redeemed. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RedemptionInstructions")]
    public string? RedemptionInstructions { get; init; }

    /// <summary>Address of a picture. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("LogoFile")]
    public string? LogoFile { get; init; }
}

/// <summary>Which catalogue is asked for.</summary>
public sealed record HuurayCatalogueQuery
{
    /// <summary>False for what this account may order; true for the public catalogue, which has no tokens and no discounts. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("All")]
    public required bool All { get; init; }
}
