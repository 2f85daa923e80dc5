namespace GiftCardSdk.Balances;

/// <summary>How fast one balance is spent, by what it falls by from reading to reading. What comes in between two readings hides as much spending.</summary>
internal sealed class SpendingRate(TimeSpan over, TimeProvider time)
{
    /// <summary>A balance is hardly watched to the end of a year; more is as good as endless.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>Less time than this says nothing about a rate.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    private readonly Queue<(long At, decimal Spent)> _falls = new();
    private readonly long _began = time.GetTimestamp();
    private decimal? _last;

    /// <summary>Takes a reading in.</summary>
    /// <param name="available">What can be spent.</param>
    /// <returns>How long that lasts at the present rate; null if it was not watched for long enough.</returns>
    public TimeSpan? Note(decimal available)
    {
        var now = time.GetTimestamp();
        if (_last > available)
        {
            _falls.Enqueue((now, _last.Value - available));
        }

        _last = available;
        while (_falls.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At, now) > over)
        {
            _falls.Dequeue();
        }

        var watched = time.GetElapsedTime(_began, now);
        return watched < Least ? null : Runway(available, watched < over ? watched : over);
    }

    private TimeSpan Runway(decimal available, TimeSpan watched)
    {
        var spent = _falls.Sum(static fall => fall.Spent);
        return available <= 0 ? TimeSpan.Zero
            : spent <= 0 ? Longest
            : TimeSpan.FromHours(Math.Min(Longest.TotalHours, (double)available / (double)spent * watched.TotalHours));
    }
}
