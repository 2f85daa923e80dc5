namespace GiftCardSdk.Reporting;

/// <summary>Durations by buckets that grow by 5 % each: percentiles of any number of them in a few kilobytes.</summary>
internal sealed class DurationHistogram
{
    private const double Growth = 1.05;

    private readonly SortedDictionary<int, int> _buckets = [];
    private TimeSpan _sum;
    private TimeSpan _longest;
    private int _count;

    /// <summary>Adds one; below zero, as of clocks that differ, counts as zero.</summary>
    public void Add(TimeSpan duration)
    {
        var time = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        var bucket = time.TotalMilliseconds <= 1 ? 0 : (int)Math.Ceiling(Math.Log(time.TotalMilliseconds, Growth));
        _buckets[bucket] = _buckets.GetValueOrDefault(bucket) + 1;
        _sum += time;
        _longest = time > _longest ? time : _longest;
        _count++;
    }

    public CompletionTimes? ToTimes() => _count == 0 ? null : new(_count, _sum / _count, Percentile(0.5), Percentile(0.95), _longest);

    private TimeSpan Percentile(double share)
    {
        var rank = (int)Math.Ceiling(_count * share);
        foreach (var (bucket, count) in _buckets)
        {
            rank -= count;
            if (rank <= 0)
            {
                var end = TimeSpan.FromMilliseconds(Math.Pow(Growth, bucket));
                return end < _longest ? end : _longest;
            }
        }

        return _longest;
    }
}
