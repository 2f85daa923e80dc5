using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Ordering.Limits;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>The journal as the coordinator uses it: failures have one form, versions are counted, and what could not be written after a send is kept.</summary>
internal sealed class JournalAccess(IOrderJournal journal, TimeProvider time, ILogger logger, SpendingGuard? spending = null)
{
    private readonly ConcurrentDictionary<OrderIdentity, JournalEntry> _unwritten = new();
    private volatile bool _hasUnwritten;
    private (JournalGap Gap, long SeenAt)? _gap;
    private readonly Lock _gapGate = new();
    private FingerprintKey? _key;

    public IOrderJournal Journal => journal;

    /// <summary>Is told of each order once it is written down as bought, by whatever way. Must not throw, nor take long.</summary>
    public Action<JournalEntry>? Accepted { get; set; }

    public async ValueTask<FingerprintKey> GetKeyAsync()
    {
        try
        {
            return _key ??= new(await journal.GetFingerprintKeyAsync(CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            throw Unavailable("read", GiftCardOutcome.MayExist, failure);
        }
    }

    public async ValueTask<JournalEntry?> FindAsync(OrderIdentity identity)
    {
        try
        {
            return await journal.FindAsync(identity, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw Unavailable("read", GiftCardOutcome.MayExist, failure);
        }
    }

    /// <summary>What the journal knows of an order that this process has written before: an entry that the journal has lost is written anew.</summary>
    public async ValueTask<JournalEntry?> FindAgainAsync(JournalEntry known)
    {
        while (true)
        {
            if (await FindAsync(known.Identity).ConfigureAwait(false) is { } stored)
            {
                return stored;
            }

            if (await AddAgainAsync(known).ConfigureAwait(false) is { } added)
            {
                return added;
            }
        }
    }

    /// <summary>Removes an entry that stands under another identity already; false if somebody else has written it.</summary>
    public async ValueTask<bool> TryRemoveAsync(JournalEntry entry)
    {
        try
        {
            return await journal.TryRemoveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw Unavailable("written", GiftCardOutcome.MayExist, failure);
        }
    }

    /// <summary>The entries that hold a provider's id of an order.</summary>
    public async ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(string provider, GiftCardEnvironment environment, string orderId)
    {
        try
        {
            return await journal.FindByOrderIdAsync(provider, environment, orderId, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw Unavailable("read", GiftCardOutcome.MayExist, failure);
        }
    }

    /// <summary>
    /// The time in which orders may have been sent that the journal does not know, and when this process first heard of it, on the monotonic clock;
    /// null if it knows all.
    /// </summary>
    public async ValueTask<(JournalGap Gap, long SeenAt)?> FindGapAsync()
    {
        try
        {
            if (await journal.GetGapAsync(CancellationToken.None).ConfigureAwait(false) is not { } gap)
            {
                return null;
            }

            lock (_gapGate)
            {
                // A gap that has grown was seen anew.
                return _gap = _gap is { } seen && seen.Gap.To == gap.To ? seen : (gap, time.GetTimestamp());
            }
        }
        catch (Exception failure)
        {
            throw Unavailable("read", GiftCardOutcome.MayExist, failure);
        }
    }

    /// <summary>Streams entries; a failure has the one form.</summary>
    public async IAsyncEnumerable<JournalEntry> ListAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var entries = journal.ListAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closing = entries.ConfigureAwait(false);
        while (await AskAsync(async () => await entries.MoveNextAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
        {
            yield return entries.Current;
        }
    }

    /// <summary>Asks the journal something by hand, no order being sent; a failure has the one form.</summary>
    public static async ValueTask<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception failure)
            when (failure is not OrderJournalException
                && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            )
        {
            throw new OrderJournalException($"The order journal could not be used: {Explain(failure)}", failure as GiftCardException);
        }
    }

    /// <summary>The entry of an order that was refused without a send, not yet written.</summary>
    public static JournalEntry NeverSent(OrderPlacement placement, string fingerprint, DateTimeOffset now) =>
        new()
        {
            Identity = placement.Identity,
            ProviderKey = placement.Identity.Reference.ProviderKey,
            Fingerprint = fingerprint,
            Delivery = placement.Delivery,
            State = OrderJournalState.Refused,
            Reason = "never sent",
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>Writes an entry, new or changed; null if somebody else was faster.</summary>
    public ValueTask<JournalEntry?> TryWriteAsync(JournalEntry? before, JournalEntry after) =>
        WriteAsync(before, after with { Version = (before?.Version ?? 0) + 1, UpdatedAt = time.GetUtcNow() });

    /// <summary>Writes the first entry of an order, just as it was made; null if somebody else was faster.</summary>
    public ValueTask<JournalEntry?> TryAddAsync(JournalEntry first) => WriteAsync(null, first);

    private async ValueTask<JournalEntry?> WriteAsync(JournalEntry? before, JournalEntry next)
    {
        try
        {
            var written = before is null
                ? await journal.TryAddAsync(next, CancellationToken.None).ConfigureAwait(false)
                : await journal.TryUpdateAsync(next, CancellationToken.None).ConfigureAwait(false);
            if (written && spending is not null)
            {
                await spending.NoteAsync(before, next).ConfigureAwait(false);
            }

            if (written && next.State == OrderJournalState.Accepted && before?.State != OrderJournalState.Accepted)
            {
                Accepted?.Invoke(next);
            }

            return written ? next : null;
        }
        catch (Exception failure)
        {
            var isFree = before is null or { State: OrderJournalState.Refused };
            throw Unavailable("written", isFree ? GiftCardOutcome.NothingCreated : GiftCardOutcome.MayExist, failure);
        }
    }

    /// <summary>
    /// Writes what became of a send. Never throws: what was bought is bought. If it cannot be written it is kept, and no new order goes out
    /// until it is.
    /// </summary>
    /// <returns>The entry as it now stands, written or not.</returns>
    public async ValueTask<JournalEntry> RecordAsync(JournalEntry before, JournalEntry after)
    {
        try
        {
            return await TryWriteAsync(before, after).ConfigureAwait(false) ?? await MergeAsync(after).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _unwritten[after.Identity] = after;
            _hasUnwritten = true;
            OrderingLog.EndNotWritten(logger, failure, after.Identity.Reference, after.Identity.Account, after.State, after.MainOrderId);
            return after;
        }
    }

    /// <summary>Writes what could not be written before.</summary>
    /// <exception cref="GiftCardException">It still cannot.</exception>
    public ValueTask WriteLeftoversAsync() => _hasUnwritten ? WriteAllLeftoversAsync() : ValueTask.CompletedTask;

    /// <summary>Writes what could not be written before, ahead of an order.</summary>
    /// <exception cref="GiftCardException">It still cannot. Its outcome is that of the order that waits, not of those that are written.</exception>
    public ValueTask WriteLeftoversAsync(OrderIdentity ahead) => _hasUnwritten ? WriteAllLeftoversAsync(ahead) : ValueTask.CompletedTask;

    private async ValueTask WriteAllLeftoversAsync(OrderIdentity ahead)
    {
        try
        {
            await WriteAllLeftoversAsync().ConfigureAwait(false);
        }
        catch (GiftCardException failure) when (!_unwritten.ContainsKey(ahead))
        {
            if (await FindAsync(ahead).ConfigureAwait(false) is null or { State: OrderJournalState.Refused })
            {
                throw failure.Restate(failure.Message, failure.Code, GiftCardOutcome.NothingCreated);
            }

            throw;
        }
    }

    private async ValueTask WriteAllLeftoversAsync()
    {
        // Lowered first: what is added from here on raises it again.
        _hasUnwritten = false;
        try
        {
            foreach (var (identity, after) in _unwritten)
            {
                _ = await MergeAsync(after).ConfigureAwait(false);
                _unwritten.TryRemove(new(identity, after));
            }
        }
        catch
        {
            _hasUnwritten = true;
            throw;
        }
    }

    /// <summary>Somebody else has written in between, or the write may have happened: what is known of the send is put on top.</summary>
    private async ValueTask<JournalEntry> MergeAsync(JournalEntry after)
    {
        while (true)
        {
            if (await FindAsync(after.Identity).ConfigureAwait(false) is not { } stored)
            {
                if (await AddAgainAsync(after).ConfigureAwait(false) is { } added)
                {
                    return added;
                }

                continue;
            }

            if (Combine(stored, after) is not { } combined)
            {
                return stored;
            }

            if (await TryWriteAsync(stored, combined).ConfigureAwait(false) is { } written)
            {
                return written;
            }
        }
    }

    /// <summary>What a send has come to on top of what stands there; null if that says as much or more. A purchase is never dropped.</summary>
    private JournalEntry? Combine(JournalEntry stored, JournalEntry after)
    {
        var isBought = after.State == OrderJournalState.Accepted;
        if (isBought && stored.State == OrderJournalState.Accepted)
        {
            return WithFurtherIds(stored, after);
        }

        if (isBought && stored.State == OrderJournalState.Refused)
        {
            OrderingLog.BoughtButRefused(logger, after.Identity.Reference, after.Identity.Account, after.MainOrderId);
            return after with { Decision = stored.Decision };
        }

        var isSettled = stored.State == after.State || !OrderStateMachine.Allows(stored.State, after.State);
        return isSettled || (!isBought && stored.Attempt > after.Attempt) ? null : after with { Decision = stored.Decision };
    }

    /// <summary>Two processes were told of different orders for one reference: both ids are kept, since both may have been paid.</summary>
    private JournalEntry? WithFurtherIds(JournalEntry stored, JournalEntry after)
    {
        string[] further = [.. after.ProviderOrderIds.Except(stored.ProviderOrderIds, StringComparer.Ordinal)];
        if (further.Length == 0)
        {
            return null;
        }

        OrderingLog.TwoOrders(logger, after.Identity.Reference, after.Identity.Account, stored.MainOrderId, after.MainOrderId);
        return stored with { ProviderOrderIds = [.. stored.ProviderOrderIds, .. further] };
    }

    /// <summary>The journal has lost an entry, such as in a failover of its database: what this process knows is written down once more.</summary>
    private async ValueTask<JournalEntry?> AddAgainAsync(JournalEntry known)
    {
        var added = await TryWriteAsync(null, known).ConfigureAwait(false);
        if (added is not null)
        {
            OrderingLog.EntryLost(logger, known.Identity.Reference, known.Identity.Account, known.State);
        }

        return added;
    }

    private static GiftCardException Unavailable(string what, GiftCardOutcome outcome, Exception failure) =>
        new(
            $"The order journal could not be {what}, so this call has sent nothing: {Explain(failure)} Place the same reference again once the journal works.",
            GiftCardErrorCode.JournalUnavailable,
            outcome,
            failure
        )
        {
            IsTransient = true,
        };

    /// <summary>A journal's own words are meant to be read; of a foreign exception the type alone is safe to show.</summary>
    private static string Explain(Exception failure) =>
        failure is OrderJournalException known ? known.Message : $"{failure.GetType().Name}.";
}
