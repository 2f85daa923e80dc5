namespace GiftCardSdk.TestHelpers;

/// <summary>
/// A clock that moves only when a test moves it. Both the wall clock and the monotonic one stand still between two calls of
/// <see cref="Advance"/>; timers fire inside that call, in the order in which they are due, each at its own time.
/// </summary>
/// <remarks>
/// Safe for use from several threads. Callbacks run on the thread that advances, outside the lock. A timer armed with a due time of
/// zero fires at once on the thread pool, as the system's does.
/// <para>
/// The pattern: start the work, <c>await clock.WaitForTimersAsync(1)</c> until it has armed its timer, then <c>Advance</c>.
/// </para>
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<ManualTimer> _armed = [];
    private readonly List<TimerWait> _waits = [];
    private DateTimeOffset _utcNow;
    private long _elapsed;
    private long _target;
    private long _armings;

    /// <summary>A clock that stands at noon UTC on 15 January 2026.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero)) { }

    /// <summary>A clock that stands at <paramref name="start"/>.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _utcNow = start.ToUniversalTime();

    /// <summary>UTC, whatever the machine says: tests must not depend on where they run.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>One tick of 100 ns, so that a timestamp difference is exactly the time advanced.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are armed now.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_lock)
            {
                return _armed.Count;
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _utcNow;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _elapsed;
        }
    }

    /// <summary>Moves both clocks forward and fires every timer that falls due on the way, re-armed and periodic ones included.</summary>
    /// <param name="by">Zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long target;
        lock (_lock)
        {
            target = _target += by.Ticks;
        }

        while (TakeNextDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>
    /// Moves the clock from one armed timer to the next until the work is done. For work that waits on one timer at a time: with several, a
    /// deadline may fire before the work has armed the shorter wait it was about to.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="within">Runs only into timers due within this span, so that the deadline of work that is busy is left alone.</param>
    /// <param name="cancellationToken">Ends the waiting, so that a test which waits in vain fails instead of hanging.</param>
    public async Task<T> RunUntilCompletedAsync<T>(Task<T> work, TimeSpan? within = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, WaitForTimersAsync(1, within, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (UntilNextTimer() is var next && (within is null || next <= within))
            {
                Advance(next);
            }
        }

        return await work.ConfigureAwait(false);
    }

    /// <summary>
    /// Sets the wall clock alone, forward or back, as a correction of the system's time does: the monotonic clock and the timers do not
    /// notice. To let time pass, use <see cref="Advance"/>.
    /// </summary>
    public void SetUtcNow(DateTimeOffset value)
    {
        lock (_lock)
        {
            _utcNow = value.ToUniversalTime();
        }
    }

    /// <summary>Completes as soon as at least <paramref name="count"/> timers are armed, at once if they are already.</summary>
    /// <param name="count">One or more.</param>
    /// <param name="within">
    /// Counts only timers due within this span from now: this is how a back-off of a second is told from a deadline of a minute.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting, so that a test which waits in vain fails instead of hanging.</param>
    public Task WaitForTimersAsync(int count, TimeSpan? within = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_lock)
        {
            if (CountArmed(within) >= count)
            {
                return Task.CompletedTask;
            }

            var wait = new TimerWait(count, within, new(TaskCreationOptions.RunContinuationsAsynchronously));
            _waits.Add(wait);
            return wait.Signal.Task.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan UntilNextTimer()
    {
        lock (_lock)
        {
            return _armed.Count == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(_armed.Min(timer => timer.Due) - _elapsed);
        }
    }

    private ManualTimer? TakeNextDue(long target)
    {
        lock (_lock)
        {
            var next = _armed.Where(timer => timer.Due <= target).MinBy(timer => (timer.Due, timer.Arming));
            MoveTo(next?.Due ?? target);
            if (next is null)
            {
                return null;
            }

            _armed.Remove(next);
            if (next.Period > 0)
            {
                Arm(next, next.Due + next.Period, next.Period);
            }

            return next;
        }
    }

    private void MoveTo(long elapsed)
    {
        if (elapsed > _elapsed)
        {
            _utcNow = _utcNow.AddTicks(elapsed - _elapsed);
            _elapsed = elapsed;
        }
    }

    private void Arm(ManualTimer timer, long due, long period)
    {
        timer.Due = due;
        timer.Period = period;
        timer.Arming = ++_armings;
        _armed.Add(timer);
        for (var i = _waits.Count - 1; i >= 0; i--)
        {
            if (CountArmed(_waits[i].Within) >= _waits[i].Count)
            {
                _waits[i].Signal.TrySetResult();
                _waits.RemoveAt(i);
            }
        }
    }

    private int CountArmed(TimeSpan? within) =>
        within is { } span ? _armed.Count(timer => timer.Due - _elapsed <= span.Ticks) : _armed.Count;

    private sealed record TimerWait(int Count, TimeSpan? Within, TaskCompletionSource Signal);

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public long Due { get; set; }

        public long Period { get; set; }

        public long Arming { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                if (_disposed)
                {
                    return false;
                }

                clock._armed.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
                if (dueTime > TimeSpan.Zero || period > TimeSpan.Zero)
                {
                    clock.Arm(this, clock._elapsed + (dueTime > TimeSpan.Zero ? dueTime : period).Ticks, Math.Max(0, period.Ticks));
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _disposed = true;
                clock._armed.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
