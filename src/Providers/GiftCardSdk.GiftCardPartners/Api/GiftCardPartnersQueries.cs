using System.Text.Json.Serialization;
using Refit;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Which products <see cref="IGiftCardPartnersApi.ListProductsAsync"/> is to list. What is null is not asked.</summary>
public sealed record GiftCardPartnersProductQuery
{
    /// <summary>Which page, the first being 1 whatever the wire counts from. Source: API reference; documented.</summary>
    [AliasAs("pageIndex")]
    public int Page { get; init; } = 1;

    /// <summary>Products in one answer; null for the account's assumed page size. Source: client code of the sister deployment; third-party.</summary>
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }

    /// <summary>A part of the name. Source: client code of the sister deployment; third-party.</summary>
    [AliasAs("productName")]
    public string? ProductName { get; init; }

    /// <summary>A part of the description. Source: client code of the sister deployment; third-party.</summary>
    [AliasAs("productDescription")]
    public string? ProductDescription { get; init; }

    /// <summary>A word of <see cref="GiftCardPartnersWords.ProductType"/>. Source: client code of the sister deployment; third-party.</summary>
    [AliasAs("productType")]
    public string? ProductType { get; init; }
}

/// <summary>Which orders <see cref="IGiftCardPartnersApi.ListOrdersAsync"/> is to list.</summary>
public sealed record GiftCardPartnersOrderQuery
{
    /// <summary>Which page, the first being 1 whatever the wire counts from. Inferred from the list of products.</summary>
    [AliasAs("pageIndex")]
    public int Page { get; init; } = 1;

    /// <summary>Orders in one answer; null for the account's assumed page size. Source: client code of the sister deployment; third-party.</summary>
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }

    /// <summary>
    /// The one order with this number; null for all. Sent only where <see cref="GiftCardPartnersWireAssumptions.OrderListPONumberParameter"/>
    /// names a parameter for it; ignored otherwise.
    /// </summary>
    // Its name is the account's to say, so that the rules write it.
    [JsonIgnore]
    public string? PONumber { get; init; }
}
