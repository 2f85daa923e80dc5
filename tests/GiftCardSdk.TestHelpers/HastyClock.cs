namespace GiftCardSdk.TestHelpers;

/// <summary>
/// A clock for work that waits a lot: every wait shorter than a deadline passes at once, by moving the clock to its end. Deadlines (ten seconds
/// and more) do not pass by themselves; <see cref="Advance"/> brings them about, or a wait so long that only a deadline can end it.
/// </summary>
public sealed class HastyClock : TimeProvider
{
    /// <summary>A wait that lasts longer than every deadline of the SDK.</summary>
    public static readonly TimeSpan Longer = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestDeadline = TimeSpan.FromSeconds(10);

    private readonly ManualTimeProvider _manual;

    public HastyClock() => _manual = new();

    public HastyClock(DateTimeOffset start) => _manual = new(start);

    public override long TimestampFrequency => _manual.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _manual.GetUtcNow();

    public override long GetTimestamp() => _manual.GetTimestamp();

    public void Advance(TimeSpan by) => _manual.Advance(by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(this, _manual.CreateTimer(callback, state, dueTime, period), dueTime);

    private void Hurry(TimeSpan dueTime)
    {
        if (dueTime > TimeSpan.Zero && (dueTime < ShortestDeadline || dueTime >= Longer))
        {
            ThreadPool.QueueUserWorkItem(static wait => wait.Clock.Advance(wait.Due), (Clock: this, Due: dueTime), preferLocal: false);
        }
    }

    private sealed class HastyTimer : ITimer
    {
        private readonly HastyClock _clock;
        private readonly ITimer _timer;

        public HastyTimer(HastyClock clock, ITimer timer, TimeSpan dueTime)
        {
            (_clock, _timer) = (clock, timer);
            clock.Hurry(dueTime);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = _timer.Change(dueTime, period);
            _clock.Hurry(dueTime);
            return changed;
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();
    }
}
