using System.Collections.Concurrent;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Model.Tests;

/// <summary>What goes wrong next, as the commands said.</summary>
internal sealed class Script(World world)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(Drawing.MaxLagSeconds / 2);

    private readonly ConcurrentQueue<NextSend> _sends = new();
    private readonly ConcurrentQueue<LookupEnd> _lookups = new();

    // A pass that makes way for a caller writes while the caller's order does.
    private readonly ConcurrentQueue<WriteFault> _faults = new();

    /// <summary>How the next send ends.</summary>
    public SendEnd NextSend => _sends.TryPeek(out var next) ? next.End : SendEnd.Accepted;

    /// <summary>Whether a write is going to fail.</summary>
    public bool HasFaults => !_faults.IsEmpty;

    /// <summary>Whether a write of this process has failed or is going to.</summary>
    public bool HadFaults { get; private set; }

    public void Add(NextSend next) => _sends.Enqueue(next);

    public void Add(NextLookups next)
    {
        for (var i = 0; i < next.Times; i++)
        {
            _lookups.Enqueue(next.End);
        }
    }

    public void Add(FailWrites failures)
    {
        for (var i = 0; i < failures.Times; i++)
        {
            Add(failures.AreWritten ? WriteFault.FailAfter : WriteFault.FailBefore);
        }
    }

    public void Add(CrashAtWrite crash) => Add(crash.IsWritten ? WriteFault.DieAfter : WriteFault.DieBefore);

    public WriteFault NextFault() => _faults.TryDequeue(out var fault) ? fault : WriteFault.None;

    public void Clear(bool faultsOnly = false)
    {
        _faults.Clear();
        HadFaults &= !faultsOnly;
        if (!faultsOnly)
        {
            _sends.Clear();
            _lookups.Clear();
        }
    }

    /// <summary>How this send ends. What it waits for in the process dies with the process.</summary>
    public ScriptedEnd EndOf(Reference reference, TimeProvider process)
    {
        var (end, seconds) = _sends.TryDequeue(out var next) ? (next.End, TimeSpan.FromSeconds(next.Seconds)) : default;
        world.ReadLedger();
        if (reference.IsNotSold(world.Now))
        {
            // The next sale comes of this send, if it is one.
            reference.SoldBy = world.Now;
        }

        reference.LateUntil = end == SendEnd.SoldLate ? world.Now + seconds : reference.LateUntil;
        return end switch
        {
            SendEnd.SlowToLeave => ScriptedEnd.Accepted with { BeforeHandOver = Task.Delay(seconds, process) },
            SendEnd.SlowToAnswer => ScriptedEnd.Accepted with { BeforeAnswer = Task.Delay(seconds, process) },
            SendEnd.Refused => ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable),
            SendEnd.RateLimited => ScriptedEnd.RateLimited(seconds < Long ? seconds : null),
            SendEnd.NeverSent => ScriptedEnd.NeverSent,
            SendEnd.AnswerLost => ScriptedEnd.AnswerLost,
            SendEnd.RequestLost => ScriptedEnd.RequestLost,
            SendEnd.ServerErrorAfterSale => ScriptedEnd.ServerErrorAfterSale,
            SendEnd.ServerError => ScriptedEnd.ServerError,
            SendEnd.HangsAfterSale => ScriptedEnd.HangsAfterSale,
            SendEnd.Hangs => ScriptedEnd.Hangs,
            SendEnd.SoldLate => ScriptedEnd.SoldLate(seconds),
            SendEnd.Throws => ScriptedEnd.Throws(new IOException()),
            SendEnd.ThrowsAfterSale => ScriptedEnd.Throws(new IOException(), isSold: true),
            SendEnd.Conflict => ScriptedEnd.Conflict,
            SendEnd.RecipientRefused => ScriptedEnd.RecipientRefused,
            _ => ScriptedEnd.Accepted,
        };
    }

    /// <summary>How this look-up ends. An index may lag behind a sale, but no longer than the quiet time is meant for.</summary>
    public ScriptedLookup EndOf(Reference reference)
    {
        var mayLag = world.Now - reference.SoldBy < TimeSpan.FromSeconds(Drawing.MaxLagSeconds);
        return (_lookups.TryDequeue(out var end) ? end : LookupEnd.Truth) switch
        {
            LookupEnd.Miss when mayLag => ScriptedLookup.Miss,
            LookupEnd.Inconclusive => ScriptedLookup.Inconclusive("page cap"),
            LookupEnd.Throws => ScriptedLookup.Throws(new IOException()),
            LookupEnd.Hangs => ScriptedLookup.Hangs,
            _ => ScriptedLookup.Truth,
        };
    }

    private void Add(WriteFault fault)
    {
        _faults.Enqueue(fault);
        HadFaults = true;
    }
}
