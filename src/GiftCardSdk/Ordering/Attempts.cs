using GiftCardSdk.Adapters;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>Single sends: each with a permit, a deadline, and a judgement of how it ended.</summary>
internal sealed class Attempts(OrderingOptions options, TimeProvider time, ILogger logger, ProtocolRules rules)
{
    /// <summary>How long an adapter that ignores the end of its time is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>
    /// One send. Its deadline is the adapter's too, and the last check before the first byte. It counts from before the intent was written, as
    /// the lease does: a process that slept in between has to look at the journal again.
    /// </summary>
    public async ValueTask<(AttemptOutcome Outcome, TResult? Result, Exception? Failure)> SendAsync<TResult>(
        Flight<TResult> flight,
        JournalEntry entry,
        long begun
    )
        where TResult : class
    {
        var left = options.AttemptTimeout - time.GetElapsedTime(begun);
        var timeout = flight.TimeLeft < left ? flight.TimeLeft : left;
        var permit = new SendPermit(time, timeout) { OnHandOver = flight.NoteHandOver };
        if (timeout <= TimeSpan.Zero || !flight.TryBeginSend(permit))
        {
            OrderingLog.GivenUp(logger, entry.Identity.Reference, entry.Identity.Account);
            return (AttemptOutcome.NeverSent, null, new OperationCanceledException());
        }

        using var attempt = new CancellationTokenSource(timeout, time);
        using var link = flight.Waits.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), attempt);
        SendPermit.Current = permit;
        Task<TResult>? send = null;
        try
        {
            send = flight.Operation.SendAsync(entry, attempt.Token);
            var result = await send.WaitAsync(timeout + Grace, time).ConfigureAwait(false);
            return flight.Operation.IsReadable(result)
                ? (default, result, null)
                : (AttemptOutcome.Ambiguous, null, new InvalidOperationException("The adapter returned an order without an id."));
        }
        catch (Exception failure)
        {
            send.Forget();
            return (rules.Judge(failure, permit), null, failure);
        }
        finally
        {
            flight.EndSend();
        }
    }
}
