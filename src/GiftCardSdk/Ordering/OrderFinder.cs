using GiftCardSdk.Http;
using GiftCardSdk.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>Asking the provider about an order: by the key that it saw, or by its own id.</summary>
internal sealed class OrderFinder(
    AccountCredentials credentials,
    OrderOwners owners,
    OrderingOptions options,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>The coarsest that an exact date may be cut off to.</summary>
    private static readonly TimeSpan StampResolution = TimeSpan.FromMinutes(1);

    /// <summary>One look-up. An error proves nothing.</summary>
    public async ValueTask<Lookup<TResult>> FindAsync<TResult>(OrderExecution<TResult> execution, JournalEntry entry)
        where TResult : class
    {
        if (execution.Operation.Profile.Lookup == LookupAuthority.None)
        {
            return new(LookupAnswer.Inconclusive, Reason: "the provider cannot be asked");
        }

        var lookup = await AskAsync(execution, entry).ConfigureAwait(false);
        OrderingLog.LookedUp(logger, entry.Identity.Reference, entry.Identity.Account, lookup.Answer, lookup.Reason);
        execution.Entry = entry.WithLookup(new LookupEvidence(time.GetUtcNow(), lookup.Answer, entry.Attempt, lookup.Reason));
        return lookup;
    }

    private async ValueTask<Lookup<TResult>> AskAsync<TResult>(OrderExecution<TResult> execution, JournalEntry entry)
        where TResult : class
    {
        if (await credentials.AreForeignAsync(execution.Operation.Account, entry).ConfigureAwait(false))
        {
            return new(LookupAnswer.Inconclusive, Reason: OrderingErrors.ForeignCredentialsReason);
        }

        Task<Lookup<TResult>>? find = null;
        try
        {
            find = execution.Operation.FindAsync(entry, execution.Waits);
            var lookup = await find.WaitAsync(execution.Operation.LookupWithin ?? options.ResolveWithin, time, execution.Waits)
                .ConfigureAwait(false);
            return lookup.Result is not { } found ? lookup
                : !execution.Operation.IsReadable(found) ? new(LookupAnswer.Inconclusive, Reason: "an order without an id was found")
                : await DoubtAsync(execution, entry, found).ConfigureAwait(false) is { } doubt
                    ? new(LookupAnswer.Inconclusive, Reason: doubt)
                : lookup;
        }
        catch (Exception failure)
        {
            find.Abandon();
            execution.Waits.ThrowIfCancellationRequested();
            return new(
                LookupAnswer.Inconclusive,
                Reason: (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name,
                HasFailed: true
            );
        }
    }

    /// <summary>Why what was found may not be this order, though it looks alike; null if nothing speaks against it.</summary>
    private async ValueTask<string?> DoubtAsync<TResult>(OrderExecution<TResult> execution, JournalEntry entry, TResult found)
        where TResult : class
    {
        var id = execution.Operation.TraceOf(found).Id;
        return await owners.OtherOwnerAsync(entry.Identity, entry.ProviderKey, id).ConfigureAwait(false) is { } owner
                ? $"the order '{id}' was found, which belongs to the reference '{owner.Reference}' of the account '{owner.Account}'"
            : execution.Operation.Profile.Repeat == RepeatBehavior.BuysAgain && IsOlder(execution.Operation, entry, found)
                ? $"the order '{id}' was found, which was there before this one was first sent"
            : null;
    }

    /// <summary>
    /// Whether the provider made an order before ours was first sent, by this machine's clock and by the provider's as it is heard. Clocks and zones
    /// differ, so that only a day or more tells; minutes tell where the order is dated exactly and both agree, since they are hardly wrong alike.
    /// </summary>
    public static bool IsOlder<TResult>(JournalledOperation<TResult> operation, JournalEntry entry, TResult result)
        where TResult : class
    {
        var (made, isExact) = operation.CreatedAtOf(result);
        var (byUs, byProvider) = (entry.FirstSentAt, entry.FirstSentAtProvider);
        var margin =
            isExact && (byUs - byProvider)?.Duration() <= ProviderClock.Margin
                ? ProviderClock.Margin + StampResolution
                : TimeSpan.FromDays(1);
        return made < (byProvider < byUs ? byProvider : byUs) - margin;
    }

    /// <summary>The order of an id that the provider named; null if it cannot be read now.</summary>
    public async ValueTask<TResult?> TryReadAsync<TResult>(OrderExecution<TResult> execution, string id)
        where TResult : class
    {
        Task<TResult>? read = null;
        try
        {
            read = execution.Operation.ReadAsync(id, execution.Waits);
            var result = await read.WaitAsync(options.ResolveWithin, time, execution.Waits).ConfigureAwait(false);
            return execution.Operation.IsReadable(result) ? result : null;
        }
        catch (Exception)
        {
            read.Abandon();
            execution.Waits.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>Reads what is bought already.</summary>
    /// <exception cref="GiftCardException">It cannot be read now; it is bought anyway.</exception>
    public async ValueTask<TResult> ReadAsync<TResult>(OrderExecution<TResult> execution, JournalEntry accepted)
        where TResult : class
    {
        if (accepted.ProviderOrderIds is not [var id, ..])
        {
            var lookup = await FindAsync(execution, accepted).ConfigureAwait(false);
            return lookup.Result ?? throw OrderingErrors.Exists(execution, null);
        }

        Task<TResult>? read = null;
        try
        {
            read = execution.Operation.ReadAsync(id, execution.Waits);
            return await read.WaitAsync(options.ResolveWithin, time, execution.Waits).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            read.Abandon();
            execution.Waits.ThrowIfCancellationRequested();
            throw OrderingErrors.Exists(execution, failure as GiftCardException);
        }
    }
}
