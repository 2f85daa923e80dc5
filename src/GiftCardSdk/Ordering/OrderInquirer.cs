using GiftCardSdk.Journal.Internal;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Looks once for an order and writes down what that proves. A write that fails or comes too late loses nothing, since a look-up can be made
/// again; so whoever wrote an end is the one who reports it.
/// </summary>
internal sealed class OrderInquirer(JournalAccess journal, OpenOrders openOrders)
{
    public async ValueTask<InquiryResult> RunAsync(OrderExecution<Order> execution) =>
        await journal.FindAsync(execution.Operation.Identity).ConfigureAwait(false) switch
        {
            { State: Sending or Unknown } entry => await FindOutAsync(execution, entry).ConfigureAwait(false),
            { State: Absent or Parked } entry => await LookLateAsync(execution, entry).ConfigureAwait(false),
            _ => InquiryResult.Busy,
        };

    private async ValueTask<InquiryResult> FindOutAsync(OrderExecution<Order> execution, JournalEntry entry)
    {
        if (openOrders.IsHeldElsewhere(entry) || await openOrders.TakeUpAsync(entry).ConfigureAwait(false) is not { } taken)
        {
            return InquiryResult.Busy;
        }

        var (found, verdict) = await openOrders.AskAsync(execution, taken).ConfigureAwait(false);
        var looked = execution.Entry!;
        var next = (found, verdict.Step) switch
        {
            (not null, _) => Bought(execution, looked, found),
            (_, NextStep.BelieveAbsent) => looked.MoveTo(Absent),
            (_, NextStep.Park) => (looked with { Reason = verdict.Reason }).MoveTo(Parked),
            // A repeat needs a caller.
            _ => looked with { LeaseHolder = null, LeaseUntil = null },
        };
        return await WriteAsync(taken, next).ConfigureAwait(false);
    }

    /// <summary>Nothing is expected any more; only a find is news.</summary>
    private async ValueTask<InquiryResult> LookLateAsync(OrderExecution<Order> execution, JournalEntry entry)
    {
        execution.Entry = entry;
        var lookup = await openOrders.Lookups.LookAsync(execution, entry).ConfigureAwait(false);
        return lookup.Result is { } found
            ? await WriteAsync(entry, Bought(execution, execution.Entry, found)).ConfigureAwait(false)
            : InquiryResult.Same(entry);
    }

    private static JournalEntry Bought(OrderExecution<Order> execution, JournalEntry entry, Order found)
    {
        var trace = execution.Operation.TraceOf(found);
        return entry.MoveTo(Accepted) with
        {
            ProviderOrderIds = [trace.Id],
            RawStatus = trace.RawStatus,
            Reason = null,
            LastErrorCode = null,
            LastProviderCode = null,
        };
    }

    private async ValueTask<InquiryResult> WriteAsync(JournalEntry before, JournalEntry after)
    {
        if (await journal.TryWriteAsync(before, after).ConfigureAwait(false) is not { } written)
        {
            return InquiryResult.Busy;
        }

        if (written.State == before.State)
        {
            return InquiryResult.Same(written);
        }

        if (written.State is Accepted or Parked)
        {
            openOrders.QuietTimes.Forget(written.Identity);
        }

        return InquiryResult.Ended(written);
    }
}
