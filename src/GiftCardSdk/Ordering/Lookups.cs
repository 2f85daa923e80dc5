using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>Asking the provider about an order: by the key that it saw, or by its own id.</summary>
internal sealed class Lookups(OrderingOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>One look-up. An error proves nothing.</summary>
    public async ValueTask<Lookup<TResult>> LookAsync<TResult>(Flight<TResult> flight, JournalEntry entry)
        where TResult : class
    {
        if (flight.Operation.Profile.Lookup == LookupAuthority.None)
        {
            return new(LookupAnswer.Inconclusive, Reason: "the provider cannot be asked");
        }

        var lookup = await FindAsync(flight, entry).ConfigureAwait(false);
        OrderingLog.LookedUp(logger, entry.Identity.Reference, entry.Identity.Account, lookup.Answer, lookup.Reason);
        flight.Entry = entry.WithLookup(new LookupEvidence(time.GetUtcNow(), lookup.Answer, entry.Attempt, lookup.Reason));
        return lookup;
    }

    private async ValueTask<Lookup<TResult>> FindAsync<TResult>(Flight<TResult> flight, JournalEntry entry)
        where TResult : class
    {
        Task<Lookup<TResult>>? find = null;
        try
        {
            find = flight.Operation.FindAsync(entry, flight.Waits);
            var lookup = await find.WaitAsync(options.ResolveWithin, time, flight.Waits).ConfigureAwait(false);
            return lookup.Result is not { } found || flight.Operation.IsReadable(found)
                ? lookup
                : new(LookupAnswer.Inconclusive, Reason: "an order without an id was found");
        }
        catch (Exception failure)
        {
            find.Forget();
            flight.Waits.ThrowIfCancellationRequested();
            return new(LookupAnswer.Inconclusive, Reason: (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name);
        }
    }

    /// <summary>Reads what is bought already.</summary>
    /// <exception cref="GiftCardException">It cannot be read now; it is bought all the same.</exception>
    public async ValueTask<TResult> ReadAsync<TResult>(Flight<TResult> flight, JournalEntry accepted)
        where TResult : class
    {
        if (accepted.ProviderOrderIds is not [var id, ..])
        {
            var lookup = await LookAsync(flight, accepted).ConfigureAwait(false);
            return lookup.Result ?? throw OrderingErrors.Exists(flight, null);
        }

        Task<TResult>? read = null;
        try
        {
            read = flight.Operation.ReadAsync(id, flight.Waits);
            return await read.WaitAsync(options.ResolveWithin, time, flight.Waits).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            read.Forget();
            flight.Waits.ThrowIfCancellationRequested();
            throw OrderingErrors.Exists(flight, failure as GiftCardException);
        }
    }
}
