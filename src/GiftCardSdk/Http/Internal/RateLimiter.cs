using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Diagnostics;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Keeps one account below its provider's limit, on a <see cref="TimeProvider"/>, as its <see cref="Pacer"/> says. First come, first served in two
/// lines: calls with a deadline, which are refused where it could not be kept, and orders that have not begun, which wait as long as their callers.
/// A 429 pauses everybody.
/// </summary>
internal sealed class RateLimiter : IDisposable
{
    private const int MaxPauseDoublings = 4;

    /// <summary>How many calls go before an order that has not begun: what an order asks for on its way is done before the next one begins.</summary>
    private const int CallsBeforeAStart = 4;

    /// <summary>What a process goes on with that does not hear of its share any more.</summary>
    private const double StrandedShare = 0.1;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _started;
    private readonly Pacer _pacer;
    private readonly TimeSpan _longestPause;
    private readonly LinkedList<Waiter> _calls = [];
    private readonly LinkedList<Waiter> _starts = [];
    private int _callsInARow;
    private int _granted;
    private TimeSpan _pausedUntil = TimeSpan.MinValue;
    private int _pausesInARow;
    private TimeSpan _shareUntil = TimeSpan.MaxValue;

    /// <param name="pacer">The schedule.</param>
    /// <param name="time">The clock.</param>
    /// <param name="longestPause">What a pause is cut to: one answer must not silence an account for years.</param>
    public RateLimiter(Pacer pacer, TimeProvider time, TimeSpan longestPause)
    {
        _pacer = pacer;
        _time = time;
        _longestPause = longestPause;
        _started = time.GetTimestamp();
        _timer = time.CreateTimer(
            static limiter => ((RateLimiter)limiter!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    private TimeSpan Now => _time.GetElapsedTime(_started);

    /// <summary>The part of the account's rate that is this process's, from 0 to 1.</summary>
    public double Share
    {
        get
        {
            lock (_lock)
            {
                EndShare(Now);
                return _pacer.Share;
            }
        }
    }

    /// <summary>Called after each request for a grant, for whoever shares the rate with other processes.</summary>
    public Action? Asked { get; init; }

    /// <summary>Asks for a grant of a call.</summary>
    /// <param name="patience">How long the caller could wait at most.</param>
    /// <param name="cancellationToken">Ends the waiting and gives the place in the line back.</param>
    /// <param name="hasTurn">Whether it has its grant already, and needs none but while the account pauses.</param>
    /// <returns>Whether it was granted, and after how long; or refused, because it would take how long.</returns>
    public ValueTask<Turn> WaitAsync(TimeSpan patience, CancellationToken cancellationToken, bool hasTurn = false) =>
        WaitAsync(_calls, patience, hasTurn, cancellationToken);

    /// <summary>Asks for the grant of an order before it begins; waits for as long as it takes.</summary>
    /// <param name="longestPause">The longest pause after a 429 that it waits for.</param>
    /// <param name="cancellationToken">Ends the waiting and gives the place in the line back.</param>
    /// <returns>Whether it was granted, and after how long; not granted if the account pauses for longer.</returns>
    public ValueTask<Turn> WaitToStartAsync(TimeSpan longestPause, CancellationToken cancellationToken) =>
        WaitAsync(_starts, longestPause, hasTurn: false, cancellationToken);

    /// <summary>The provider said 429: nobody is sent until the pause is over, and then a little more slowly.</summary>
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
                _pacer.Slow();
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

    /// <summary>A part of the account's rate is this process's for a time; if nothing is heard by then, a small one remains.</summary>
    /// <param name="share">From 0, for none, to 1, for all of it.</param>
    /// <param name="goodFor">For how long from now; null for as long as nothing else is said.</param>
    public void SetShare(double share, TimeSpan? goodFor)
    {
        lock (_lock)
        {
            var now = Now;
            _shareUntil = goodFor is { } time ? Sum(now, time) : TimeSpan.MaxValue;
            if (_pacer.Share.CompareTo(share) != 0)
            {
                _pacer.SetShare(share, now);
                RefuseTheImpatient(now);
            }

            GrantDue(now);
            Arm(now);
        }
    }

    /// <summary>Less of the account's rate is this process's from now on, for as long as what it had was good.</summary>
    public void LowerShare(double share)
    {
        lock (_lock)
        {
            if (share < _pacer.Share)
            {
                var now = Now;
                _pacer.SetShare(share, now);
                RefuseTheImpatient(now);
                Arm(now);
            }
        }
    }

    /// <summary>How many wait, and how many were granted since this was last asked.</summary>
    public (int Waiting, int Granted) TakeDemand()
    {
        lock (_lock)
        {
            var granted = _granted;
            _granted = 0;
            return (_calls.Count + _starts.Count, granted);
        }
    }

    /// <summary>How the account stands at this moment; asking changes nothing.</summary>
    public AccountRate Look(string account)
    {
        lock (_lock)
        {
            var now = Now;
            EndShare(now);
            var perMinute = _pacer.PerTime(TimeSpan.FromMinutes(1));
            return new(account, double.IsFinite(perMinute) ? perMinute : null, _pacer.Share, _calls.Count + _starts.Count)
            {
                PausedFor = _pausedUntil > now ? _pausedUntil - now : null,
            };
        }
    }

    /// <summary>How many calls the whole rate gives in a time.</summary>
    public double PerTime(TimeSpan time)
    {
        lock (_lock)
        {
            return _pacer.PerTime(time);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private ValueTask<Turn> WaitAsync(LinkedList<Waiter> line, TimeSpan patience, bool hasTurn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter? waiter;
        Turn turn;
        lock (_lock)
        {
            var now = Now;
            GrantDue(now);
            waiter = TryNow(line, now, patience, hasTurn, out turn) ? null : new(now, patience);
            if (waiter is not null)
            {
                line.AddLast(waiter.Node);
                Arm(now);
            }
        }

        Asked?.Invoke();
        return waiter is null ? new(turn) : new(WaitInLineAsync(waiter, cancellationToken));
    }

    /// <summary>Answers a caller at once where that can be done: with a grant, or since it would wait for too long.</summary>
    private bool TryNow(LinkedList<Waiter> line, TimeSpan now, TimeSpan patience, bool hasTurn, out Turn turn)
    {
        if (hasTurn && now >= _pausedUntil)
        {
            turn = new(true, TimeSpan.Zero);
            return true;
        }

        if (!_pacer.IsClosed && _calls.Count + _starts.Count == 0 && NextDue() <= now)
        {
            Take(now, now);
            turn = new(true, TimeSpan.Zero);
            return true;
        }

        var wait = ExpectedAt(line, line.Count, now) - now;
        turn = new(false, wait);
        return wait >= patience;
    }

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
            if (waiter.Node.List is { } line)
            {
                line.Remove(waiter.Node);
                Arm(Now);
            }
        }

        waiter.TrySetCanceled(cancellationToken);
    }

    /// <summary>When the next grant is due, by the schedule alone and perhaps in the past; never while no share of the rate is here.</summary>
    private TimeSpan NextDue() => _pacer.IsClosed ? TimeSpan.MaxValue : _pacer.At(0, _pausedUntil);

    /// <summary>When the caller at a place in its line can expect its turn. An order that has not begun waits for pauses alone.</summary>
    private TimeSpan ExpectedAt(LinkedList<Waiter> line, int place, TimeSpan now)
    {
        var earliest = now > _pausedUntil ? now : _pausedUntil;
        return line == _starts
            ? earliest
            : _pacer.At(place + Math.Min(_starts.Count, (place + _callsInARow) / CallsBeforeAStart), earliest);
    }

    private void Take(TimeSpan now, TimeSpan due)
    {
        _pacer.Take(now, due);
        _granted++;
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
        EndShare(now);
        while (FirstInLine(out var first) && NextDue() is var due && due <= now)
        {
            var waiter = first.Value;
            Take(now, due > waiter.Since ? due : waiter.Since);
            _callsInARow = first.List == _starts || _starts.Count == 0 ? 0 : _callsInARow + 1;
            first.List!.Remove(first);
            waiter.TrySetResult(new(true, now - waiter.Since));
        }
    }

    /// <summary>Nothing was heard in time: others may have been given what was ours.</summary>
    private void EndShare(TimeSpan now)
    {
        if (now >= _shareUntil)
        {
            _shareUntil = TimeSpan.MaxValue;
            _pacer.SetShare(_pacer.IsClosed ? StrandedShare : Math.Min(StrandedShare, _pacer.Share), now);
            RefuseTheImpatient(now);
        }
    }

    private bool FirstInLine([NotNullWhen(true)] out LinkedListNode<Waiter>? first)
    {
        var isStart = _calls.Count == 0 || (_starts.Count > 0 && _callsInARow >= CallsBeforeAStart);
        first = isStart ? _starts.First : _calls.First;
        return first is not null;
    }

    private void RefuseTheImpatient(TimeSpan now)
    {
        RefuseTheImpatient(_calls, now);
        if (now < _pausedUntil)
        {
            RefuseTheImpatient(_starts, now);
        }
    }

    private void RefuseTheImpatient(LinkedList<Waiter> line, TimeSpan now)
    {
        var place = 0;
        for (var node = line.First; node is not null; )
        {
            var next = node.Next;
            var due = ExpectedAt(line, place, now);
            if (due >= (line == _starts ? Sum(now, node.Value.Patience) : Sum(node.Value.Since, node.Value.Patience)))
            {
                line.Remove(node);
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
        var isEmpty = _calls.Count + _starts.Count == 0;
        var due =
            isEmpty ? TimeSpan.MaxValue
            : _pacer.IsClosed ? _shareUntil
            : NextDue();
        // Rounded up: a system timer counts whole milliseconds, and one that fires early would only be armed again.
        var wait =
            due == TimeSpan.MaxValue
                ? Timeout.InfiniteTimeSpan
                : TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((due - now).TotalMilliseconds)));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Sum(TimeSpan now, TimeSpan wait) => wait > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + wait;

    /// <summary>What became of a request for a grant.</summary>
    /// <param name="IsGranted">Whether the caller may send.</param>
    /// <param name="Wait">How long it waited; if it was refused, how long it would have to.</param>
    public readonly record struct Turn(bool IsGranted, TimeSpan Wait);

    private sealed class Waiter : TaskCompletionSource<Turn>
    {
        public Waiter(TimeSpan since, TimeSpan patience)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            Since = since;
            Patience = patience;
            Node = new(this);
        }

        public LinkedListNode<Waiter> Node { get; }

        public TimeSpan Since { get; }

        public TimeSpan Patience { get; }
    }
}
