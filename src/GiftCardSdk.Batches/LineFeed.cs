using System.Runtime.ExceptionServices;

namespace GiftCardSdk.Batches;

/// <summary>
/// Hands out one line after the other: those that were put aside once they are due, else the next of the list. Never holds more of the list than
/// was put aside, and reads no further while that is many. Safe for use by all workers of a run.
/// </summary>
internal sealed class LineFeed(IAsyncEnumerator<BatchLine> list, BatchOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int AsidePerWorker = 8;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly PriorityQueue<PendingLine, long> _aside = new();
    private readonly BatchControl _own = new();
    private readonly BatchControl? _control = options.Control;
    private readonly int _mostAside = options.Concurrency * AsidePerWorker;
    private Task<bool>? _reading;
    private TaskCompletionSource? _changed;
    private long _count;
    private int _inHand;
    private bool _isReadOut;
    private bool _hasLeft;
    private ExceptionDispatchInfo? _broken;

    /// <summary>Lines that wait to be tried again.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _aside.Count;
            }
        }
    }

    /// <summary>Whether the list was read to its end, and every line of it has ended.</summary>
    public bool IsWhole => IsOver && _broken is null && !_hasLeft;

    public bool IsStopped => _own.IsStopped || _control?.IsStopped == true;

    public bool IsPaused => _control?.IsPaused == true;

    /// <summary>Hands out no further line.</summary>
    public void Stop() => _own.Stop();

    /// <summary>The next line, perhaps after a wait; null if there will be none.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async ValueTask<PendingLine?> NextAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IsStopped)
                {
                    return null;
                }

                // Asked for before what it tells of is looked at, so that nothing is missed.
                var (own, control) = (_own.Changed, _control?.Changed);
                if (IsOver)
                {
                    return null;
                }

                if (!IsPaused)
                {
                    if (TakeDue() is { } due)
                    {
                        return due;
                    }

                    if (MayRead() && await ReadAsync(cancellationToken).ConfigureAwait(false) is { } read)
                    {
                        return read;
                    }
                }

                await WaitAsync(own, control, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A line that was handed out comes back later.</summary>
    public void PutAside(PendingLine line, TimeSpan wait)
    {
        var due = time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);
        lock (_gate)
        {
            _aside.Enqueue(line, due);
            _inHand--;
            _changed?.TrySetResult();
        }
    }

    /// <summary>A line that was handed out has ended.</summary>
    public void Ended()
    {
        lock (_gate)
        {
            if (--_inHand == 0)
            {
                _changed?.TrySetResult();
            }
        }
    }

    /// <summary>What was put aside and is not handed out any more.</summary>
    public IReadOnlyList<PendingLine> TakeLeft()
    {
        lock (_gate)
        {
            var left = _aside.UnorderedItems.Select(static item => item.Element).OrderBy(static line => line.Number).ToList();
            _aside.Clear();
            _hasLeft |= left.Count > 0;
            return left;
        }
    }

    /// <summary>Throws what the list has thrown.</summary>
    public void ThrowIfBroken() => _broken?.Throw();

    /// <summary>Lets the list go; one that is still being read, and does not heed its token, is let go when it has answered.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_reading is { IsCompleted: false } reading)
        {
            _ = LetGoAfterAsync(reading);
            return;
        }

        _turn.Dispose();
        await list.DisposeAsync().ConfigureAwait(false);
    }

    private async Task LetGoAfterAsync(Task reading)
    {
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _turn.Dispose();
        await list.DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Whether every line of the list has ended.</summary>
    private bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _isReadOut && _inHand == 0 && _aside.Count == 0;
            }
        }
    }

    private PendingLine? TakeDue()
    {
        lock (_gate)
        {
            if (!_aside.TryPeek(out _, out var due) || due > time.GetTimestamp())
            {
                return null;
            }

            _inHand++;
            return _aside.Dequeue();
        }
    }

    private bool MayRead()
    {
        lock (_gate)
        {
            return !_isReadOut && _aside.Count < _mostAside;
        }
    }

    /// <summary>The next line of the list; null if it takes its time, or has no further.</summary>
    private async ValueTask<PendingLine?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_reading is null)
            {
                var move = list.MoveNextAsync();
                if (!move.IsCompleted)
                {
                    _reading = move.AsTask();
                    return null;
                }

                return Take(await move.ConfigureAwait(false));
            }

            if (!_reading.IsCompleted)
            {
                return null;
            }

            var reading = _reading;
            _reading = null;
            return Take(await reading.ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _broken = ExceptionDispatchInfo.Capture(failure);
            _isReadOut = true;
            return null;
        }
    }

    private PendingLine? Take(bool hasLine)
    {
        if (!hasLine)
        {
            _isReadOut = true;
            return null;
        }

        var line = list.Current is { Request: not null } given
            ? given
            : throw new InvalidOperationException($"The line {_count + 1} of the batch is null, or its request is.");
        lock (_gate)
        {
            _inHand++;
        }

        return new(++_count, line) { IsLastTry = options.Patience == TimeSpan.Zero };
    }

    /// <summary>Waits until something is due, read, put aside, ended, resumed or stopped.</summary>
    private async ValueTask WaitAsync(Task own, Task? control, CancellationToken cancellationToken)
    {
        Task changed;
        TimeSpan? untilDue = null;
        lock (_gate)
        {
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed = _changed.Task;
            if (IsOver)
            {
                return;
            }

            if (!IsPaused && _aside.TryPeek(out _, out var due))
            {
                // Rounded up: a timer counts whole milliseconds, and one that fires early would only be armed again.
                untilDue = TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(time.GetTimestamp(), due).TotalMilliseconds));
            }
        }

        if (untilDue <= TimeSpan.Zero)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = new List<Task>(5) { changed, own, Task.Delay(untilDue ?? Timeout.InfiniteTimeSpan, time, end.Token) };
        if (control is not null)
        {
            waits.Add(control);
        }

        if (_reading is not null && !IsPaused)
        {
            waits.Add(_reading);
        }

        await Task.WhenAny(waits).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
    }
}
