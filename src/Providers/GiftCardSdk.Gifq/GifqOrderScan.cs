using System.Globalization;

namespace GiftCardSdk.Gifq;

/// <summary>Looks for a reference in the list of orders, the only way there is: page by page from the newest order back.</summary>
internal sealed class GifqOrderScan(IGifqApi api, int maxPages)
{
    /// <summary>How much earlier than the first send an order may seem to be: clocks differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <param name="reference">The reference as GIFQ saw it.</param>
    /// <param name="since">When it was first sent; null if not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The order as listed; or why its absence proves nothing; or neither, if it is not there.</returns>
    public async Task<(GifqOrder? Hit, string? Doubt)> FindAsync(
        string reference,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        var seen = new Seen(since - Margin);
        for (var number = 1; number <= maxPages; number++)
        {
            var query = new GifqPageQuery { Page = number, Limit = GifqPageQuery.MaxLimit };
            var page = await api.ListOrdersAsync(query, cancellationToken).ConfigureAwait(false);
            if (page.Rows.FirstOrDefault(row => row.Reference == reference) is { } hit)
            {
                return (hit, null);
            }

            if (page.CurrentPage is { } answered && answered != number)
            {
                return (null, "another page was answered than the one asked for");
            }

            seen.Add(page.Rows);
            if (page.IsLast(number) || seen.IsPastTheStart)
            {
                return (null, seen.LacksReferences ? "the list shows orders without their reference" : null);
            }
        }

        return (null, string.Create(CultureInfo.InvariantCulture, $"it is not among the {maxPages} pages that are read"));
    }

    /// <summary>What the rows read so far allow to conclude.</summary>
    private sealed class Seen(DateTimeOffset? start)
    {
        private DateTimeOffset? _oldest;
        private bool _lacksOrder;

        public bool LacksReferences { get; private set; }

        /// <summary>Whether the rows have come past the start, as told by dates that all are there and do descend.</summary>
        public bool IsPastTheStart => !_lacksOrder && start is { } first && _oldest < first;

        public void Add(IReadOnlyList<GifqOrder> rows)
        {
            foreach (var row in rows)
            {
                LacksReferences |= string.IsNullOrEmpty(row.Reference);
                var at = GifqTime.Read(row.CreatedAt);
                _lacksOrder |= at is null || at > _oldest;
                _oldest = at ?? _oldest;
            }
        }
    }
}
