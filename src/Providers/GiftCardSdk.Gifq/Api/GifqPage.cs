using GiftCardSdk.Http;
using Refit;

namespace GiftCardSdk.Gifq;

/// <summary>Which page of a list is wanted.</summary>
public sealed record GifqPageQuery
{
    /// <summary>The most rows that a page holds. Source: API guides; documented.</summary>
    public const int MaxLimit = 20;

    /// <summary>The page, counted from 1; null for the first. Beyond the last one GIFQ answers 400. Source: getting started and API guides; documented.</summary>
    [AliasAs("page")]
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 20; null for GIFQ's 10. Source: getting started and API guides; documented.</summary>
    [AliasAs("limit")]
    public int? Limit { get; init; }
}

/// <summary>One page of a list. What is known of the whole list stands in headers of the answer.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record GifqPage<T>
    where T : class
{
    /// <summary>The rows of this page; count these, never <see cref="PageItems"/>. Source: that the body is a bare array is third-party knowledge.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <summary>The page, counted from 1; null if the answer does not say. Header <c>current-page</c>; source: getting started and API guides; documented.</summary>
    public int? CurrentPage { get; init; }

    /// <summary>How many pages there are; 1 for an empty list, null if the answer does not say. Header <c>total-pages</c>; source: getting started and API guides; documented.</summary>
    public int? TotalPages { get; init; }

    /// <summary>How many rows there are in all; null if the answer does not say. Header <c>total-count</c>; source: getting started and API guides; documented.</summary>
    public int? TotalCount { get; init; }

    /// <summary>Rows on this page by the guide, perhaps the size of a full page; null if the answer does not say. Header <c>page-items</c>; source: getting started; documented, its meaning is in doubt.</summary>
    public int? PageItems { get; init; }

    /// <summary>How many rows stood there, those included that could not be read.</summary>
    internal int RowCount
    {
        get => Math.Max(field, Rows.Count);
        init;
    }

    /// <summary>The rows as they were read; null on a page that was made by hand.</summary>
    internal WireRows<T>? Read { get; init; }

    /// <summary>How many pages of the largest size there are, by whatever figure the answer has; null if it has none.</summary>
    internal int? PageCount => TotalPages ?? (TotalCount + GifqPageQuery.MaxLimit - 1) / GifqPageQuery.MaxLimit;
}

/// <summary>The rows at the ends of a list that is too long to be read whole.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Rows">The rows, none twice.</param>
/// <param name="Doubt">Why the newest may not be among them; null if they are.</param>
internal sealed record GifqRowsAtBothEnds<T>(IReadOnlyList<T> Rows, string? Doubt);
