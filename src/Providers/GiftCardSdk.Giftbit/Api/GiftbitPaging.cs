using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>What all pages share.</summary>
/// <typeparam name="T">What the page lists.</typeparam>
internal interface IGiftbitPage<out T>
{
    /// <summary>What the page lists.</summary>
    IReadOnlyList<T> Rows { get; }

    /// <summary>How much there is in all; null if the page does not say.</summary>
    int? TotalCount { get; }
}

/// <summary>
/// Reads page after page; pages are asked for as they are needed. What moves to another page meanwhile is not shown twice, and a list that
/// becomes shorter is read again from where it is known. An empty page ends a list, and so does one that brings nothing new.
/// </summary>
public static class GiftbitPaging
{
    /// <summary>The size of a page of brands and rewards; no bound is documented, third-party code uses 100 and more.</summary>
    internal const int PageSize = 100;

    /// <summary>The largest page of links that was ever documented.</summary>
    internal const int LinkPageSize = 100;

    /// <summary>Streams all brands of a query, in Giftbit's order, from its offset on.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which brands; its limit is the size of a page. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The brands, without prices.</returns>
    /// <exception cref="GiftCardException">Giftbit could not be read.</exception>
    public static IAsyncEnumerable<GiftbitBrand> ListAllBrandsAsync(
        this IGiftbitApi api,
        GiftbitBrandQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var first = query ?? new GiftbitBrandQuery();
        return RowsAsync<GiftbitBrandPage, GiftbitBrand>(
            (read, token) =>
                api.ListBrandsAsync(first with { Limit = first.Limit ?? PageSize, Offset = Skip(first.Offset, read) }, null, token),
            (first.Offset ?? 0, first.Limit ?? PageSize),
            brand => brand.BrandCode,
            GiftbitOperationNames.ListBrands,
            cancellationToken
        );
    }

    /// <summary>Streams all rewards of a query, in Giftbit's order, from its offset on; none twice, though new ones may shift the pages meanwhile.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which rewards; its limit is the size of a page. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The rewards.</returns>
    /// <exception cref="GiftCardException">Giftbit could not be read.</exception>
    public static IAsyncEnumerable<GiftbitGift> ListAllGiftsAsync(
        this IGiftbitApi api,
        GiftbitGiftQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var first = query ?? new GiftbitGiftQuery();
        return RowsAsync<GiftbitGiftPage, GiftbitGift>(
            (read, token) =>
                api.ListGiftsAsync(first with { Limit = first.Limit ?? PageSize, Offset = Skip(first.Offset, read) }, null, token),
            (first.Offset ?? 0, first.Limit ?? PageSize),
            gift => gift.Uuid,
            GiftbitOperationNames.ListGifts,
            cancellationToken
        );
    }

    /// <summary>Streams all links of an order. Yields nothing while they are being made; <see cref="IGiftbitApi.GetLinksAsync"/> tells that apart from an order without links.</summary>
    /// <param name="api">The API.</param>
    /// <param name="id">The caller's own id of the order.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The links.</returns>
    /// <exception cref="GiftCardException">Giftbit could not be read.</exception>
    public static IAsyncEnumerable<GiftbitLink> ListAllLinksAsync(
        this IGiftbitApi api,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return LinksAsync((read, token) => api.GetLinksAsync(id, LinkPageSize, Skip(null, read), null, token), cancellationToken);
    }

    /// <summary>Streams links by their pages. A link is told from others by its address: whether their numbers run on from page to page is not said.</summary>
    internal static IAsyncEnumerable<GiftbitLink> LinksAsync(
        Func<int, CancellationToken, Task<GiftbitLinkPage>> readPage,
        CancellationToken cancellationToken
    ) =>
        RowsAsync<GiftbitLinkPage, GiftbitLink>(
            readPage,
            (0, LinkPageSize),
            link => link.Address?.Reveal(),
            GiftbitOperationNames.GetLinks,
            cancellationToken
        );

    private static IAsyncEnumerable<TRow> RowsAsync<TPage, TRow>(
        Func<int, CancellationToken, Task<TPage>> readPage,
        (int Offset, int Size) pages,
        Func<TRow, string?> idOf,
        string operation,
        CancellationToken cancellationToken
    )
        where TPage : IGiftbitPage<TRow>
        where TRow : class =>
        new ListReading<TRow>(idOf).RowsAsync(
            async (at, token) =>
                PageOf<TPage, TRow>(await readPage(at.Skip, token).ConfigureAwait(false), pages.Offset + at.Skip, pages.Size),
            GiftbitDefaults.Provider,
            operation,
            cancellationToken
        );

    /// <summary>A page that does not say how much there is ends the reading only if it is not full.</summary>
    private static ListPage<TRow> PageOf<TPage, TRow>(TPage page, int read, int pageSize)
        where TPage : IGiftbitPage<TRow>
        where TRow : class =>
        new()
        {
            Rows = page.Rows.WithoutNulls(),
            RowCount = page.Rows.Count,
            Total = page.TotalCount,
            IsLast =
                page.TotalCount is { } total ? read + page.Rows.Count >= total
                : page.Rows.Count < pageSize ? true
                : null,
        };

    private static int? Skip(int? first, int read) => (first ?? 0) + read is var skip and not 0 ? skip : null;
}
