namespace GiftCardSdk.Batches;

/// <summary>How long a line is tried again, and after which waits.</summary>
internal sealed class LinePatience(BatchOptions options, TimeProvider time)
{
    private const int MostDoublings = 30;

    /// <summary>What a timer takes, and no provider means more.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The wait before a line's next try.</summary>
    public TimeSpan Next(PendingLine line, TimeSpan? asked)
    {
        var now = time.GetTimestamp();
        line.FirstAsideAt = line.Tries == 0 ? now : line.FirstAsideAt;
        var wait = Grown(line.Tries++);
        // What failed together does not come back together.
        wait += wait * (line.Request.Reference.Value.GetHashCode(StringComparison.Ordinal) & 0xFF) / 1024;
        if (asked > wait)
        {
            wait = asked < LongestWait ? asked.Value : LongestWait;
        }

        if (options.Patience == Timeout.InfiniteTimeSpan)
        {
            return wait;
        }

        var left = options.Patience - time.GetElapsedTime(line.FirstAsideAt, now);
        line.IsLastTry = wait >= left;
        return wait < left ? wait
            : left > TimeSpan.Zero ? left
            : TimeSpan.Zero;
    }

    /// <summary>What a line is that is given up, or that a stop has left aside.</summary>
    public static BatchResult GivenUp(PendingLine line) =>
        line.Ended(
            !line.IsElsewhere && line.LastFailure is null or { Outcome: GiftCardOutcome.NothingCreated }
                ? BatchLineStatus.NotPlaced
                : BatchLineStatus.Unknown,
            line.LastFailure
        );

    private TimeSpan Grown(int tries)
    {
        var grown = options.FirstDelay * (1L << Math.Min(tries, MostDoublings));
        return grown < options.MaxDelay ? grown : options.MaxDelay;
    }
}
