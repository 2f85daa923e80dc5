using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>A brand of the catalog with the ways to buy its cards.</summary>
public sealed record GifqBrand
{
    /// <summary>The brand's UUID, for <see cref="GifqCampaignEdit.ExcludedBrandIds"/>; orders take <see cref="Slug"/>. Source: API reference for its existence; its name <c>id</c> is assumed.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? Id
    {
        get => field ?? BrandId ?? Uuid;
        init;
    }

    /// <summary>The stable slug that an order names, such as <c>amazon</c>. Source: getting started; documented, its name <c>brand</c> is third-party knowledge.</summary>
    [JsonPropertyName("brand")]
    public required string Slug { get; init; }

    /// <summary>The name, for people. Source: API guides; documented, its JSON name is third-party knowledge.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>Address of a picture; null if there is none. Source: API guides; documented, that it is an address is assumed.</summary>
    [JsonPropertyName("logo")]
    public string? Logo { get; init; }

    /// <summary>Text about the brand; null if there is none. May hold markup. Source: API guides; documented.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Terms of use; null if there are none. Source: API guides; documented.</summary>
    [JsonPropertyName("terms")]
    public string? Terms { get; init; }

    /// <summary>How a card is redeemed; null if there is no text. Source: API guides; documented.</summary>
    [JsonPropertyName("redeem_instructions")]
    public string? RedeemInstructions { get; init; }

    /// <summary>Categories; null or empty if there are none. Source: API guides; documented, that they are texts is assumed.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Everywhere that any option is valid, for browsing only: check the option before ordering. Source: API guides; documented.</summary>
    [JsonPropertyName("countries")]
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>The ways to buy a card of this brand. Source: third-party knowledge.</summary>
    [JsonPropertyName("products")]
    public IReadOnlyList<GifqProductOption>? Products { get; init; }

    [JsonInclude]
    [JsonPropertyName("brand_id")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? BrandId { get; init; }

    [JsonInclude]
    [JsonPropertyName("uuid")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? Uuid { get; init; }
}

/// <summary>One way to buy a brand's card. Amount, country and currency of an order must all match one and the same option.</summary>
public sealed record GifqProductOption
{
    /// <summary>An id of the option, if it has one; orders take none. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? Id { get; init; }

    /// <summary>Currency of the face value, three letters. Source: API guides; documented, its JSON name is third-party knowledge.</summary>
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>The smallest face value, inclusive, in units of <see cref="Currency"/>. Source: getting started and API guides; documented.</summary>
    [JsonPropertyName("min_face_value")]
    public decimal? MinFaceValue { get; init; }

    /// <summary>The largest face value, inclusive; equal to the smallest for a fixed denomination. Source: getting started and API guides; documented.</summary>
    [JsonPropertyName("max_face_value")]
    public decimal? MaxFaceValue { get; init; }

    /// <summary>Where cards of this option are valid, two-letter codes; <c>WW</c> seems to mean everywhere. Source: API guides; documented. The meaning of <c>WW</c> is inferred from a sister brand.</summary>
    [JsonPropertyName("countries")]
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Percent of the face value that is saved; below zero it is a fee on top. Null if unknown. Source: getting started and API guides; documented.</summary>
    [JsonPropertyName("discount")]
    public decimal? Discount { get; init; }

    /// <summary>Cards in stock; null means unknown, not none. Source: getting started and API guides; documented.</summary>
    [JsonPropertyName("stock_count")]
    public int? StockCount { get; init; }

    /// <summary>How long a card is good for, in free form; null if not said. Source: API guides; documented, its type is assumed.</summary>
    [JsonPropertyName("expiry")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? Expiry { get; init; }

    /// <summary>Where a holder sees what is left on a card; null if there is no such page. Source: API guides; documented.</summary>
    [JsonPropertyName("balance_check_url")]
    public string? BalanceCheckUrl { get; init; }

    /// <summary>The discount where it is one; null where it is a fee, nothing, or unknown.</summary>
    [JsonIgnore]
    public decimal? DiscountPercent => Discount is > 0 ? Discount : null;

    /// <summary>The fee in percent of the face value where the discount is below zero; null where it is not, or unknown.</summary>
    [JsonIgnore]
    public decimal? FeePercent => Discount is < 0 ? -Discount : null;
}
