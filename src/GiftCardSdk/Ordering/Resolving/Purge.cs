using static GiftCardSdk.Ordering.OrderJournalState;

namespace GiftCardSdk.Ordering.Resolving;

/// <summary>Makes tombstones of finished orders.</summary>
internal static class Purge
{
    /// <summary>Writes share their flush, if they come together.</summary>
    private const int AtOnce = 64;

    public static async Task<int> RunAsync(
        JournalAccess journal,
        DateTimeOffset now,
        TimeSpan olderThan,
        CancellationToken cancellationToken
    )
    {
        var purged = 0;
        var finished = new JournalQuery { States = [Accepted, Refused, Absent], UpdatedBefore = now - olderThan };
        await Parallel
            .ForEachAsync(
                journal.Journal.ListAsync(finished, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (entry, _) =>
                {
                    // Whoever was faster is using the order: then it is not as old as it looked.
                    if (await journal.TryWriteAsync(entry, entry.ToTombstone(now)).ConfigureAwait(false) is not null)
                    {
                        Interlocked.Increment(ref purged);
                    }
                }
            )
            .ConfigureAwait(false);
        return purged;
    }
}
