namespace GiftCardSdk.TestHelpers;

/// <summary>
/// A clock for work that waits a lot: every wait passes at once, by moving the clock to its end, and whatever was due before fires on the way.
/// Deadlines do not pass by themselves: a wait that is longer than they are brings them about.
/// </summary>
public sealed class HastyClock : TimeProvider
{
    /// <summary>A wait that lasts longer than every deadline of the SDK.</summary>
    public static readonly TimeSpan Longer = TimeSpan.FromMinutes(10);

    /// <summary>Timers that are neither a delay nor a deadline of the platform's are waits if shorter than this.</summary>
    private static readonly TimeSpan ShortestDeadline = TimeSpan.FromSeconds(10);

    private readonly ManualTimeProvider _manual;

    public HastyClock() => _manual = new();

    public HastyClock(DateTimeOffset start) => _manual = new(start);

    public override long TimestampFrequency => _manual.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _manual.GetUtcNow();

    public override long GetTimestamp() => _manual.GetTimestamp();

    public void Advance(TimeSpan by) => _manual.Advance(by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(this, _manual.CreateTimer(callback, state, dueTime, period), LongestWaitOf(state), dueTime);

    /// <summary>A delay's timer carries the delay itself; a deadline's carries the source that it cancels, or the waiting that it ends.</summary>
    private static TimeSpan LongestWaitOf(object? state) =>
        state switch
        {
            CancellationTokenSource => TimeSpan.Zero,
            Task when state.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) => TimeSpan.MaxValue,
            Task => TimeSpan.Zero,
            _ => ShortestDeadline,
        };

    private sealed class HastyTimer : ITimer
    {
        private readonly HastyClock _clock;
        private readonly ITimer _timer;
        private readonly TimeSpan _longestWait;

        public HastyTimer(HastyClock clock, ITimer timer, TimeSpan longestWait, TimeSpan dueTime)
        {
            (_clock, _timer, _longestWait) = (clock, timer, longestWait);
            Hurry(dueTime);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = _timer.Change(dueTime, period);
            Hurry(dueTime);
            return changed;
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void Hurry(TimeSpan dueTime)
        {
            if (dueTime > TimeSpan.Zero && dueTime < _longestWait)
            {
                ThreadPool.QueueUserWorkItem(
                    static wait => wait.Clock.Advance(wait.Due),
                    (Clock: _clock, Due: dueTime),
                    preferLocal: false
                );
            }
        }
    }
}
