using System.Runtime.CompilerServices;

namespace GiftCardSdk.Gifq;

/// <summary>Reads page after page; pages are asked for as they are needed. What moves to another page meanwhile is not shown twice.</summary>
public static class GifqPaging
{
    /// <summary>How often a reading begins anew because its list became shorter.</summary>
    private const int MostRestarts = 3;

    /// <summary>Streams the whole catalog, by brand from A to Z.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The brands.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqBrand> ListAllProductsAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListProductsAsync, brand => brand.Slug, cancellationToken);
    }

    /// <summary>Streams all orders, the newest first, without codes.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The orders.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqOrder> ListAllOrdersAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListOrdersAsync, order => order.Id, cancellationToken);
    }

    /// <summary>Streams all campaigns, in GIFQ's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The campaigns.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqCampaign> ListAllCampaignsAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListCampaignsAsync, campaign => campaign.Id, cancellationToken);
    }

    /// <summary>Streams the brands that recipients of a campaign may choose.</summary>
    /// <param name="api">The API.</param>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The brands.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqBrand> ListAllCampaignProductsAsync(
        this IGifqApi api,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return RowsAsync((page, token) => api.ListCampaignProductsAsync(id, page, token), brand => brand.Slug, cancellationToken);
    }

    /// <summary>Streams all batches of payouts, in GIFQ's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The batches.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqPayoutOrder> ListAllPayoutOrdersAsync(
        this IGifqApi api,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListPayoutOrdersAsync, batch => batch.Id, cancellationToken);
    }

    /// <summary>Streams all payouts, in GIFQ's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The payouts.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqPayout> ListAllPayoutsAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListPayoutsAsync, payout => payout.Id, cancellationToken);
    }

    /// <summary>Streams all movements of all balances, in GIFQ's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The movements.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqTransaction> ListAllTransactionsAsync(
        this IGifqApi api,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListTransactionsAsync, transaction => transaction.Id, cancellationToken);
    }

    /// <summary>Whether there is no page after this one: by the header, or, without it, because the page is not full.</summary>
    internal static bool IsLast<T>(this GifqPage<T> page, int number) =>
        page.TotalPages is { } pages ? number >= pages : page.Rows.Count < GifqPageQuery.MaxLimit;

    /// <summary>The newest batches, whichever end of the list they stand at.</summary>
    internal static Task<IReadOnlyList<GifqPayoutOrder>> ListPayoutOrdersAtBothEndsAsync(
        this IGifqApi api,
        int pages,
        CancellationToken cancellationToken
    ) => BothEndsAsync(api.ListPayoutOrdersAsync, batch => batch.Id, pages, cancellationToken);

    /// <summary>The newest payouts, whichever end of the list they stand at.</summary>
    internal static Task<IReadOnlyList<GifqPayout>> ListPayoutsAtBothEndsAsync(
        this IGifqApi api,
        int pages,
        CancellationToken cancellationToken
    ) => BothEndsAsync(api.ListPayoutsAsync, payout => payout.Id, pages, cancellationToken);

    internal static async IAsyncEnumerable<T> RowsAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        Func<T, string?> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (number, restarts, isLast) = (1, 0, false);
        while (!isLast)
        {
            var page = await ReadAsync(read, number, restarts < MostRestarts, cancellationToken).ConfigureAwait(false);
            if (page is null)
            {
                (number, restarts) = (1, restarts + 1);
                continue;
            }

            foreach (var row in page.Rows.Where(row => idOf(row) is not { } id || seen.Add(id)))
            {
                yield return row;
            }

            isLast = page.IsLast(number++);
        }
    }

    /// <summary>Up to so many pages from the first on, and as many from the last back: no document says which end is new.</summary>
    private static async Task<IReadOnlyList<T>> BothEndsAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        Func<T, string> idOf,
        int pages,
        CancellationToken cancellationToken
    )
    {
        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int number = 1, last = pages; number <= last; number++)
        {
            number = number == pages + 1 ? Math.Max(number, last - pages + 1) : number;
            var page = await read(new() { Page = number, Limit = GifqPageQuery.MaxLimit }, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Rows)
            {
                rows.TryAdd(idOf(row), row);
            }

            last = page.TotalPages ?? (page.IsLast(number) ? number : pages);
        }

        return [.. rows.Values];
    }

    /// <summary>The page, or null if the list has become too short for it since its last page was read: GIFQ's guide says to begin anew.</summary>
    private static async Task<GifqPage<T>?> ReadAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        int number,
        bool mayRestart,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await read(new() { Page = number, Limit = GifqPageQuery.MaxLimit }, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException gone) when (gone.HttpStatus == 400 && number > 1 && mayRestart)
        {
            return null;
        }
    }
}
