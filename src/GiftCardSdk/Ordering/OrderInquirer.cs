using GiftCardSdk.Journal.Internal;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Looks once for an order and writes down what that proves. A write that fails or comes too late loses nothing, since a look-up can be made
/// again; so whoever wrote an end is the one who reports it.
/// </summary>
internal sealed class OrderInquirer(JournalAccess journal, UnresolvedOrders unresolved)
{
    public async ValueTask<InquiryResult> RunAsync(OrderExecution<Order> execution) =>
        await journal.FindAsync(execution.Operation.Identity).ConfigureAwait(false) switch
        {
            { State: Sending or Unknown } entry => await ResolveAsync(execution, entry).ConfigureAwait(false),
            { State: Absent or Parked } entry => await FindLateAsync(execution, entry).ConfigureAwait(false),
            _ => InquiryResult.Busy,
        };

    private async ValueTask<InquiryResult> ResolveAsync(OrderExecution<Order> execution, JournalEntry entry)
    {
        if (unresolved.IsHeldElsewhere(entry) || await unresolved.TakeUpAsync(entry).ConfigureAwait(false) is not { } taken)
        {
            return InquiryResult.Busy;
        }

        var (found, verdict) = await unresolved.FindAsync(execution, taken).ConfigureAwait(false);
        var looked = execution.Entry!;
        var next = found is null ? verdict.ApplyTo(looked) : Accept(execution, looked, found);
        return await WriteAsync(taken, next).ConfigureAwait(false);
    }

    /// <summary>Nothing is expected any more; only a find is news.</summary>
    private async ValueTask<InquiryResult> FindLateAsync(OrderExecution<Order> execution, JournalEntry entry)
    {
        execution.Entry = entry;
        var lookup = await unresolved.Finder.FindAsync(execution, entry).ConfigureAwait(false);
        return lookup.Result is { } found
            ? await WriteAsync(entry, Accept(execution, execution.Entry, found)).ConfigureAwait(false)
            : InquiryResult.Same(entry);
    }

    private static JournalEntry Accept(OrderExecution<Order> execution, JournalEntry entry, Order found)
    {
        var trace = execution.Operation.TraceOf(found);
        return entry.ToAccepted(trace.Id, trace.RawStatus);
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
            unresolved.QuietTimes.Forget(written.Identity);
        }

        return InquiryResult.Ended(written);
    }
}
