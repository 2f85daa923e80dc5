using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// Reads page after page; pages are asked for as they are needed. What moves to another page meanwhile is not shown twice, and a list that
/// becomes shorter is read again from where it is known. A list without figures ends with a page that is not full or brings nothing new.
/// </summary>
public static class GiftronautPaging
{
    /// <summary>Streams all orders of a query, in Giftronaut's order, without their recipients.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which orders; its page and page size do not count. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The orders.</returns>
    /// <exception cref="GiftCardException">Giftronaut could not be read.</exception>
    public static IAsyncEnumerable<GiftronautOrder> ListAllOrdersAsync(
        this IGiftronautApi api,
        GiftronautOrderQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var all = query ?? new();
        return RowsAsync(
            (page, size, token) => api.ListOrdersAsync(all with { Page = page, PageSize = size }, token),
            order => order.OrderId,
            GiftronautOperationNames.ListOrders,
            cancellationToken
        );
    }

    /// <summary>Streams all movements of a query, the newest first.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which movements; its page and page size do not count. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The movements. They have no ids: one that moves to another page meanwhile comes twice.</returns>
    /// <exception cref="GiftCardException">Giftronaut could not be read.</exception>
    public static IAsyncEnumerable<GiftronautLedgerEntry> ListAllLedgerAsync(
        this IGiftronautApi api,
        GiftronautLedgerQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var all = query ?? new();
        return RowsAsync(
            (page, size, token) => api.ListLedgerAsync(all with { Page = page, PageSize = size }, token),
            null,
            GiftronautOperationNames.ListLedger,
            cancellationToken
        );
    }

    /// <summary>Streams all templates, the default one first.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The templates.</returns>
    /// <exception cref="GiftCardException">Giftronaut could not be read.</exception>
    public static IAsyncEnumerable<GiftronautTemplate> ListAllTemplatesAsync(
        this IGiftronautApi api,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return RowsAsync(
            (page, size, token) => api.ListTemplatesAsync(new() { Page = page, PageSize = size }, token),
            template => template.TemplateId,
            GiftronautOperationNames.ListTemplates,
            cancellationToken
        );
    }

    /// <summary>Streams all campaigns of a query, in Giftronaut's order.</summary>
    /// <param name="api">The API.</param>
    /// <param name="query">Which campaigns; its page and page size do not count. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The campaigns.</returns>
    /// <exception cref="GiftCardException">Giftronaut could not be read.</exception>
    public static IAsyncEnumerable<GiftronautCampaign> ListAllCampaignsAsync(
        this IGiftronautApi api,
        GiftronautCampaignQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var all = query ?? new();
        return RowsAsync(
            (page, size, token) => api.ListCampaignsAsync(all with { Page = page, PageSize = size }, token),
            campaign => campaign.CampaignId,
            GiftronautOperationNames.ListCampaigns,
            cancellationToken
        );
    }

    /// <summary>Streams a list by its pages.</summary>
    internal static IAsyncEnumerable<T> RowsAsync<T>(
        Func<int, int, CancellationToken, Task<GiftronautPage<T>>> read,
        Func<T, string>? idOf,
        string operation,
        CancellationToken cancellationToken
    )
        where T : class =>
        new ListReading<T>(idOf).RowsAsync(
            async (at, token) => (await read(at.Number, GiftronautPageQuery.MaxPageSize, token).ConfigureAwait(false)).At(at),
            GiftronautDefaults.Provider,
            operation,
            cancellationToken
        );

    /// <summary>
    /// The page with what its figures say. A server may hold fewer rows a page than was asked for; then it says so, or its count of pages does.
    /// One that takes no page answers with all there is, which may be more than was asked for.
    /// </summary>
    private static ListPage<T> At<T>(this GiftronautPage<T> page, ListPosition at)
        where T : class
    {
        const int asked = GiftronautPageQuery.MaxPageSize;
        var size = page.PageSize ?? asked;
        return new()
        {
            Rows = page.Rows,
            RowCount = page.RowCount,
            Total = page.TotalCount ?? (long?)page.TotalPages * size,
            IsLast =
                page.TotalPages is { } pages ? at.Number >= pages
                : page.RowCount > asked || page.RowCount < size ? true
                : page.TotalCount is { } total ? (long)at.Number * size >= total
                : null,
        };
    }
}
