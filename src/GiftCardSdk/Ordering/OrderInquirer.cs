using GiftCardSdk.Journal.Internal;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Looks once for an order and writes down what that proves. A write that fails or comes too late loses nothing, since a look-up can be made
/// again; so whoever wrote an end is the one who reports it.
/// </summary>
internal sealed class OrderInquirer(JournalAccess journal, UnresolvedOrders unresolved, TimeProvider time, IOrderRecorder? recorder)
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
        return found is null
            ? await WriteAsync(taken, verdict.ApplyTo(looked)).ConfigureAwait(false)
            : await AcceptAsync(execution, taken, looked, found).ConfigureAwait(false);
    }

    /// <summary>Nothing is expected any more; only a find is news.</summary>
    private async ValueTask<InquiryResult> FindLateAsync(OrderExecution<Order> execution, JournalEntry entry)
    {
        execution.Entry = entry;
        var lookup = await unresolved.Finder.FindAsync(execution, entry).ConfigureAwait(false);
        return lookup.Result is { } found
            ? await AcceptAsync(execution, entry, execution.Entry, found).ConfigureAwait(false)
            : InquiryResult.Same(entry);
    }

    private async ValueTask<InquiryResult> AcceptAsync(
        OrderExecution<Order> execution,
        JournalEntry before,
        JournalEntry looked,
        Order found
    )
    {
        var trace = execution.Operation.TraceOf(found);
        var accepted = looked.ToAccepted(trace.Id, trace.RawStatus);
        var result = await WriteAsync(before, accepted).ConfigureAwait(false);
        if (recorder is not null && result.Kind == InquiryEnd.Ended)
        {
            await recorder
                .RecordAsync(execution.Operation.Account, found, RewardDetail.State, time.GetUtcNow(), accepted)
                .ConfigureAwait(false);
        }

        return result;
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
