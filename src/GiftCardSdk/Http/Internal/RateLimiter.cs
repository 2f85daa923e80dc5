namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Keeps one account below its provider's limit: a window log of the last N grants, first come first served, on a <see cref="TimeProvider"/>.
/// Each wait is known beforehand, so that a call which could not be sent in time is refused instead of kept waiting. A 429 pauses everybody.
/// </summary>
/// <remarks>
/// Why not a bucket: a bucket of N grants up to 2 N in one window. The window is stretched by 2 %, because what is spaced exactly here arrives
/// with jitter there.
/// </remarks>
internal sealed class RateLimiter : IDisposable
{
    private const double Pace = 0.98;
    private const int MaxPauseDoublings = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _started;
    private readonly LinkedList<Waiter> _queue = [];

    /// <summary>When the last N grants were given, as a ring; empty where there is no limit.</summary>
    private readonly TimeSpan[] _grants;
    private readonly TimeSpan _window;
    private readonly TimeSpan _longestPause;
    private int _oldest;
    private TimeSpan _pausedUntil = TimeSpan.MinValue;
    private int _pausesInARow;

    /// <param name="limit">Grants a window; null for no limit but the pauses.</param>
    /// <param name="window">The window that the provider documents.</param>
    /// <param name="time">The clock.</param>
    /// <param name="longestPause">What a pause is cut to: one answer must not silence an account for years.</param>
    public RateLimiter(int? limit, TimeSpan window, TimeProvider time, TimeSpan longestPause)
    {
        _time = time;
        _longestPause = longestPause;
        _started = time.GetTimestamp();
        _window = window / Pace;
        _grants = new TimeSpan[limit ?? 0];
        Array.Fill(_grants, -_window);
        _timer = time.CreateTimer(
            static limiter => ((RateLimiter)limiter!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    private TimeSpan Now => _time.GetElapsedTime(_started);

    /// <summary>Asks for a grant.</summary>
    /// <param name="patience">How long the caller could wait at most.</param>
    /// <param name="cancellationToken">Ends the waiting and gives the place in the queue back.</param>
    /// <returns>Whether it was granted, and after how long; or refused, because it would take how long.</returns>
    public ValueTask<Turn> WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_lock)
        {
            var now = Now;
            GrantDue(now);
            var wait = DueAt(_queue.Count, now) - now;
            if (wait <= TimeSpan.Zero)
            {
                Grant(now);
                return new(new Turn(true, TimeSpan.Zero));
            }

            if (wait >= patience)
            {
                return new(new Turn(false, wait));
            }

            waiter = new(now, Sum(now, patience));
            _queue.AddLast(waiter.Node);
            Arm(now);
        }

        return new(WaitInLineAsync(waiter, cancellationToken));
    }

    /// <summary>The provider said 429: nobody is sent until the pause is over.</summary>
    /// <param name="asked">How long the provider asks to wait; null for a short pause that doubles each time it did not help.</param>
    /// <returns>The pause, no longer than the longest that is allowed.</returns>
    public TimeSpan Pause(TimeSpan? asked)
    {
        lock (_lock)
        {
            var now = Now;
            if (now >= _pausedUntil)
            {
                // Only an answer to something sent after the last pause says that the pause was too short.
                _pausesInARow = Math.Min(_pausesInARow + 1, MaxPauseDoublings);
            }

            var wish = asked ?? FirstPause * (1 << (_pausesInARow - 1));
            var pause = wish < _longestPause ? wish : _longestPause;
            var until = Sum(now, pause);
            if (until > _pausedUntil)
            {
                _pausedUntil = until;
                RefuseTheImpatient(now);
                Arm(now);
            }

            return pause;
        }
    }

    /// <summary>The provider answered something else than 429.</summary>
    public void Calm()
    {
        if (Volatile.Read(ref _pausesInARow) != 0)
        {
            lock (_lock)
            {
                if (Now >= _pausedUntil)
                {
                    _pausesInARow = 0;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private async Task<Turn> WaitInLineAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (limiter, waiter) = ((RateLimiter, Waiter))state!;
                limiter.Leave(waiter, token);
            },
            (this, waiter)
        );
        return await waiter.Task.ConfigureAwait(false);
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.Node.List is not null)
            {
                _queue.Remove(waiter.Node);
                Arm(Now);
            }
        }

        waiter.TrySetCanceled(cancellationToken);
    }

    /// <summary>When the caller at a place in the queue gets its turn: N places later is one window later, and never within a pause.</summary>
    private TimeSpan DueAt(int place, TimeSpan now)
    {
        var earliest = now > _pausedUntil ? now : _pausedUntil;
        if (_grants.Length == 0)
        {
            return earliest;
        }

        var (windows, slot) = Math.DivRem(place, _grants.Length);
        var afterPause = earliest + (_window * windows);
        var afterGrant = _grants[(_oldest + slot) % _grants.Length] + (_window * (windows + 1));
        return afterPause > afterGrant ? afterPause : afterGrant;
    }

    private void Grant(TimeSpan now)
    {
        if (_grants.Length > 0)
        {
            _grants[_oldest] = now;
            _oldest = (_oldest + 1) % _grants.Length;
        }
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            var now = Now;
            GrantDue(now);
            Arm(now);
        }
    }

    private void GrantDue(TimeSpan now)
    {
        while (_queue.First is { } first && DueAt(0, now) <= now)
        {
            Grant(now);
            _queue.RemoveFirst();
            first.Value.TrySetResult(new(true, now - first.Value.Since));
        }
    }

    private void RefuseTheImpatient(TimeSpan now)
    {
        var place = 0;
        for (var node = _queue.First; node is not null; )
        {
            var next = node.Next;
            var due = DueAt(place, now);
            if (due >= node.Value.Until)
            {
                _queue.Remove(node);
                node.Value.TrySetResult(new(false, due - now));
            }
            else
            {
                place++;
            }

            node = next;
        }
    }

    private void Arm(TimeSpan now)
    {
        // Rounded up: a system timer counts whole milliseconds, and one that fires early would only be armed again.
        var wait =
            _queue.Count == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Ceiling((DueAt(0, now) - now).TotalMilliseconds));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Sum(TimeSpan now, TimeSpan wait) => wait > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + wait;

    /// <summary>What became of a request for a grant.</summary>
    /// <param name="IsGranted">Whether the caller may send.</param>
    /// <param name="Wait">How long it waited; if it was refused, how long it would have to.</param>
    public readonly record struct Turn(bool IsGranted, TimeSpan Wait);

    private sealed class Waiter : TaskCompletionSource<Turn>
    {
        public Waiter(TimeSpan since, TimeSpan until)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            Since = since;
            Until = until;
            Node = new(this);
        }

        public LinkedListNode<Waiter> Node { get; }

        public TimeSpan Since { get; }

        public TimeSpan Until { get; }
    }
}
