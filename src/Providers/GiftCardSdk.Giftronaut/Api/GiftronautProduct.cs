using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// A product of either catalog: a brand's card in one currency and country, or the design of a choice card. Its prices come in one of two
/// vocabularies: <see cref="FaceValueType"/> with its members in the quickstart, <see cref="PriceType"/> with its in client code.
/// </summary>
public sealed record GiftronautProduct : IJsonOnDeserialized
{
    /// <summary>The id that an order names, an opaque text. Source: quickstart; documented.</summary>
    [JsonPropertyName("productId")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string ProductId
    {
        get => field ?? Id ?? "";
        init;
    }

    /// <summary>The brand, for people. Source: quickstart; documented.</summary>
    [JsonPropertyName("brandName")]
    public string? BrandName { get; init; }

    /// <summary>The name of a choice card's design; null for a brand's card. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("cardName")]
    public string? CardName { get; init; }

    /// <summary>Currency of the face value, ISO 4217. Source: quickstart; documented.</summary>
    [JsonPropertyName("currencyCode")]
    [WireStrict]
    public string? CurrencyCode { get; init; }

    /// <summary>Where the card can be used, ISO 3166-1 alpha-3; null if not said. Source: client code; third-party.</summary>
    [JsonPropertyName("countryCode")]
    public string? CountryCode { get; init; }

    /// <summary>What is said of it; null if nothing. Source: client code; third-party.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.PriceType"/>; null in the other vocabulary. Source: quickstart; documented.</summary>
    [JsonPropertyName("faceValueType")]
    public string? FaceValueType { get; init; }

    /// <summary>The face values, where they are a list. Source: quickstart; documented.</summary>
    [JsonPropertyName("denominations")]
    public IReadOnlyList<decimal?>? Denominations { get; init; }

    /// <summary>The smallest face value of a range. Source: quickstart; documented, that it is inclusive is inferred.</summary>
    [JsonPropertyName("minAmount")]
    public decimal? MinAmount { get; init; }

    /// <summary>The largest face value of a range. Source: quickstart; documented, that it is inclusive is inferred.</summary>
    [JsonPropertyName("maxAmount")]
    public decimal? MaxAmount { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.PriceType"/>; null in the other vocabulary. Source: client code; third-party.</summary>
    [JsonPropertyName("priceType")]
    public string? PriceType { get; init; }

    /// <summary>The face values of a list, or the smallest and the largest of a range. Source: client code; third-party.</summary>
    [JsonPropertyName("prices")]
    public IReadOnlyList<decimal?>? Prices { get; init; }

    /// <summary>The step between the face values of a range; null if there is none. Source: client code; third-party.</summary>
    [JsonPropertyName("priceStep")]
    public decimal? PriceStep { get; init; }

    /// <summary>Address of a picture; null if there is none. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("imageUrl")]
    public string? ImageUrl { get; init; }

    /// <summary>The category; null if there is none. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("category")]
    public string? Category { get; init; }

    /// <summary>Terms of use; null if there are none. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("terms")]
    public string? Terms { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? Id { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => GiftronautIds.Demand(ProductId);
}

/// <summary>What cannot be named cannot be asked about: an answer without an id is no answer.</summary>
internal static class GiftronautIds
{
    public static void Demand(string? id)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new JsonException("The id is missing.");
        }
    }
}
