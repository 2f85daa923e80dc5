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
    public static Task<int> PurgeAsync(
        this IOrderJournal journal,
        DateTimeOffset lastWrittenBefore,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        return journal.PurgeAsync(null, lastWrittenBefore, timeProvider ?? TimeProvider.System, cancellationToken);
    }

    /// <summary>Also from the records that the application has, which may be others than the journal's.</summary>
    internal static async Task<int> PurgeAsync(
        this IOrderJournal journal,
        IJournalRecords? besides,
        DateTimeOffset lastWrittenBefore,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var records = new[] { journal.Records, besides }.OfType<IJournalRecords>().Distinct().ToArray();
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
                    // First: a tombstone does not say any more whom the order was for.
                    await ForgetAsync(records, entry, token).ConfigureAwait(false);
                    var tombstone = entry.ToTombstone(now) with { Version = entry.Version + 1 };
                    if (await journal.TryUpdateAsync(tombstone, token).ConfigureAwait(false))
                    {
                        Interlocked.Increment(ref purged);
                        // And again: a reading that saw no tombstone yet may have written it anew.
                        await ForgetAsync(records, entry, token).ConfigureAwait(false);
                    }
                }
            )
            .ConfigureAwait(false);
        return purged;
    }

    private static async ValueTask ForgetAsync(
        IReadOnlyList<IJournalRecords> records,
        JournalEntry entry,
        CancellationToken cancellationToken
    )
    {
        foreach (var kept in records)
        {
            await OrderRecords.ForgetAsync(kept, entry, cancellationToken).ConfigureAwait(false);
        }
    }
}
