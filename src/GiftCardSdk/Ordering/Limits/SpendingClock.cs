using GiftCardSdk.Journal;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>
/// The time that limits count by. Processes whose clocks differ must count alike: one that is a day ahead would see nothing of what was spent today.
/// </summary>
internal sealed class SpendingClock(IJournalRecords records, TimeProvider time)
{
    /// <summary>For so long, what was told is carried on by this machine's monotonic clock.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private Told? _told;

    public async ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _told) is { } told && time.GetElapsedTime(told.At) is var since && since < Life)
        {
            return told.Time + since;
        }

        if (await records.GetTimeAsync(cancellationToken).ConfigureAwait(false) is not { } now)
        {
            return time.GetUtcNow();
        }

        // Counted from after the answer, so that it lags behind rather than runs ahead.
        Volatile.Write(ref _told, new(now, time.GetTimestamp()));
        return now;
    }

    private sealed record Told(DateTimeOffset Time, long At);
}
