using System.Globalization;
using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Looks for references in the list of orders, the only way there is: page by page from the newest order back, once for all that are looked for.
/// </summary>
internal sealed class GifqOrderScan(IGifqApi api, ProviderClock clock, int pagesWithoutATime)
{
    /// <summary>Pages of a quarter of a million orders; a list that goes on so long does not end.</summary>
    private const int MostPages = 12_500;

    /// <summary>How many pages are read for the reason of a refusal: an order that was made a moment ago stands in front.</summary>
    private const int PagesForARefusal = 5;

    /// <summary>An order that was just made under a reference, as listed; null if it was not seen, which proves nothing.</summary>
    public async Task<GifqOrder?> FindRecentAsync(string reference, CancellationToken cancellationToken)
    {
        var query = new OrderLookupQuery(reference, null, null, RewardDetail.None);
        await foreach (var row in FindAsync([query], PagesForARefusal, cancellationToken).ConfigureAwait(false))
        {
            return row.Hit;
        }

        return null;
    }

    /// <param name="queries">The references as GIFQ saw them. Whose first send is not known is looked for on the newest pages alone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>For each the order as listed; or why its absence proves nothing; or neither, if it is not there.</returns>
    public IAsyncEnumerable<GifqScanned> FindAsync(IReadOnlyList<OrderLookupQuery> queries, CancellationToken cancellationToken) =>
        FindAsync(queries, queries.Any(query => query.FirstSentAt is not null) ? MostPages : pagesWithoutATime, cancellationToken);

    private async IAsyncEnumerable<GifqScanned> FindAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        int maxPages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var wanted = queries.ToDictionary(query => query.ProviderKey, StringComparer.Ordinal);
        var (reading, seen) = (new ListReading<GifqOrder>(row => row.Id), new Seen(clock));
        for (var reads = 0; reads < maxPages && wanted.Count > 0 && !reading.IsAtEnd; reads++)
        {
            if (await GifqPaging.ReadAsync(api.ListOrdersAsync, reading, cancellationToken).ConfigureAwait(false) is not { } answer)
            {
                reading.TakeEnd();
                continue;
            }

            var page = answer.ForSearch(row => row.Reference);
            foreach (var row in page.Rows)
            {
                if (row.Reference is { } reference && wanted.Remove(reference, out var hit))
                {
                    // A row that cannot be read may show whose it is and not which.
                    yield return string.IsNullOrWhiteSpace(row.Id)
                        ? new GifqScanned(hit, null, "the order is listed, but its id cannot be read")
                        : new GifqScanned(hit, row, null);
                }
            }

            if (page.CurrentPage is { } answered && answered != reading.Next.Number)
            {
                seen.IsOtherPage = true;
                break;
            }

            seen.Add(reading.Take(AsProof(page, reading.Next)));
            foreach (var miss in wanted.Values.Where(query => seen.IsPast(query) && !reading.IsGoingBack).ToArray())
            {
                wanted.Remove(miss.ProviderKey);
                yield return new(miss, null, reading.Doubt ?? seen.Doubt);
            }
        }

        var doubt =
            reading.Doubt
            ?? seen.Doubt
            ?? (
                reading.IsAtEnd ? null : string.Create(CultureInfo.InvariantCulture, $"it is not among the {maxPages} pages that are read")
            );
        foreach (var query in wanted.Values)
        {
            yield return new(query, null, doubt);
        }
    }

    /// <summary>Without figures a page that is not full may be one of a smaller size than was asked for: only what follows it shows that it was the last.</summary>
    private static ListPage<GifqOrder> AsProof(GifqPage<GifqOrder> page, ListPosition at) =>
        page.At(at) is var listed && page.PageCount is null ? listed with { IsLast = null } : listed;

    /// <summary>What the rows read so far allow to conclude.</summary>
    private sealed class Seen(ProviderClock clock)
    {
        private readonly NewestFirstScan _times = new(clock);
        private bool _lacksReferences;

        public bool IsOtherPage { get; set; }

        /// <summary>Why an order may be in the list although it was not seen; null if it is not.</summary>
        public string? Doubt =>
            IsOtherPage ? "another page was answered than the one asked for"
            : _lacksReferences ? "the list shows orders without their reference"
            : null;

        public bool IsPast(OrderLookupQuery query) => _times.IsPast(query.FirstSentAtProvider);

        public void Add(IReadOnlyList<GifqOrder> rows)
        {
            foreach (var row in rows)
            {
                _lacksReferences |= string.IsNullOrEmpty(row.Reference);
                _times.Add(row.Id, ProviderTime.Read(row.CreatedAt));
            }
        }
    }
}

/// <summary>What a scan said about one order.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Hit">The order as listed; null if it was not seen.</param>
/// <param name="Doubt">Why that proves nothing; null if it is not there, or was found.</param>
internal sealed record GifqScanned(OrderLookupQuery Query, GifqOrder? Hit, string? Doubt);
