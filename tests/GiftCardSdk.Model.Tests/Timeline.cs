namespace GiftCardSdk.Model.Tests;

/// <summary>
/// True time, which passes only when told to. Everything that a timer sets off comes to rest before the next one fires, so that a run is the same
/// each time.
/// </summary>
/// <param name="settle">Waits until everything has come to rest.</param>
internal sealed class Timeline(Action settle)
{
    private readonly Lock _gate = new();
    private readonly List<ModelTimer> _armed = [];
    private long _ticks;
    private long _armings;

    /// <summary>The time since the run began.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                return TimeSpan.FromTicks(_ticks);
            }
        }
    }

    /// <summary>Lets time pass and fires what falls due on the way.</summary>
    public void LetPass(TimeSpan time)
    {
        var target = (Now + time).Ticks;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
            settle();
        }
    }

    /// <summary>Goes to the next timer and fires it; false if there is none.</summary>
    public bool GoToNextTimer()
    {
        if (TakeDue(long.MaxValue) is not { } timer)
        {
            return false;
        }

        timer.Fire();
        settle();
        return true;
    }

    public void Arm(ModelTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime >= TimeSpan.Zero)
            {
                (timer.Due, timer.Arming) = (_ticks + dueTime.Ticks, ++_armings);
                _armed.Add(timer);
            }
        }
    }

    public void Disarm(ModelTimer timer)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
        }
    }

    public void DisarmAll(ModelClock clock)
    {
        lock (_gate)
        {
            _armed.RemoveAll(timer => timer.Clock == clock);
        }
    }

    private ModelTimer? TakeDue(long target)
    {
        lock (_gate)
        {
            ModelTimer? next = null;
            foreach (var timer in _armed)
            {
                var isEarlier = next is null || timer.Due < next.Due || (timer.Due == next.Due && timer.Arming < next.Arming);
                next = timer.Due <= target && isEarlier ? timer : next;
            }

            if (next is not null)
            {
                _armed.Remove(next);
            }

            _ticks = next?.Due ?? (target == long.MaxValue ? _ticks : target);
            return next;
        }
    }
}

/// <summary>
/// The clock of one process, or of the provider. Its wall clock may be wrong; its timers and its monotonic clock are not, and end with the process.
/// </summary>
internal sealed class ModelClock(Timeline timeline) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private volatile bool _isStopped;

    /// <summary>How far the wall clock is ahead of the truth.</summary>
    public TimeSpan Error { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + timeline.Now + Error;

    public override long GetTimestamp() => timeline.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ModelTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The process is dead: none of its timers fires any more.</summary>
    public void Stop()
    {
        _isStopped = true;
        timeline.DisarmAll(this);
    }

    public void Arm(ModelTimer timer, TimeSpan dueTime)
    {
        if (!_isStopped)
        {
            timeline.Arm(timer, dueTime);
        }
    }

    public void Disarm(ModelTimer timer) => timeline.Disarm(timer);
}

/// <summary>A timer that fires once, on the thread that lets time pass.</summary>
internal sealed class ModelTimer(ModelClock clock, TimerCallback callback, object? state) : ITimer
{
    public ModelClock Clock => clock;

    public long Due { get; set; }

    public long Arming { get; set; }

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period > TimeSpan.Zero)
        {
            throw new NotSupportedException("Nothing in the core ticks.");
        }

        clock.Arm(this, dueTime);
        return true;
    }

    public void Dispose() => clock.Disarm(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
