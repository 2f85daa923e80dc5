using System.Diagnostics.CodeAnalysis;
using Refit;

namespace GiftCardSdk.Giftronaut;

/// <summary>What is asked for page by page.</summary>
internal interface IGiftronautPaged
{
    int? Page { get; }

    int? PageSize { get; }
}

/// <summary>Which page of a list is wanted.</summary>
public sealed record GiftronautPageQuery : IGiftronautPaged
{
    /// <summary>The most rows that a page holds. Source: API reference; documented.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    [AliasAs("page")]
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Source: API reference; documented.</summary>
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }
}

/// <summary>Which products are wanted. A server that takes none of these answers with the whole catalog.</summary>
[Experimental("GCSDK001")]
public sealed record GiftronautCatalogQuery : IGiftronautPaged
{
    /// <summary>The page, counted from 1; null not to say. Assumed.</summary>
    [AliasAs("page")]
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null not to say. Assumed.</summary>
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }

    /// <summary>Cards of one country, ISO 3166-1 alpha-3; null for any. Assumed.</summary>
    [AliasAs("countryCode")]
    public string? CountryCode { get; init; }

    /// <summary>Cards of one currency, ISO 4217; null for any. Assumed.</summary>
    [AliasAs("currencyCode")]
    public string? CurrencyCode { get; init; }
}

/// <summary>Which orders are wanted.</summary>
public sealed record GiftronautOrderQuery : IGiftronautPaged
{
    internal const string ClientOrderIdName = "clientOrderId";

    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    [AliasAs("page")]
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Source: API reference; documented.</summary>
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.OrderType"/>; null for any. Source: API reference; documented.</summary>
    [AliasAs("orderType")]
    public string? OrderType { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.CardType"/>; null for any. Source: API reference; documented.</summary>
    [AliasAs("cardType")]
    public string? CardType { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.OrderStatus"/>; null for any. Source: API reference; documented.</summary>
    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>The first day; null for no bound. Source: API reference; documented. That it is inclusive is assumed.</summary>
    [AliasAs("startDate")]
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day; null for no bound. Source: API reference; documented. That it is inclusive is assumed.</summary>
    [AliasAs("endDate")]
    public DateOnly? EndDate { get; init; }

    /// <summary>A part of the card's name or of who ordered; null for any. Source: API reference; documented.</summary>
    [AliasAs("searchKeyword")]
    public string? SearchKeyword { get; init; }

    /// <summary>The idempotency key that an order was made with; null for any. A list that does not know the filter lists on. Source: client code; third-party.</summary>
    [AliasAs(ClientOrderIdName)]
    public string? ClientOrderId { get; init; }
}

/// <summary>Which movements of the balance are wanted.</summary>
public sealed record GiftronautLedgerQuery : IGiftronautPaged
{
    internal const string TypeName = "type";

    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    [AliasAs("page")]
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Assumed.</summary>
    [Experimental("GCSDK001")]
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.LedgerType"/>; null for any. Source: API reference for the words; the parameter's name is assumed.</summary>
    [Experimental("GCSDK001")]
    [AliasAs(TypeName)]
    public string? Type { get; init; }

    /// <summary>The first day; null for no bound. Source: API reference; documented.</summary>
    [AliasAs("startDate")]
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day; null for no bound. Source: API reference; documented.</summary>
    [AliasAs("endDate")]
    public DateOnly? EndDate { get; init; }
}

/// <summary>Which campaigns are wanted.</summary>
public sealed record GiftronautCampaignQuery : IGiftronautPaged
{
    /// <summary>A part of the name; null for any. Source: API reference; documented.</summary>
    [AliasAs("search")]
    public string? Search { get; init; }

    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    [AliasAs("page")]
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Source: API reference; documented.</summary>
    [AliasAs("pageSize")]
    public int? PageSize { get; init; }
}
