using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Reads page after page; pages are asked for as they are needed. What moves to another page meanwhile is not shown twice, and a list that
/// becomes shorter is read again from where it is known. Without GIFQ's figures a list ends with a page that is not full, that brings nothing
/// new, or that is out of range.
/// </summary>
public static class GifqPaging
{
    /// <summary>Streams the whole catalog, by brand from A to Z.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The brands.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqBrand> ListAllProductsAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListProductsAsync, brand => brand.Slug, GifqOperationNames.ListProducts, cancellationToken);
    }

    /// <summary>Streams all orders, the newest first, without codes.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The orders.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqOrder> ListAllOrdersAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListOrdersAsync, order => order.Id, GifqOperationNames.ListOrders, cancellationToken);
    }

    /// <summary>Streams all campaigns, in GIFQ's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The campaigns.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqCampaign> ListAllCampaignsAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListCampaignsAsync, campaign => campaign.Id, GifqOperationNames.ListCampaigns, cancellationToken);
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
        return RowsAsync(
            (page, token) => api.ListCampaignProductsAsync(id, page, token),
            brand => brand.Slug,
            GifqOperationNames.ListCampaignProducts,
            cancellationToken
        );
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
        return RowsAsync(api.ListPayoutOrdersAsync, batch => batch.Id, GifqOperationNames.ListPayoutOrders, cancellationToken);
    }

    /// <summary>Streams all payouts, in GIFQ's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The payouts.</returns>
    /// <exception cref="GiftCardException">GIFQ could not be read.</exception>
    public static IAsyncEnumerable<GifqPayout> ListAllPayoutsAsync(this IGifqApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(api.ListPayoutsAsync, payout => payout.Id, GifqOperationNames.ListPayouts, cancellationToken);
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
        return RowsAsync(api.ListTransactionsAsync, transaction => transaction.Id, GifqOperationNames.ListTransactions, cancellationToken);
    }

    /// <summary>The newest batches, whichever end of the list they stand at.</summary>
    internal static Task<GifqRowsAtBothEnds<GifqPayoutOrder>> ListPayoutOrdersAtBothEndsAsync(
        this IGifqApi api,
        GifqStart start,
        int pages,
        CancellationToken cancellationToken
    ) => BothEndsAsync(api.ListPayoutOrdersAsync, batch => (batch.Id, batch.CreatedAt), start, pages, cancellationToken);

    /// <summary>The newest payouts, whichever end of the list they stand at.</summary>
    internal static Task<GifqRowsAtBothEnds<GifqPayout>> ListPayoutsAtBothEndsAsync(
        this IGifqApi api,
        GifqStart start,
        int pages,
        CancellationToken cancellationToken
    ) => BothEndsAsync(api.ListPayoutsAsync, payout => (payout.Id, payout.CreatedAt), start, pages, cancellationToken);

    /// <summary>Streams a list by its pages.</summary>
    internal static IAsyncEnumerable<T> RowsAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        Func<T, string?> idOf,
        string operation,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var reading = new ListReading<T>(idOf);
        return reading.RowsAsync(
            async (at, token) => (await ReadAsync(read, reading, token).ConfigureAwait(false))?.At(at),
            GifqDefaults.Provider,
            operation,
            cancellationToken
        );
    }

    /// <summary>The page that a reading needs next, or null if GIFQ says that it is out of range and that may be so.</summary>
    internal static async Task<GifqPage<T>?> ReadAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        ListReading<T> reading,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return await read(new() { Page = reading.Next.Number, Limit = GifqPageQuery.MaxLimit }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (GiftCardException gone) when (reading.MayEnd && IsOutOfRange(gone))
        {
            return null;
        }
    }

    /// <summary>The page with what its figures say, where there are any; without them a page that is not full is the last.</summary>
    internal static ListPage<T> At<T>(this GifqPage<T> page, ListPosition at)
        where T : class =>
        new()
        {
            Rows = page.Rows,
            RowCount = page.RowCount,
            IsNamed = page.CurrentPage == at.Number,
            Total = page.TotalCount ?? (long?)page.TotalPages * GifqPageQuery.MaxLimit,
            // The page that was answered counts, should it be another than the one asked for.
            IsLast =
                page.PageCount is { } pages ? (page.CurrentPage ?? at.Number) >= pages
                : page.RowCount < GifqPageQuery.MaxLimit ? true
                : null,
        };

    /// <summary>The page with rows that cannot be read and show whose they are: for a search, those are visibly another's, or the very row.</summary>
    internal static GifqPage<T> ForSearch<T>(this GifqPage<T> page, Func<T, string?> keyOf)
        where T : class => page with { Rows = page.Read?.Visible(keyOf) ?? page.Rows };

    /// <summary>Whether a refusal is GIFQ's own word for a page beyond the last one; a page of something in between is no word of GIFQ's.</summary>
    internal static bool IsOutOfRange(GiftCardException refusal) => refusal is { HttpStatus: 400, ProviderMessage: not null };

    /// <summary>
    /// Up to so many pages from the first on, and as many from the last back: no document says which end is new. A list that turns out to begin with
    /// the newest is read on until it has come past the start.
    /// </summary>
    private static async Task<GifqRowsAtBothEnds<T>> BothEndsAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        Func<T, (string Id, string? Made)> describe,
        GifqStart start,
        int pages,
        CancellationToken cancellationToken
    )
        where T : class
    {
        string IdOf(T row) => describe(row).Id;
        var (head, times) = (new ListReading<T>(IdOf), new NewestFirstScan(start.Clock));
        var (rows, last, isPast) = (new List<T>(), 0, false);
        while (!head.IsAtEnd && !isPast && (head.Next.Number <= pages || (start.At is not null && times.IsInOrder)))
        {
            var before = rows.Count;
            last = await TakeAsync(read, head, rows, cancellationToken).ConfigureAwait(false) ?? last;
            foreach (var (id, made) in rows.Skip(before).Select(describe))
            {
                times.Add(id, ProviderTime.Read(made));
            }

            isPast = times.IsPast(start.At) && !head.IsGoingBack;
        }

        if (head.IsAtEnd || isPast)
        {
            return new(rows, head.Doubt);
        }

        var tail = new ListReading<T>(IdOf, Math.Max(pages + 1, last - pages + 1));
        while (!tail.IsAtEnd && last > pages)
        {
            last = await TakeAsync(read, tail, rows, cancellationToken).ConfigureAwait(false) ?? last;
        }

        return new([.. rows.DistinctBy(IdOf, StringComparer.Ordinal)], last > pages ? tail.Doubt : "the list does not say how long it is");
    }

    /// <summary>Takes one page in, and says how many there are.</summary>
    private static async Task<int?> TakeAsync<T>(
        Func<GifqPageQuery, CancellationToken, Task<GifqPage<T>>> read,
        ListReading<T> reading,
        List<T> rows,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (await ReadAsync(read, reading, cancellationToken).ConfigureAwait(false) is not { } page)
        {
            reading.TakeEnd();
            return null;
        }

        rows.AddRange(reading.Take(page.At(reading.Next)));
        return page.PageCount;
    }
}
