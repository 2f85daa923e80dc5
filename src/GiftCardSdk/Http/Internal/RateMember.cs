using System.Security.Cryptography;
using GiftCardSdk.Internal;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// This process among those that share an account's rate. While the account is called it writes itself down about once a second, with what it could
/// use, and tells the limiter what it may. It lowers itself before it writes so, and raises itself after, so that all together never use more than the whole.
/// </summary>
/// <remarks>
/// Clocks are not compared: a member whose beat has stood still for longer, by the observer's own clock, than a share is good for by the member's
/// own, is over, and its share is free. A process that slept or could not write has left its share by then.
/// </remarks>
internal sealed class RateMember : IAsyncDisposable
{
    /// <summary>How often it writes itself down.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The same while others still hold what is to be its own.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a share is good for, from before it was written down.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);

    /// <summary>How long the beat of another must have stood still: longer than its share is good for, by a clock that is a fifth too fast.</summary>
    public static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(2.5);

    private const int IdleBeats = 3;
    private const int MostTries = 20;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly string _me = Base32.Encode(RandomNumberGenerator.GetBytes(10));
    private readonly Dictionary<string, (long Beat, long SeenAt)> _seen = new(StringComparer.Ordinal);
    private readonly ISharedRate _store;
    private readonly string _account;
    private readonly RateLimiter _limiter;
    private readonly TimeProvider _time;
    private readonly Action<Exception> _onFailure;
    private readonly ITimer _timer;
    private Task _beating = Task.CompletedTask;
    private string? _text;
    private long _beat;
    private long _askedAt;
    private int _holds;
    private int _idle;
    private bool _isMember;
    private bool _hasFailed;
    private bool _isOver;

    /// <param name="store">Where the members agree.</param>
    /// <param name="account">On which account.</param>
    /// <param name="limiter">Makes the limiter, given whom to tell of each call; it has no share until it is given one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onFailure">Told when the store cannot be reached, once until it can.</param>
    public RateMember(ISharedRate store, string account, Func<Action, RateLimiter> limiter, TimeProvider time, Action<Exception> onFailure)
    {
        (_store, _account, _time, _onFailure) = (store, account, time, onFailure);
        _limiter = limiter(Wake);
        _limiter.SetShare(0, goodFor: null);
        _timer = time.CreateTimer(static member => ((RateMember)member!).Begin(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The limiter whose share this is.</summary>
    public RateLimiter Limiter => _limiter;

    /// <summary>Completes when it is not looking at what the others do.</summary>
    public Task Beating
    {
        get
        {
            lock (_gate)
            {
                return _beating;
            }
        }
    }

    /// <summary>Leaves, so that the others need not find out; gives up where the store does not answer.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            last = _beating;
        }

        await _timer.DisposeAsync().ConfigureAwait(false);
        if (_isMember)
        {
            last = LeaveAfterAsync(last);
            await last.WaitAsync(GoodFor, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            last.Abandon();
        }
    }

    /// <summary>The account is called.</summary>
    private void Wake()
    {
        // Read without the lock: it is asked for every call, and a member that waits for its share beats soon anyway.
        if (Volatile.Read(ref _isMember) && (Volatile.Read(ref _holds) > 0 || Volatile.Read(ref _idle) == 0))
        {
            return;
        }

        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            // Where the store could not be reached the last time, nobody waits for it again.
            _limiter.SetShare(0, _hasFailed ? TimeSpan.Zero : GoodFor);
            _isMember = true;
            _idle = 0;
        }

        Begin();
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (_beating.IsCompleted && _isMember && !_isOver)
            {
                _beating = BeatAsync();
            }
        }
    }

    private async Task BeatAsync()
    {
        var next = Interval;
        try
        {
            next = await BeatOnceAsync().ConfigureAwait(false);
            _hasFailed = false;
        }
        catch (Exception failure)
        {
            // What stands there is not known: whether this beat was written is not either.
            _text = null;
            if (!_hasFailed)
            {
                _hasFailed = true;
                _onFailure(failure);
            }
        }

        lock (_gate)
        {
            if (_isMember && !_isOver)
            {
                _timer.Change(next, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private async ValueTask<TimeSpan> BeatOnceAsync()
    {
        var (wants, isWanted) = ReadDemand();
        _idle = isWanted ? 0 : _idle + 1;
        if (_idle >= IdleBeats)
        {
            return await LeaveAsync().ConfigureAwait(false);
        }

        _beat++;
        var fair = 0;
        var (book, begun) = await ChangeAsync(book =>
            {
                (var holds, fair) = book.Renew(_me, _beat, wants);
                _limiter.LowerShare(ShareOf(holds));
            })
            .ConfigureAwait(false);
        Hold(book.Members.Find(member => member.Id == _me)!.Holds, GoodFor - _time.GetElapsedTime(begun));
        return NextBeat(book, _holds < fair);
    }

    /// <summary>What this process could use, as parts of the whole: what it used, and what waits.</summary>
    private (int Parts, bool IsWanted) ReadDemand()
    {
        var (waiting, granted) = _limiter.TakeDemand();
        var now = _time.GetTimestamp();
        var passed = _time.GetElapsedTime(_askedAt, now);
        _askedAt = now;
        var used = passed > Interval ? granted * (Interval / passed) : granted;
        var isWanted = waiting + granted > 0;
        // Who calls seldom does not wait the longer for it: one call a beat at least.
        var calls = isWanted ? Math.Max(1, waiting + used) : 0;
        return ((int)Math.Min(RateBook.Whole, Math.Ceiling(RateBook.Whole * calls / _limiter.PerTime(Interval))), isWanted);
    }

    /// <summary>Nobody has called for a while: the account's others need not count with this process.</summary>
    private async ValueTask<TimeSpan> LeaveAsync()
    {
        Hold(0, goodFor: null);
        try
        {
            await ChangeAsync(book => book.Members.RemoveAll(member => member.Id == _me)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The others will find out.
            _text = null;
        }

        lock (_gate)
        {
            _idle = 0;
            if (_limiter.TakeDemand().Waiting == 0)
            {
                _isMember = false;
                _seen.Clear();
                return Interval;
            }
        }

        // Somebody has called in the meantime.
        _limiter.SetShare(0, GoodFor);
        return Least;
    }

    private async Task LeaveAfterAsync(Task last)
    {
        await last.ConfigureAwait(false);
        _limiter.SetShare(0, goodFor: null);
        await ChangeAsync(book => book.Members.RemoveAll(member => member.Id == _me)).ConfigureAwait(false);
    }

    /// <summary>Changes the book, as often as another was faster.</summary>
    /// <returns>The book as it was written, and when that was begun.</returns>
    private async ValueTask<(RateBook Book, long Begun)> ChangeAsync(Action<RateBook> change)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var begun = _time.GetTimestamp();
            var book = RateBook.Read(_text);
            book.Members.RemoveAll(IsOver);
            change(book);
            var wanted = book.Write();
            _text = await _store.ExchangeAsync(_account, _text, wanted, CancellationToken.None).ConfigureAwait(false);
            if (_text == wanted)
            {
                return (book, begun);
            }
        }

        throw new InvalidOperationException("Others were faster each time.");
    }

    /// <summary>Whether a member has stood still for so long that it has left its share itself. One that is seen for the first time has not.</summary>
    private bool IsOver(RateShare member)
    {
        if (member.Id == _me)
        {
            return false;
        }

        if (_seen.TryGetValue(member.Id, out var seen) && seen.Beat == member.Beat)
        {
            return _time.GetElapsedTime(seen.SeenAt) >= DeadAfter;
        }

        _seen[member.Id] = (member.Beat, _time.GetTimestamp());
        return false;
    }

    /// <summary>Sooner where others still hold what is to be this one's, or where one of them is about to be over.</summary>
    private TimeSpan NextBeat(RateBook book, bool isHungry)
    {
        var next = isHungry ? Soon : Interval;
        foreach (var (id, (_, seenAt)) in _seen)
        {
            var left = DeadAfter - _time.GetElapsedTime(seenAt);
            next = left < next ? left : next;
            if (!book.Members.Exists(member => member.Id == id))
            {
                _seen.Remove(id);
            }
        }

        return next > Least ? next : Least;
    }

    private void Hold(int parts, TimeSpan? goodFor)
    {
        _holds = parts;
        _limiter.SetShare(ShareOf(parts), goodFor);
    }

    private static double ShareOf(int parts) => parts / (double)RateBook.Whole;
}
