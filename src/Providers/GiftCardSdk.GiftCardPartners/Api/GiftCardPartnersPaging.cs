using System.Runtime.CompilerServices;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Reads page after page; pages are asked for as they are needed.</summary>
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
            cancellationToken
        );
    }

    /// <summary>Whether no page follows. A bare array says nothing of its size, so only one that brings nothing new is the last of those.</summary>
    internal static bool IsLast<T>(GiftCardPartnersPage<T> page, int number, bool hasNews)
        where T : class =>
        !hasNews
        || page.RowCount < page.PageSize
        || (page is { PageSize: { } size, TotalCount: { } total } && (long)number * size >= total);

    private static async IAsyncEnumerable<T> RowsAsync<T>(
        Func<int, CancellationToken, Task<GiftCardPartnersPage<T>>> readPage,
        int first,
        Func<T, string> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        // New rows push old ones from one page to the next; further back nothing repeats, so no more than a page is remembered.
        HashSet<string> previous = [];
        for (var number = first; ; number++)
        {
            var page = await readPage(number, cancellationToken).ConfigureAwait(false);
            var current = page.Data.Select(idOf).ToHashSet(StringComparer.Ordinal);
            foreach (var row in page.Data.Where(row => !previous.Contains(idOf(row))))
            {
                yield return row;
            }

            if (IsLast(page, number, hasNews: !current.IsSubsetOf(previous)))
            {
                yield break;
            }

            previous = current;
        }
    }
}
