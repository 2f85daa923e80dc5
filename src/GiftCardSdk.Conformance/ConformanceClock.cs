namespace GiftCardSdk.Conformance;

/// <summary>
/// A clock that nobody has to wait for. Whoever waits on it waits no time at all: the clock moves to the end of the wait, and what falls due on the
/// way fires. Deadlines do not move it; they pass when a wait is longer than they are. Safe for use by many callers at once.
/// </summary>
public sealed class ConformanceClock : TimeProvider
{
    /// <summary>No deadline of the SDK is shorter.</summary>
    private static readonly TimeSpan ShortestDeadline = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<ClockTimer> _armed = [];
    private readonly DateTimeOffset _start;
    private TaskCompletionSource? _waiting;
    private bool _standsStill;
    private TimeSpan _now;

    /// <summary>A clock that begins at noon of 15 January 2026, UTC.</summary>
    public ConformanceClock()
        : this(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero)) { }

    /// <summary>A clock that begins at a time of your choice.</summary>
    /// <param name="start">The time at which it begins.</param>
    public ConformanceClock(DateTimeOffset start) => _start = start.ToUniversalTime();

    /// <summary>Ten minutes: a wait that lasts longer than every deadline of the SDK, such as the delay of an answer that comes too late.</summary>
    public static TimeSpan BeyondEveryDeadline { get; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    private TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Now;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <summary>Lets time pass. What falls due on the way fires on this thread, each at its own time.</summary>
    /// <param name="by">Zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        AdvanceTo(Now + by);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(this, () => callback(state), LongestWait(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>From now on waits do not pass, until <see cref="Hurry"/>.</summary>
    /// <returns>Completes when the next wait has begun.</returns>
    internal Task StandStill()
    {
        lock (_gate)
        {
            _standsStill = true;
            _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task;
        }
    }

    /// <summary>From now on waits pass at once again, those that have begun too.</summary>
    internal void Hurry()
    {
        TimeSpan[] waits;
        lock (_gate)
        {
            _standsStill = false;
            waits = [.. _armed.Where(timer => timer.IsWait).Select(timer => timer.Due).Order()];
        }

        Array.ForEach(waits, AdvanceTo);
    }

    /// <summary>
    /// Up to which length a timer is a wait. A delay's timer carries the delay itself, that of an account's pace the limiter; a deadline's carries what
    /// it ends: a token source, or the waiting for a task. Any other timer is somebody's own, a wait if it is short.
    /// </summary>
    private static TimeSpan LongestWait(object? state) =>
        state switch
        {
            CancellationTokenSource => TimeSpan.Zero,
            Task delay when delay.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) => TimeSpan.MaxValue,
            Task => TimeSpan.Zero,
            // However long a line is, who stands in it waits.
            not null when state.GetType().Name == "RateLimiter" => TimeSpan.MaxValue,
            _ => ShortestDeadline,
        };

    private void AdvanceTo(TimeSpan target)
    {
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    private ClockTimer? NextDue(TimeSpan target)
    {
        lock (_gate)
        {
            var next = _armed.MinBy(timer => timer.Due);
            if (next is null || next.Due > target)
            {
                _now = _now < target ? target : _now;
                return null;
            }

            _now = _now < next.Due ? next.Due : _now;
            Arm(next, next.Period);
            return next;
        }
    }

    /// <summary>Called under the lock.</summary>
    private void Arm(ClockTimer timer, TimeSpan dueTime)
    {
        _armed.Remove(timer);
        if (dueTime >= TimeSpan.Zero)
        {
            timer.Due = _now + dueTime;
            _armed.Add(timer);
        }
    }

    private void Set(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        TimeSpan due;
        lock (_gate)
        {
            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            Arm(timer, dueTime);
            due = timer.Due;
            if (dueTime < TimeSpan.Zero || (dueTime > TimeSpan.Zero && !timer.IsWait))
            {
                return;
            }

            if (_standsStill && dueTime > TimeSpan.Zero)
            {
                _waiting?.TrySetResult();
                return;
            }
        }

        // To the end of this wait and no further: waits that begin at once pass side by side.
        ThreadPool.QueueUserWorkItem(static wait => wait.Clock.AdvanceTo(wait.Due), (Clock: this, Due: due), preferLocal: false);
    }

    private sealed class ClockTimer(ConformanceClock clock, Action fire, TimeSpan longestWait) : ITimer
    {
        public bool IsWait { get; private set; }

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            IsWait = dueTime < longestWait;
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
