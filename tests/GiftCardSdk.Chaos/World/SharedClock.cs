using System.IO.MemoryMappedFiles;

namespace GiftCardSdk.Chaos.World;

/// <summary>
/// The one clock of a run, for the twins and for every process that buys: a number in a small file that all have mapped into memory. The parent
/// alone moves it; whoever is killed changes nothing about it. It stands still between two moves, wall clock and monotonic clock alike.
/// </summary>
internal sealed class SharedClock : TimeProvider, IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(Alarm Alarm, int Setting), long> _alarms = new();
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly ITimer _look;
    private int _isRinging;

    private SharedClock(string path, FileMode mode)
    {
        using var stream = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, sizeof(long));
        _view = _file.CreateViewAccessor(0, sizeof(long));
        _look = System.CreateTimer(static clock => ((SharedClock)clock!).RingWhatIsDue(), this, LookEvery, LookEvery);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>A clock in a new file; the only one that may be moved.</summary>
    public static SharedClock Create(string path)
    {
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            stream.SetLength(sizeof(long));
        }

        return new(path, FileMode.Open);
    }

    /// <summary>The clock that another process moves.</summary>
    public static SharedClock Open(string path) => new(path, FileMode.Open);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override long GetTimestamp()
    {
        // Read until two readings agree, since nothing promises that eight bytes are read at once.
        while (true)
        {
            var ticks = _view.ReadInt64(0);
            if (_view.ReadInt64(0) == ticks)
            {
                return ticks;
            }
        }
    }

    /// <summary>Moves the clock. Waits that end by it end in every process.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            _view.Write(0, GetTimestamp() + by.Ticks);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Dispose()
    {
        _look.Dispose();
        lock (_gate)
        {
            _view.Dispose();
            _file.Dispose();
        }
    }

    private void RingWhatIsDue()
    {
        if (Interlocked.Exchange(ref _isRinging, 1) == 1)
        {
            return;
        }

        lock (_gate)
        {
            while (_view.CanRead && _alarms.TryPeek(out var next, out var due) && due <= GetTimestamp())
            {
                _alarms.Dequeue();
                next.Alarm.RingIfStillSet(next.Setting, due);
            }
        }

        Volatile.Write(ref _isRinging, 0);
    }

    /// <summary>One timer. It is found in the queue once for each time that it was set; only the last setting counts.</summary>
    private sealed class Alarm(SharedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;
        private TimeSpan _period;
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                if (_isDisposed)
                {
                    return false;
                }

                _setting++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock._alarms.Enqueue((this, _setting), clock.GetTimestamp() + dueTime.Ticks);
                }

                return true;
            }
        }

        /// <summary>Under the clock's lock; the callback runs elsewhere.</summary>
        public void RingIfStillSet(int setting, long due)
        {
            if (_isDisposed || setting != _setting)
            {
                return;
            }

            ThreadPool.UnsafeQueueUserWorkItem(static alarm => alarm.Ring(), this, preferLocal: false);
            if (_period > TimeSpan.Zero)
            {
                clock._alarms.Enqueue((this, setting), due + _period.Ticks);
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _isDisposed = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring() => callback(state);
    }
}
