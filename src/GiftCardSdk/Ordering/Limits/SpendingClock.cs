using GiftCardSdk.Journal;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>
/// The time that limits count by. Processes whose clocks differ must count alike: one that is a day ahead would see nothing of what was spent today.
/// </summary>
internal sealed class SpendingClock(IJournalRecords records, TimeProvider time)
{
    /// <summary>For so long, what was told is carried on by this machine's monotonic clock.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>The monotonic clock stands still while a machine sleeps, and its own time does not: once they differ by more, what was told is stale.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(1);

    private Told? _told;

    public async ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _told) is { } told && time.GetElapsedTime(told.At) is var since && since < Life && !HasSlept(told, since))
        {
            return told.Time + since;
        }

        if (await records.GetTimeAsync(cancellationToken).ConfigureAwait(false) is not { } now)
        {
            return time.GetUtcNow();
        }

        // Counted from after the answer, so that it lags behind rather than runs ahead.
        Volatile.Write(ref _told, new(now, time.GetTimestamp(), time.GetUtcNow()));
        return now;
    }

    private bool HasSlept(Told told, TimeSpan since) => (time.GetUtcNow() - told.Own - since).Duration() > Drift;

    /// <param name="Time">The time by the database.</param>
    /// <param name="At">When it was told, on the monotonic clock.</param>
    /// <param name="Own">When it was told, by this machine.</param>
    private sealed record Told(DateTimeOffset Time, long At, DateTimeOffset Own);
}
