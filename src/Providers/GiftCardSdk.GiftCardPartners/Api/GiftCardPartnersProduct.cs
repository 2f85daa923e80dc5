using System.Text.Json.Serialization;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>A product of the account's catalog.</summary>
public sealed record GiftCardPartnersProduct
{
    /// <summary>What an order names. Source: developer portal; documented.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>The name. Source: developer portal; documented.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>A word of <see cref="GiftCardPartnersWords.ProductType"/>. Source: developer portal; documented.</summary>
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    /// <summary>A word of <see cref="GiftCardPartnersWords.DenominationType"/>. Source: developer portal; documented.</summary>
    [JsonPropertyName("DenominationType")]
    public string? DenominationType { get; init; }

    /// <summary>The values on sale, in units of the currency; of a range, its bounds. Source: developer portal; documented, the meaning for ranges is assumed.</summary>
    [JsonPropertyName("Denominations")]
    public IReadOnlyList<decimal>? Denominations { get; init; }

    /// <summary>The currency of the face value, three letters: what an order of this product means. Source: developer portal; documented.</summary>
    [JsonPropertyName("CurrencyCode")]
    public string? CurrencyCode { get; init; }

    /// <summary>The languages offered. Source: developer portal; documented.</summary>
    [JsonPropertyName("CultureCodes")]
    public IReadOnlyList<string?>? CultureCodes { get; init; }

    /// <summary>As what it can be ordered: words of <see cref="GiftCardPartnersWords.OrderType"/>. Source: developer portal; documented.</summary>
    [JsonPropertyName("AvailableDeliveryTypes")]
    public IReadOnlyList<string?>? AvailableDeliveryTypes { get; init; }

    /// <summary>A sentence about it. Source: developer portal; documented.</summary>
    [JsonPropertyName("ShortDescription")]
    public string? ShortDescription { get; init; }

    /// <summary>A text about it; may hold markup. Source: developer portal; documented.</summary>
    [JsonPropertyName("LongDescription")]
    public string? LongDescription { get; init; }

    /// <summary>Terms of use, to be shown; may hold markup. Source: developer portal; documented.</summary>
    [JsonPropertyName("Terms")]
    public string? Terms { get; init; }

    /// <summary>Legal text, to be shown; may hold markup. Source: developer portal; documented.</summary>
    [JsonPropertyName("Disclaimer")]
    public string? Disclaimer { get; init; }

    /// <summary>How it is redeemed, to be shown; may hold markup. Source: developer portal; documented.</summary>
    [JsonPropertyName("RedemptionNote")]
    public string? RedemptionNote { get; init; }

    /// <summary>Shipping and the brand's own facts. Source: developer portal; documented.</summary>
    [JsonPropertyName("Meta")]
    public GiftCardPartnersProductMeta? Meta { get; init; }

    /// <summary>Pictures. Source: developer portal; documented.</summary>
    [JsonPropertyName("Media")]
    public GiftCardPartnersProductMedia? Media { get; init; }

    /// <summary>What the account pays besides and saves. Source: developer portal; documented.</summary>
    [JsonPropertyName("Cost")]
    public GiftCardPartnersProductCost? Cost { get; init; }

    /// <summary>The texts in other languages. Source: developer portal; documented.</summary>
    [JsonPropertyName("Translations")]
    public IReadOnlyList<GiftCardPartnersTranslation?>? Translations { get; init; }
}

/// <summary>Shipping and the brand's own facts.</summary>
public sealed record GiftCardPartnersProductMeta
{
    /// <summary>How it is posted. Source: developer portal; documented.</summary>
    [JsonPropertyName("ShippingConfiguration")]
    public GiftCardPartnersShippingConfiguration? ShippingConfiguration { get; init; }

    /// <summary>The brand's colours; null where they are not shown. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Colors")]
    public GiftCardPartnersColors? Colors { get; init; }

    /// <summary>The brand's web site; null where it is not shown. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Website")]
    public string? Website { get; init; }

    /// <summary>Whether the sister can ask for a card's balance; no such operation is known here. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("SupportsApiBalanceChecks")]
    public bool? SupportsApiBalanceChecks { get; init; }
}

/// <summary>How a product is posted.</summary>
public sealed record GiftCardPartnersShippingConfiguration
{
    /// <summary>Products of one group travel together. Source: developer portal; the name is documented, the meaning inferred.</summary>
    [JsonPropertyName("FulfillmentGroup")]
    public string? FulfillmentGroup { get; init; }

    /// <summary>Whether an order must name a printed holder. Source: developer portal; the name is documented, the meaning inferred.</summary>
    [JsonPropertyName("HasRequiredCardCarriers")]
    public bool? HasRequiredCardCarriers { get; init; }
}

/// <summary>A brand's colours, as the wire has them. Source: client code of the sister deployment; third-party.</summary>
public sealed record GiftCardPartnersColors
{
    /// <summary>The main colour. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Primary")]
    public string? Primary { get; init; }

    /// <summary>The second colour. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Secondary")]
    public string? Secondary { get; init; }

    /// <summary>The colour of texts on the main one. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("PrimaryText")]
    public string? PrimaryText { get; init; }

    /// <summary>The colour of texts on the second one. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("SecondaryText")]
    public string? SecondaryText { get; init; }
}

/// <summary>Pictures of a product.</summary>
public sealed record GiftCardPartnersProductMedia
{
    /// <summary>The faces a card may have. Source: developer portal; documented.</summary>
    [JsonPropertyName("Faceplates")]
    public IReadOnlyList<GiftCardPartnersFaceplate?>? Faceplates { get; init; }

    /// <summary>Address of the brand's logo; null where it is not shown. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Logo")]
    public string? Logo { get; init; }
}

/// <summary>A face that a card may have.</summary>
public sealed record GiftCardPartnersFaceplate
{
    /// <summary>Its name. Source: developer portal; documented.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>Address of the picture. Source: developer portal; documented.</summary>
    [JsonPropertyName("Path")]
    public string? Path { get; init; }
}

/// <summary>What the account pays besides the face value, and what it saves.</summary>
public sealed record GiftCardPartnersProductCost
{
    /// <summary>A charge for each card, in units of the product's currency. Source: developer portal; the name is documented, the meaning inferred.</summary>
    [JsonPropertyName("Fee")]
    public decimal? Fee { get; init; }

    /// <summary>What is saved of the face value. Source: developer portal; documented, that it counts percent points is assumed (<see cref="GiftCardPartnersWireAssumptions.DiscountIsFraction"/>).</summary>
    [JsonPropertyName("DiscountPercentage")]
    public decimal? DiscountPercentage { get; init; }
}

/// <summary>A product's texts in one language; each may be null.</summary>
public sealed record GiftCardPartnersTranslation
{
    /// <summary>The language, short, such as <c>fr</c>. Source: developer portal; documented.</summary>
    [JsonPropertyName("CultureCode")]
    public string? CultureCode { get; init; }

    /// <summary>The name. Source: developer portal; documented.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>A text about it. Source: developer portal; documented.</summary>
    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    /// <summary>Terms of use. Source: developer portal; documented.</summary>
    [JsonPropertyName("TermsAndConditions")]
    public string? TermsAndConditions { get; init; }

    /// <summary>Further terms. Source: developer portal; documented.</summary>
    [JsonPropertyName("SpecialTermsAndConditions")]
    public string? SpecialTermsAndConditions { get; init; }

    /// <summary>How it is redeemed. Source: developer portal; documented.</summary>
    [JsonPropertyName("GeneralRedemptionInstructions")]
    public string? GeneralRedemptionInstructions { get; init; }

    /// <summary>How it is redeemed on the web. Source: developer portal; documented.</summary>
    [JsonPropertyName("OnlineRedemptionInstructions")]
    public string? OnlineRedemptionInstructions { get; init; }

    /// <summary>How it is redeemed in a shop. Source: developer portal; documented.</summary>
    [JsonPropertyName("InstoreRedemptionInstructions")]
    public string? InstoreRedemptionInstructions { get; init; }

    /// <summary>How it is redeemed on paper. Source: developer portal; documented.</summary>
    [JsonPropertyName("PrintRedemptionInstructions")]
    public string? PrintRedemptionInstructions { get; init; }
}
