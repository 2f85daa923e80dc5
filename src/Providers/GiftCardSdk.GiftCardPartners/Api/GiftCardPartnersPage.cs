using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// A page of a list, or a whole list. Products come in an envelope at the sister deployment, which is third-party knowledge; orders are
/// inferred to, and whether the short lists do is not known: an envelope and a bare array are read alike.
/// </summary>
/// <typeparam name="T">What the page lists.</typeparam>
public sealed record GiftCardPartnersPage<T> : IHasOddMembers
    where T : class
{
    /// <summary>The rows. Source: client code of the sister deployment; third-party.</summary>
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>The number of the page, the first being 1; null for a bare array. Source: client code of the sister deployment; third-party.</summary>
    public int? Page { get; init; }

    /// <summary>The size that was applied; null for a bare array. Source: client code of the sister deployment; third-party.</summary>
    public int? PageSize { get; init; }

    /// <summary>How many rows all pages have; null for a bare array. Source: client code of the sister deployment; third-party.</summary>
    public int? TotalCount { get; init; }

    /// <summary>The rows as they were read; null on a page that was made by hand.</summary>
    internal WireRows<T>? Read { get; init; }

    internal OddMembers OddMembers { get; init; } = new();

    OddMembers IHasOddMembers.OddMembers => OddMembers;

    /// <summary>How many rows stood there, those that were null included.</summary>
    internal int RowCount
    {
        get => Math.Max(field, Data.Count);
        init;
    }

    /// <summary>The figures alone.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftCardPartnersPage {{ Rows = {Data?.Count}, Page = {Page}, PageSize = {PageSize}, TotalCount = {TotalCount} }}";
}
