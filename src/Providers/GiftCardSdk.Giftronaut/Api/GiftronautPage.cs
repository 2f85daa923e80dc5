using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>One page of a list, or a whole one. Prints masked.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record GiftronautPage<T> : IHasOddMembers
    where T : class
{
    /// <summary>The rows, without those that are null. Source: quickstart for the catalog's <c>data</c>; documented. For the other lists it is assumed.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <summary>The page, counted from 1; null if the answer does not say. Assumed.</summary>
    [Experimental("GCSDK001")]
    public int? Page { get; init; }

    /// <summary>Rows a page; null if the answer does not say. Assumed.</summary>
    [Experimental("GCSDK001")]
    public int? PageSize { get; init; }

    /// <summary>How many rows there are in all; null if the answer does not say. Assumed.</summary>
    [Experimental("GCSDK001")]
    public int? TotalCount { get; init; }

    /// <summary>How many pages there are; null if the answer does not say. Assumed.</summary>
    [Experimental("GCSDK001")]
    public int? TotalPages { get; init; }

    /// <summary>The rows as they were read; null on a page that was made by hand.</summary>
    internal WireRows<T>? Read { get; init; }

    internal OddMembers OddMembers { get; init; } = new();

    OddMembers IHasOddMembers.OddMembers => OddMembers;

    /// <summary>How many rows stood there, those included that could not be read.</summary>
    internal int RowCount
    {
        get => Math.Max(field, Rows.Count);
        init;
    }

    /// <summary>The figures alone.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftronautPage {{ Rows = {Rows?.Count}, Page = {Page}, PageSize = {PageSize}, TotalCount = {TotalCount}, TotalPages = {TotalPages} }}";
}
