using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Http;

namespace GiftCardSdk.Ordering;

/// <summary>What the coordinator knows of an execution without knowing its result.</summary>
internal interface IOrderExecution
{
    /// <summary>Completes when the execution has ended, however it ended.</summary>
    Task Ended { get; }

    /// <summary>Ends an inquiry, which nobody waits for; leaves an execution with callers alone.</summary>
    void GiveWay();
}

/// <summary>
/// One order on its way, shared by all callers of its reference. Cancelling stops the waiting of one caller; when the last one leaves, the
/// execution stops only if nothing can have been bought.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The token source has no timer or handle of its own, and a caller may still leave after the execution's end."
)]
internal sealed class OrderExecution<TResult> : IOrderExecution
    where TResult : class
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _waits = new();
    private readonly TimeProvider _time;
    private ITimer? _deadline;
    private long _deadlineSet;
    private TimeSpan _deadlineAfter;
    private SendPermit? _permit;
    private int _callers;
    private bool _isBound;
    private bool _isClosed;

    /// <param name="operation">What is done.</param>
    /// <param name="fingerprint">What of.</param>
    /// <param name="maxSends">How often it may be sent; 0 for an inquiry, which has no callers and never sends.</param>
    /// <param name="time">The clock.</param>
    public OrderExecution(JournalledOperation<TResult> operation, string fingerprint, int maxSends, TimeProvider time)
    {
        Operation = operation;
        Fingerprint = fingerprint;
        IsInquiry = maxSends == 0;
        SendsLeft = maxSends;
        _time = time;
        _callers = maxSends > 0 ? 1 : 0;
    }

    public JournalledOperation<TResult> Operation { get; }

    public string Fingerprint { get; }

    /// <summary>Whether the resolver looks for it and no caller waits.</summary>
    public bool IsInquiry { get; }

    /// <summary>The journal's entry as last read or written; null while there is none.</summary>
    public JournalEntry? Entry { get; set; }

    public string ProviderKey => Entry?.ProviderKey ?? Operation.Identity.Reference.ProviderKey;

    /// <summary>How often this call may still send.</summary>
    public int SendsLeft { get; set; }

    /// <summary>The provider's time when the last send was handed over, or shortly before; null if it is not known.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>Whether a send of this call may have bought it: then nothing that is found later was bought before.</summary>
    public bool MayHaveBought { get; set; }

    /// <summary>Whether this call has repeated an open order and was refused for good.</summary>
    public bool RepeatWasRefused { get; set; }

    /// <summary>What the last send or look-up of this call failed with.</summary>
    public GiftCardException? LastFailure { get; set; }

    /// <summary>Ends waits, look-ups and reads: at the deadline, or when nobody waits and nothing can have been bought.</summary>
    public CancellationToken Waits => _waits.Token;

    /// <summary>Whether anybody still waits; only a caller buys.</summary>
    public bool HasCallers
    {
        get
        {
            lock (_gate)
            {
                return _callers > 0 && !_isClosed;
            }
        }
    }

    /// <summary>Whether this call may send again.</summary>
    public bool MaySend => SendsLeft > 0 && HasCallers;

    public Task<TResult> Result => _result.Task;

    public Task Ended => _result.Task;

    /// <summary>How long waits and look-ups still may last; as good as endless while no deadline is set.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            lock (_gate)
            {
                return _deadline is null ? TimeSpan.MaxValue : _deadlineAfter - _time.GetElapsedTime(_deadlineSet);
            }
        }
    }

    /// <summary>One more caller; false if the execution is over or being given up. An inquiry gives way: a caller can do more than look.</summary>
    public bool TryJoin()
    {
        GiveWay();
        lock (_gate)
        {
            _callers += _isClosed ? 0 : 1;
            return !_isClosed;
        }
    }

    /// <inheritdoc/>
    public void GiveWay()
    {
        if (IsInquiry)
        {
            Close();
            _ = _waits.CancelAsync();
        }
    }

    /// <summary>One caller fewer.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_callers > 0 || _isClosed)
            {
                return;
            }

            _isClosed = _permit?.TryRevoke() ?? !_isBound;
            if (!_isClosed)
            {
                return;
            }
        }

        // Not on the leaving caller's time: cancelling runs what waits on it.
        _ = _waits.CancelAsync();
    }

    /// <summary>A send begins; false, and the execution is closed, if nobody waits for it any more.</summary>
    public bool TryBeginSend(SendPermit permit)
    {
        lock (_gate)
        {
            _isClosed |= _callers == 0;
            _permit = _isClosed ? null : permit;
            return !_isClosed;
        }
    }

    /// <summary>The send is handed over, now.</summary>
    public void NoteHandOver() => HandedOverAt = Operation.Account.Clock?.Now;

    /// <summary>The send has ended.</summary>
    public void EndSend()
    {
        lock (_gate)
        {
            _permit = null;
        }
    }

    /// <summary>Something may have been bought: from now on the execution runs to its end, callers or not, within a time.</summary>
    public void Bind(TimeSpan within)
    {
        lock (_gate)
        {
            _isBound = true;
            if (_deadline is null)
            {
                (_deadlineSet, _deadlineAfter) = (_time.GetTimestamp(), within);
                _deadline = _time.CreateTimer(
                    static execution => ((OrderExecution<TResult>)execution!)._waits.Cancel(),
                    this,
                    within,
                    Timeout.InfiniteTimeSpan
                );
            }
        }
    }

    /// <summary>It is believed that nothing was bought: the execution is as free as before its first send.</summary>
    public void Unbind()
    {
        lock (_gate)
        {
            _isBound = false;
            _deadline?.Dispose();
            _deadline = null;
        }
    }

    /// <summary>The execution is over: nobody can join any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _deadline?.Dispose();
        }
    }

    /// <summary>Tells all callers, those who still wait.</summary>
    public void End(TResult? result, Exception? failure)
    {
        if (failure is null)
        {
            _result.TrySetResult(result!);
        }
        else if (_result.TrySetException(failure))
        {
            // An end that nobody waited for is in the journal and in the log: once looked at, it does not surface as unobserved.
            _ = _result.Task.Exception;
        }
    }
}
