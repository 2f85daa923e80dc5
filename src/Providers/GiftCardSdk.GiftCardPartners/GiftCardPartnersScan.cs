using System.Globalization;
using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// Looks for PO numbers in the list of orders, page by page, once for all that are looked for: until each is found, or there is proof that it is
/// not there (the last page, or rows that are older than its first send), or for as long as is allowed.
/// </summary>
internal sealed class GiftCardPartnersScan(IGiftCardPartnersApi api, GiftCardPartnersWireAssumptions assumptions, ProviderClock clock)
{
    /// <summary>Pages of a quarter of a million orders; a list that goes on so long does not end.</summary>
    private const int MostPages = 12_500;

    /// <param name="queries">The PO numbers. Whose first send is not known is looked for on the first pages alone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>For each the order as listed; or why its absence proves nothing; or neither, if it is not there.</returns>
    public async IAsyncEnumerable<GiftCardPartnersScanned> FindAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var wanted = queries.ToDictionary(query => query.ProviderKey, StringComparer.Ordinal);
        var maxPages = queries.Any(query => query.FirstSentAt is not null) ? MostPages : assumptions.OrderListPageLimit;
        // The filter takes one number; it may be ignored, so it never decides.
        var filter = queries is [var only] ? only.ProviderKey : null;
        var (reading, seen) = (new ListReading<GiftCardPartnersOrder>(order => order.Id), new Seen(assumptions, clock));
        for (var reads = 0; reads < maxPages && wanted.Count > 0 && !reading.IsAtEnd; reads++)
        {
            var answer = await api.ListOrdersAsync(new() { Page = reading.Next.Number, PONumber = filter }, cancellationToken)
                .ConfigureAwait(false);
            // Rows that cannot be read but show whose they are: visibly another's, or the very one.
            var page = answer with
            {
                Data = answer.Read?.Visible(order => order.PONumber) ?? answer.Data,
            };
            foreach (var row in page.Data)
            {
                if (row.PONumber is { } key && wanted.Remove(key, out var hit))
                {
                    yield return string.IsNullOrWhiteSpace(row.Id)
                        ? new GiftCardPartnersScanned(hit, null, "the order is listed, but its id cannot be read")
                        : new GiftCardPartnersScanned(hit, row, null);
                }
            }

            seen.Add(page, reading.Take(page.At(reading.Next)));
            if (seen.Doubt is not null)
            {
                break;
            }

            foreach (var miss in wanted.Values.Where(query => seen.IsPast(query) && !reading.IsGoingBack).ToArray())
            {
                wanted.Remove(miss.ProviderKey);
                yield return new(miss, null, reading.Doubt);
            }
        }

        var doubt =
            seen.Doubt
            ?? reading.Doubt
            ?? (
                reading.IsAtEnd
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"it is not on the first {maxPages} pages of the orders")
            );
        foreach (var query in wanted.Values)
        {
            yield return new(query, null, doubt);
        }
    }

    /// <summary>What the rows read so far allow to conclude.</summary>
    private sealed class Seen(GiftCardPartnersWireAssumptions assumptions, ProviderClock clock)
    {
        private readonly NewestFirstScan _times = new(clock, assumptions.OrdersAreListedNewestFirst);

        /// <summary>Why no row of the list says anything; null if they do.</summary>
        public string? Doubt { get; private set; }

        public bool IsPast(OrderLookupQuery query) => _times.IsPast(query.FirstSentAtProvider);

        public void Add(GiftCardPartnersPage<GiftCardPartnersOrder> page, IReadOnlyList<GiftCardPartnersOrder> news)
        {
            Doubt = page.Data.Any(order => order.PONumber is null) ? "the list of orders shows no PO numbers" : null;
            foreach (var order in news)
            {
                _times.Add(order.Id ?? "", ProviderTime.Read(order.CreatedDate));
            }
        }
    }
}

/// <summary>What a scan said about one order.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Row">The order as listed; null if it was not seen.</param>
/// <param name="Doubt">Why that proves nothing; null if it is not there, or was found.</param>
internal sealed record GiftCardPartnersScanned(OrderLookupQuery Query, GiftCardPartnersOrder? Row, string? Doubt);
