namespace GiftCardSdk.Giftronaut;

/// <summary>Which page of a list is wanted.</summary>
public sealed record GiftronautPageQuery
{
    /// <summary>The most rows that a page holds. Source: API reference; documented.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Source: API reference; documented.</summary>
    public int? PageSize { get; init; }
}

/// <summary>Which products are wanted. A server that takes none of these answers with the whole catalog.</summary>
public sealed record GiftronautCatalogQuery
{
    /// <summary>The page, counted from 1; null not to say. Assumed.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null not to say. Assumed.</summary>
    public int? PageSize { get; init; }

    /// <summary>Cards of one country, ISO 3166-1 alpha-3; null for any. Assumed.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Cards of one currency, ISO 4217; null for any. Assumed.</summary>
    public string? CurrencyCode { get; init; }
}

/// <summary>Which orders are wanted.</summary>
public sealed record GiftronautOrderQuery
{
    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Source: API reference; documented.</summary>
    public int? PageSize { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.OrderType"/>; null for any. Source: API reference; documented.</summary>
    public string? OrderType { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.CardType"/>; null for any. Source: API reference; documented.</summary>
    public string? CardType { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.OrderStatus"/>; null for any. Source: API reference; documented.</summary>
    public string? Status { get; init; }

    /// <summary>The first day; null for no bound. Source: API reference; documented. That it is inclusive is assumed.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day; null for no bound. Source: API reference; documented. That it is inclusive is assumed.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>A part of the card's name or of who ordered; null for any. Source: API reference; documented.</summary>
    public string? SearchKeyword { get; init; }

    /// <summary>The idempotency key that an order was made with; null for any. A list that does not know the filter lists on. Source: client code; third-party.</summary>
    public string? ClientOrderId { get; init; }
}

/// <summary>Which movements of the balance are wanted.</summary>
public sealed record GiftronautLedgerQuery
{
    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Assumed.</summary>
    public int? PageSize { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.LedgerType"/>; null for any. Source: API reference for the words; the parameter's name is assumed.</summary>
    public string? Type { get; init; }

    /// <summary>The first day; null for no bound. Source: API reference; documented.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day; null for no bound. Source: API reference; documented.</summary>
    public DateOnly? EndDate { get; init; }
}

/// <summary>Which campaigns are wanted.</summary>
public sealed record GiftronautCampaignQuery
{
    /// <summary>The page, counted from 1; null for the first. Source: API reference; documented.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100; null for Giftronaut's 20. Source: API reference; documented.</summary>
    public int? PageSize { get; init; }

    /// <summary>A part of the name; null for any. Source: API reference; documented.</summary>
    public string? Search { get; init; }
}
