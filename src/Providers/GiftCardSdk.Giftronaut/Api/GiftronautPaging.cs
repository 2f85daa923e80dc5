using System.Runtime.CompilerServices;

namespace GiftCardSdk.Giftronaut;

/// <summary>Reads page after page; pages are asked for as they are needed. What moves to another page meanwhile is not shown twice.</summary>
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
            cancellationToken
        );
    }

    /// <summary>
    /// Reads until a page says that it is the last, is not full, is empty or brings nothing new; the last is how a server shows that takes no
    /// page and answers with all there is. More rows than were asked for say so too.
    /// </summary>
    internal static async IAsyncEnumerable<T> RowsAsync<T>(
        Func<int, int, CancellationToken, Task<GiftronautPage<T>>> read,
        Func<T, string>? idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        const int size = GiftronautPageQuery.MaxPageSize;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<T> previous = [];
        for (var number = 1; ; number++)
        {
            var page = await read(number, size, cancellationToken).ConfigureAwait(false);
            var news = idOf is null ? ChangedSince(previous, page.Rows) : page.Rows.Where(row => seen.Add(idOf(row))).ToArray();
            foreach (var row in news)
            {
                yield return row;
            }

            if (news.Count == 0 || IsLast(page, number, size))
            {
                yield break;
            }

            previous = page.Rows;
        }
    }

    /// <summary>Rows without ids are told apart by the whole page alone.</summary>
    private static IReadOnlyList<T> ChangedSince<T>(IReadOnlyList<T> previous, IReadOnlyList<T> rows) =>
        rows.SequenceEqual(previous) ? [] : rows;

    /// <summary>A server may hold fewer rows a page than was asked for; then it says so, or its count of pages does.</summary>
    private static bool IsLast<T>(GiftronautPage<T> page, int number, int size)
        where T : class =>
        page.TotalPages is { } pages ? number >= pages : page.Rows.Count > size || page.Rows.Count < (page.PageSize ?? size);
}
