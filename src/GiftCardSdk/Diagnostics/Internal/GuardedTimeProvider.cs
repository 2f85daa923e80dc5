namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>
/// A clock that never throws: where the application's own fails, its last time stands still and the machine's timers are used, so that an order
/// still comes to its end.
/// </summary>
internal sealed class GuardedTimeProvider : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly long _frequency;
    private long _ticks;
    private long _timestamp;

    private GuardedTimeProvider(TimeProvider inner)
    {
        _inner = inner;
        _frequency = Try(static clock => clock.TimestampFrequency, System.TimestampFrequency);
        _ = GetUtcNow();
        _ = GetTimestamp();
    }

    public override long TimestampFrequency => _frequency;

    public override TimeZoneInfo LocalTimeZone => Try(static clock => clock.LocalTimeZone, TimeZoneInfo.Utc);

    /// <summary>The same clock, which never throws; the machine's own is taken as it is.</summary>
    public static TimeProvider Of(TimeProvider clock) =>
        clock == System || clock is GuardedTimeProvider ? clock : new GuardedTimeProvider(clock);

    public override DateTimeOffset GetUtcNow()
    {
        try
        {
            var now = _inner.GetUtcNow();
            Volatile.Write(ref _ticks, now.UtcTicks);
            return now;
        }
        catch (Exception)
        {
            return new(Volatile.Read(ref _ticks), TimeSpan.Zero);
        }
    }

    public override long GetTimestamp()
    {
        try
        {
            var now = _inner.GetTimestamp();
            Volatile.Write(ref _timestamp, now);
            return now;
        }
        catch (Exception)
        {
            return Volatile.Read(ref _timestamp);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        try
        {
            return _inner.CreateTimer(callback, state, dueTime, period);
        }
        catch (Exception failure) when (failure is not ArgumentException)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }
    }

    private T Try<T>(Func<TimeProvider, T> read, T otherwise)
    {
        try
        {
            return read(_inner);
        }
        catch (Exception)
        {
            return otherwise;
        }
    }
}
