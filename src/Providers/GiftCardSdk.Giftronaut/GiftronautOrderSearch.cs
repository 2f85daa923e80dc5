using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// Looks for an order by its key. An order does not show it, and that the list can be narrowed to it is third-party knowledge: a list that
/// ignores the filter would show somebody else's order. So the filter is tried once with a key that no order can have.
/// </summary>
internal sealed class GiftronautOrderSearch(IGiftronautApi api, GiftronautSettings settings)
{
    /// <summary>
    /// How much earlier an order may seem to be where only this machine's time of the first send is known. One that Giftronaut made within that time
    /// is what the send was answered with: that long a key stands for its first order.
    /// </summary>
    private static readonly TimeSpan MarginOfOurClock = TimeSpan.FromDays(1);

    private bool _isFilterObeyed;

    /// <param name="key">The key as Giftronaut saw it.</param>
    /// <param name="since">The earliest that the order may be, by Giftronaut's clock (<see cref="Since"/>); null if not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The order, with its recipients where they can be read; or why nothing is proved; or neither, if it is not there.</returns>
    public async Task<(GiftronautOrder? Hit, string? Doubt)> FindAsync(
        string key,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        if (settings.Assumptions.ClientOrderIdParameter is null)
        {
            // It tells the time there, without which no key is repeated.
            await api.ListOrdersAsync(new(), cancellationToken).ConfigureAwait(false);
            return (null, "the list of orders is not searched by key (WireAssumptions.ClientOrderIdParameter)");
        }

        var (rows, areAll) = await ListAsync(key, cancellationToken).ConfigureAwait(false);
        return rows switch
        {
            [] => (null, areAll ? null : "the list shows an order for this key that cannot be read"),
            [var only] => await VerifyAsync(only, since, cancellationToken).ConfigureAwait(false),
            _ => (null, "the list shows several orders for one key, or ignores it"),
        };
    }

    /// <summary>The earliest that an order of a first send may be.</summary>
    public static DateTimeOffset? Since(DateTimeOffset? byTheProvider, DateTimeOffset? byUs) =>
        byTheProvider - ProviderClock.Margin ?? byUs - MarginOfOurClock;

    private async Task<(GiftronautOrder? Hit, string? Doubt)> VerifyAsync(
        GiftronautOrder row,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    ) =>
        !await IsFilterObeyedAsync(cancellationToken).ConfigureAwait(false) ? (null, "the list ignores the key that it is asked for")
        : since is { } first && !(row.CreatedAt >= first)
            ? (null, "the order with this key is older than the first send, or does not say how old it is")
        : (await WholeAsync(row, cancellationToken).ConfigureAwait(false), null);

    private async Task<bool> IsFilterObeyedAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _isFilterObeyed)
        || (_isFilterObeyed = await ListAsync(Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false) is ([], true));

    /// <summary>The orders that the list shows for a key, those included of which nothing but the id can be read; and whether they are all that it shows.</summary>
    private async Task<(IReadOnlyList<GiftronautOrder> Rows, bool AreAll)> ListAsync(string key, CancellationToken cancellationToken)
    {
        var page = await api.ListOrdersAsync(new() { ClientOrderId = key }, cancellationToken).ConfigureAwait(false);
        var rows = page.Read?.Visible(order => order.OrderId) ?? page.Rows;
        return ([.. rows.DistinctBy(order => order.OrderId, StringComparer.Ordinal)], rows.Count >= page.RowCount);
    }

    /// <summary>The order with all that a list leaves out. One that is there counts as found, even if it cannot be read now.</summary>
    private async Task<GiftronautOrder> WholeAsync(GiftronautOrder row, CancellationToken cancellationToken)
    {
        try
        {
            var order = await api.GetOrderAsync(row.OrderId, cancellationToken).ConfigureAwait(false);
            return order.OrderId == row.OrderId ? order : row;
        }
        catch (GiftCardException)
        {
            return row;
        }
    }
}
