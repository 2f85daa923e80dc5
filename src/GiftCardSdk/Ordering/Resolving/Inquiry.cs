using static GiftCardSdk.Ordering.OrderJournalState;

namespace GiftCardSdk.Ordering.Resolving;

/// <summary>
/// Looks once for an order and writes down what that proves. A write that fails or comes too late loses nothing, since a look-up can be made
/// again; so whoever wrote an end is the one who reports it.
/// </summary>
internal sealed class Inquiry(JournalAccess journal, OpenOrders openOrders)
{
    public async ValueTask<Finding> RunAsync(Flight<Order> flight) =>
        await journal.FindAsync(flight.Operation.Identity).ConfigureAwait(false) switch
        {
            { State: Sending or Unknown } entry => await FindOutAsync(flight, entry).ConfigureAwait(false),
            { State: Absent or Parked } entry => await LookLateAsync(flight, entry).ConfigureAwait(false),
            _ => Finding.Busy,
        };

    private async ValueTask<Finding> FindOutAsync(Flight<Order> flight, JournalEntry entry)
    {
        if (openOrders.IsHeldElsewhere(entry) || await openOrders.TakeUpAsync(entry).ConfigureAwait(false) is not { } taken)
        {
            return Finding.Busy;
        }

        var (found, verdict) = await openOrders.AskAsync(flight, taken).ConfigureAwait(false);
        var looked = flight.Entry!;
        var next = (found, verdict.Step) switch
        {
            (not null, _) => Bought(flight, looked, found),
            (_, NextStep.BelieveAbsent) => looked.MoveTo(Absent),
            (_, NextStep.Park) => (looked with { Reason = verdict.Reason }).MoveTo(Parked),
            // A repeat needs a caller.
            _ => looked with { LeaseHolder = null, LeaseUntil = null },
        };
        return await WriteAsync(taken, next).ConfigureAwait(false);
    }

    /// <summary>Nothing is expected any more; only a find is news.</summary>
    private async ValueTask<Finding> LookLateAsync(Flight<Order> flight, JournalEntry entry)
    {
        flight.Entry = entry;
        var lookup = await openOrders.Lookups.LookAsync(flight, entry).ConfigureAwait(false);
        return lookup.Result is { } found
            ? await WriteAsync(entry, Bought(flight, flight.Entry, found)).ConfigureAwait(false)
            : Finding.Same(entry);
    }

    private static JournalEntry Bought(Flight<Order> flight, JournalEntry entry, Order found)
    {
        var trace = flight.Operation.TraceOf(found);
        return entry.MoveTo(Accepted) with
        {
            ProviderOrderIds = [trace.Id],
            RawStatus = trace.RawStatus,
            Reason = null,
            LastErrorCode = null,
            LastProviderCode = null,
        };
    }

    private async ValueTask<Finding> WriteAsync(JournalEntry before, JournalEntry after)
    {
        if (await journal.TryWriteAsync(before, after).ConfigureAwait(false) is not { } written)
        {
            return Finding.Busy;
        }

        if (written.State == before.State)
        {
            return Finding.Same(written);
        }

        if (written.State is Accepted or Parked)
        {
            openOrders.QuietTimes.Forget(written.Identity);
        }

        return Finding.Ended(written);
    }
}
