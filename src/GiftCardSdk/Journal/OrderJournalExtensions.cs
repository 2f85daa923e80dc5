using GiftCardSdk.Journal.Internal;

namespace GiftCardSdk.Journal;

/// <summary>What can be done with any journal.</summary>
public static class OrderJournalExtensions
{
    private static readonly OrderJournalState[] Settled = [OrderJournalState.Accepted, OrderJournalState.Refused, OrderJournalState.Absent];

    /// <summary>
    /// Purges the details of orders that are settled: what was ordered, for whom (as a keyed hash), what look-ups said, and what was kept of its history. A tombstone remains, and
    /// the reference still returns its order and never buys again. What is unresolved is left alone.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="lastWrittenBefore">Only orders whose entry was last written before this time.</param>
    /// <param name="timeProvider">The clock that tombstones are dated by; null for the system's.</param>
    /// <param name="cancellationToken">Ends the work; what was purged stays purged.</param>
    /// <returns>How many were purged.</returns>
    public static async Task<int> PurgeAsync(
        this IOrderJournal journal,
        DateTimeOffset lastWrittenBefore,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        var now = (timeProvider ?? TimeProvider.System).GetUtcNow();
        var query = new JournalQuery { States = Settled, UpdatedBefore = lastWrittenBefore };
        // Side by side, so that they share flushes.
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancellationToken };
        var purged = 0;
        await Parallel
            .ForEachAsync(
                journal.ListAsync(query, cancellationToken),
                sideBySide,
                async (entry, token) =>
                {
                    if (journal.Records is { } records)
                    {
                        // First: a tombstone does not say any more whom the order was for.
                        await OrderRecords.ForgetAsync(records, entry, token).ConfigureAwait(false);
                    }

                    var tombstone = entry.ToTombstone(now) with { Version = entry.Version + 1 };
                    if (await journal.TryUpdateAsync(tombstone, token).ConfigureAwait(false))
                    {
                        Interlocked.Increment(ref purged);
                    }
                }
            )
            .ConfigureAwait(false);
        return purged;
    }
}
