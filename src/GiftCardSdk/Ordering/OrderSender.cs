using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>Single sends: each with a permit, a deadline, and a judgement of how it ended.</summary>
internal sealed class OrderSender(OrderingOptions options, TimeProvider time, ILogger logger, ProtocolRules rules)
{
    /// <summary>How long an adapter that ignores the end of its time is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>
    /// One send. Its deadline is the adapter's too, and the last check before the first byte. It counts from before the intent was written, as
    /// the lease does: a process that slept in between has to look at the journal again.
    /// </summary>
    public async ValueTask<(AttemptOutcome Outcome, TResult? Result, Exception? Failure)> SendAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        long begun,
        StartTurn? turn
    )
        where TResult : class
    {
        var left = options.AttemptTimeout - time.GetElapsedTime(begun);
        var timeout = execution.TimeLeft < left ? execution.TimeLeft : left;
        var permit = new SendPermit(time, timeout) { OnHandOver = execution.NoteHandOver, Turn = turn };
        if (timeout <= TimeSpan.Zero || !execution.TryBeginSend(permit))
        {
            OrderingLog.GivenUp(logger, entry.Identity.Reference, entry.Identity.Account);
            return (AttemptOutcome.NeverSent, null, new OperationCanceledException());
        }

        using var attempt = new CancellationTokenSource(timeout, time);
        using var link = execution.Waits.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), attempt);
        SendPermit.Current = permit;
        Task<TResult>? send = null;
        try
        {
            send = execution.Operation.SendAsync(entry, attempt.Token);
            var result = await send.WaitAsync(timeout + Grace, time).ConfigureAwait(false);
            return execution.Operation.IsReadable(result)
                ? (default, result, null)
                : (AttemptOutcome.Ambiguous, null, new InvalidOperationException("The adapter returned an order without an id."));
        }
        catch (Exception failure)
        {
            send.Abandon();
            return (rules.Judge(failure, permit), null, failure);
        }
        finally
        {
            execution.EndSend();
        }
    }
}
