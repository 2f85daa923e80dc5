namespace GiftCardSdk.TestHelpers;

/// <summary>A clock that tells when what runs again and again has come to its wait, with all that a pass leads to behind it.</summary>
/// <param name="clock">The clock.</param>
/// <param name="interval">The wait between two passes; nothing else in the test waits as long.</param>
public sealed class PassClock(ManualTimeProvider clock, TimeSpan interval) : TimeProvider
{
    private readonly SemaphoreSlim _ended = new(0);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <summary>Completes with the end of a pass, once for each.</summary>
    public Task EndsAsync() => _ended.WaitAsync();

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == interval)
        {
            _ended.Release();
        }

        return timer;
    }
}
