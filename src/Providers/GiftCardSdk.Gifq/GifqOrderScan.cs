using System.Globalization;
using GiftCardSdk.Http;

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
        var (reading, seen) = (new ListReading<GifqOrder>(row => row.Id), new Seen(since - Margin));
        for (var reads = 0; reads < maxPages && !reading.IsAtEnd; reads++)
        {
            if (await GifqPaging.ReadAsync(api.ListOrdersAsync, reading, cancellationToken).ConfigureAwait(false) is not { } page)
            {
                reading.TakeEnd();
                continue;
            }

            if (page.Rows.FirstOrDefault(row => row.Reference == reference) is { } hit)
            {
                return (hit, null);
            }

            if (page.CurrentPage is { } answered && answered != reading.Next.Number)
            {
                return (null, "another page was answered than the one asked for");
            }

            seen.Add(reading.Take(AsProof(page, reading.Next)));
            if (seen.IsPastTheStart && !reading.IsGoingBack)
            {
                return (null, reading.Doubt ?? seen.Doubt);
            }
        }

        return reading.IsAtEnd
            ? (null, reading.Doubt ?? seen.Doubt)
            : (null, string.Create(CultureInfo.InvariantCulture, $"it is not among the {maxPages} pages that are read"));
    }

    /// <summary>Without figures a page that is not full may be one of a smaller size than was asked for: only what follows it shows that it was the last.</summary>
    private static ListPage<GifqOrder> AsProof(GifqPage<GifqOrder> page, ListPosition at) =>
        page.At(at) is var listed && page.PageCount is null ? listed with { IsLast = null } : listed;

    /// <summary>What the rows read so far allow to conclude.</summary>
    private sealed class Seen(DateTimeOffset? start)
    {
        private DateTimeOffset? _oldest;
        private bool _lacksOrder;
        private bool _lacksReferences;

        /// <summary>Why the wanted order may be among the rows all the same; null if it is not.</summary>
        public string? Doubt => _lacksReferences ? "the list shows orders without their reference" : null;

        /// <summary>Whether the rows have come past the start, as told by dates that all are there and do descend.</summary>
        public bool IsPastTheStart => !_lacksOrder && start is { } first && _oldest < first;

        public void Add(IReadOnlyList<GifqOrder> rows)
        {
            foreach (var row in rows)
            {
                _lacksReferences |= string.IsNullOrEmpty(row.Reference);
                var at = GifqTime.Read(row.CreatedAt);
                _lacksOrder |= at is null || at > _oldest;
                _oldest = at ?? _oldest;
            }
        }
    }
}
