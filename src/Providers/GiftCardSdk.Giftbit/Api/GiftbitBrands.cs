using System.Text.Json.Serialization;
using Refit;

namespace GiftCardSdk.Giftbit;

/// <summary>Which brands <see cref="IGiftbitApi.ListBrandsAsync"/> is to list. What is null is not asked.</summary>
public sealed record GiftbitBrandQuery
{
    /// <summary>A region by its number (<see cref="GiftbitRegion.Id"/>); orders name regions instead. Source: API reference; documented.</summary>
    [AliasAs("region")]
    public int? RegionId { get; init; }

    /// <summary>Brands with a price of at least this, in hundredths of the brand's currency. Source: API reference; documented.</summary>
    [AliasAs("min_price_in_cents")]
    public long? MinPriceInCents { get; init; }

    /// <summary>Brands with a price of at most this, in hundredths of the brand's currency. Source: API reference; documented.</summary>
    [AliasAs("max_price_in_cents")]
    public long? MaxPriceInCents { get; init; }

    /// <summary>Brands with a face value in this currency, three letters. Source: API reference; USD, CAD and AUD are documented, others are likely.</summary>
    [AliasAs("currencyisocode")]
    public string? Currency { get; init; }

    /// <summary>Free text over name, description and other fields. Source: API reference; documented.</summary>
    [AliasAs("search")]
    public string? Search { get; init; }

    /// <summary>True for brands that can be embedded only. Source: API reference; documented.</summary>
    [AliasAs("embeddable")]
    public bool? Embeddable { get; init; }

    /// <summary>Brands in one answer; null for Giftbit's 20. Source: API reference; documented without a bound, third-party code uses up to 500.</summary>
    [AliasAs("limit")]
    public int? Limit { get; init; }

    /// <summary>How many brands to skip; null for none. Source: API reference; documented.</summary>
    [AliasAs("offset")]
    public int? Offset { get; init; }
}

/// <summary>A page of brands.</summary>
public sealed record GiftbitBrandPage : IGiftbitPage<GiftbitBrand>
{
    /// <summary>The brands, without prices, currency or regions. Source: API reference; documented.</summary>
    [JsonPropertyName("brands")]
    public required IReadOnlyList<GiftbitBrand> Brands { get; init; }

    /// <summary>Brands in this page. Source: API reference; documented.</summary>
    [JsonPropertyName("number_of_results")]
    public int? NumberOfResults { get; init; }

    /// <summary>The limit that was used. Source: API reference; documented.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>The offset that was used. Source: API reference; documented.</summary>
    [JsonPropertyName("offset")]
    public int? Offset { get; init; }

    /// <summary>Brands that match in all. Source: API reference; documented.</summary>
    [JsonPropertyName("total_count")]
    public int? TotalCount { get; init; }

    /// <summary>What the answer says about itself. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    IReadOnlyList<GiftbitBrand> IGiftbitPage<GiftbitBrand>.Rows => Brands;
}

/// <summary>A brand as the list shows it.</summary>
public sealed record GiftbitBrand
{
    /// <summary>An opaque key; capital letters count. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_code")]
    public required string BrandCode { get; init; }

    /// <summary>The name. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Address of a picture. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; init; }

    /// <summary>Legal text that must be shown with the brand; null if there is none. Source: API reference; documented.</summary>
    [JsonPropertyName("disclaimer")]
    public string? Disclaimer { get; init; }
}

/// <summary>The answer to <see cref="IGiftbitApi.GetBrandAsync"/>.</summary>
public sealed record GiftbitBrandReply
{
    /// <summary>The brand. Source: API reference; documented.</summary>
    [JsonPropertyName("brand")]
    public required GiftbitBrandDetail Brand { get; init; }

    /// <summary>What the answer says about itself. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }
}

/// <summary>A brand with its prices.</summary>
public sealed record GiftbitBrandDetail
{
    /// <summary>An opaque key; capital letters count. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_code")]
    public required string BrandCode { get; init; }

    /// <summary>The name. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Address of a picture. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; init; }

    /// <summary>Legal text that must be shown with the brand; null if there is none. Source: API reference; documented.</summary>
    [JsonPropertyName("disclaimer")]
    public string? Disclaimer { get; init; }

    /// <summary>Text about the brand; null if there is none. Source: recorded traffic of 2018; not in the reference's list of fields.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>The regions where it can be used, by number. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("regions")]
    public IReadOnlyList<int>? Regions { get; init; }

    /// <summary>Currency of the face value, three letters. Orders carry no currency: this one is what an order means; without it nothing can be ordered. Source: API reference; documented.</summary>
    [JsonPropertyName("fund_currencyisocode")]
    public string? Currency { get; init; }

    /// <summary>True for any value in a range, false for a list of values. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("variable_price")]
    public bool? VariablePrice { get; init; }

    /// <summary>The smallest value of a range, in hundredths; null for a list. Source: API reference; documented. That it is inclusive is inferred.</summary>
    [JsonPropertyName("min_price_in_cents")]
    public long? MinPriceInCents { get; init; }

    /// <summary>The largest value of a range, in hundredths; null for a list. Source: API reference; documented. That it is inclusive is inferred.</summary>
    [JsonPropertyName("max_price_in_cents")]
    public long? MaxPriceInCents { get; init; }

    /// <summary>The values of a list, in hundredths; null for a range. Source: API reference; documented.</summary>
    [JsonPropertyName("allowed_prices_in_cents")]
    public IReadOnlyList<long>? AllowedPricesInCents { get; init; }

    /// <summary>Whether it can be embedded, by the name of today's documents. Source: API reference; documented, may be missing.</summary>
    [JsonPropertyName("inapp_available")]
    public bool? InAppAvailable { get; init; }

    /// <summary>Whether it can be embedded, by the name seen on the wire. Source: recorded traffic of 2018.</summary>
    [JsonPropertyName("embeddable")]
    public bool? Embeddable { get; init; }

    /// <summary>Whether it can be embedded, by either name; false if neither stands there.</summary>
    [JsonIgnore]
    public bool IsEmbeddable => InAppAvailable ?? Embeddable ?? false;
}
