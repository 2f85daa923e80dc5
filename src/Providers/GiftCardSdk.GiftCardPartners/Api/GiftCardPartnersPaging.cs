using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// Reads page after page; pages are asked for as they are needed. What moves to another page meanwhile is not shown twice, and a list that
/// becomes shorter is read again from where it is known. A list without figures ends with a page that is empty or brings nothing new.
/// </summary>
public static class GiftCardPartnersPaging
{
    /// <summary>Streams all products of a query, in the provider's order, from its page on.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which products; null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The products.</returns>
    /// <exception cref="GiftCardException">The provider could not be read.</exception>
    public static IAsyncEnumerable<GiftCardPartnersProduct> ListAllProductsAsync(
        this IGiftCardPartnersApi api,
        GiftCardPartnersProductQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var first = query ?? new GiftCardPartnersProductQuery();
        return RowsAsync(
            (page, token) => api.ListProductsAsync(first with { Page = page }, token),
            first.Page,
            product => product.Id,
            GiftCardPartnersOperationNames.ListProducts,
            cancellationToken
        );
    }

    /// <summary>Streams the account's orders, in the provider's order; none twice, though new ones may shift the pages meanwhile.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which orders; null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The orders, likely without their lines.</returns>
    /// <exception cref="GiftCardException">The provider could not be read.</exception>
    public static IAsyncEnumerable<GiftCardPartnersOrder> ListAllOrdersAsync(
        this IGiftCardPartnersApi api,
        GiftCardPartnersOrderQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var first = query ?? new GiftCardPartnersOrderQuery();
        return RowsAsync(
            (page, token) => api.ListOrdersAsync(first with { Page = page }, token),
            first.Page,
            order => order.Id,
            GiftCardPartnersOperationNames.ListOrders,
            cancellationToken
        );
    }

    /// <summary>The page with what its figures say. A bare array says nothing of its size, so only what follows it shows that it was the last.</summary>
    internal static ListPage<T> At<T>(this GiftCardPartnersPage<T> page, ListPosition at)
        where T : class =>
        new()
        {
            Rows = page.Data,
            RowCount = page.RowCount,
            Total = page.TotalCount,
            IsLast =
                page.PageSize is not { } size ? null
                : page.RowCount < size ? true
                : page.TotalCount is { } total ? (long)at.Number * size >= total
                : null,
        };

    private static IAsyncEnumerable<T> RowsAsync<T>(
        Func<int, CancellationToken, Task<GiftCardPartnersPage<T>>> readPage,
        int first,
        Func<T, string> idOf,
        string operation,
        CancellationToken cancellationToken
    )
        where T : class =>
        new ListReading<T>(idOf, first).RowsAsync(
            async (at, token) => (await readPage(at.Number, token).ConfigureAwait(false)).At(at),
            GiftCardPartnersDefaults.Provider,
            operation,
            cancellationToken
        );
}
