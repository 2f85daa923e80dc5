namespace GiftCardSdk.Sandbox;

/// <summary>A limit a minute of the clock, counted for each app on its own. Guarded by the twin's lock.</summary>
internal sealed class GiftronautMinute
{
    private readonly Dictionary<string, (long Minute, int Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts a request; false, with the time until the next minute, when the limit is used up.</summary>
    public bool TryTake(string clientId, int limit, DateTimeOffset now, out TimeSpan wait)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        wait = TimeSpan.FromTicks(((minute + 1) * TimeSpan.TicksPerMinute) - now.UtcTicks);
        var used = _counts.TryGetValue(clientId, out var entry) && entry.Minute == minute ? entry.Count : 0;
        if (used >= limit)
        {
            return false;
        }

        _counts[clientId] = (minute, used + 1);
        return true;
    }
}
