using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>The journal as the coordinator uses it: failures have one form, versions are counted, and what could not be written after a send is kept.</summary>
internal sealed class JournalAccess(IOrderJournal journal, TimeProvider time, ILogger logger)
{
    private readonly ConcurrentDictionary<OrderIdentity, JournalEntry> _unwritten = new();
    private volatile bool _hasUnwritten;
    private FingerprintKey? _key;

    public IOrderJournal Journal => journal;

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

    /// <summary>Writes an entry, new or changed; null if somebody else was faster.</summary>
    public async ValueTask<JournalEntry?> TryWriteAsync(JournalEntry? before, JournalEntry after)
    {
        var next = after with { Version = (before?.Version ?? 0) + 1, UpdatedAt = time.GetUtcNow() };
        try
        {
            var written = before is null
                ? await journal.TryAddAsync(next, CancellationToken.None).ConfigureAwait(false)
                : await journal.TryUpdateAsync(next, CancellationToken.None).ConfigureAwait(false);
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
            OrderingLog.EndNotWritten(
                logger,
                failure,
                after.Identity.Reference,
                after.Identity.Account,
                after.State,
                after.ProviderOrderIds.Count > 0 ? after.ProviderOrderIds[0] : null
            );
            return after;
        }
    }

    /// <summary>Writes what could not be written before.</summary>
    /// <exception cref="GiftCardException">It still cannot.</exception>
    public ValueTask WriteLeftoversAsync() => _hasUnwritten ? WriteAllLeftoversAsync() : ValueTask.CompletedTask;

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
            var stored =
                await FindAsync(after.Identity).ConfigureAwait(false)
                ?? throw new InvalidOperationException(
                    $"The entry of the order '{after.Identity.Reference}' has vanished from the journal."
                );
            var isSettled = stored.State == after.State || !OrderStateMachine.Allows(stored.State, after.State);
            if (isSettled || (after.State != OrderJournalState.Accepted && stored.Attempt > after.Attempt))
            {
                WarnOfContradiction(stored, after);
                return stored;
            }

            if (await TryWriteAsync(stored, after with { Decision = stored.Decision }).ConfigureAwait(false) is { } written)
            {
                return written;
            }
        }
    }

    private void WarnOfContradiction(JournalEntry stored, JournalEntry after)
    {
        if (after.State == OrderJournalState.Accepted && stored.State == OrderJournalState.Refused)
        {
            OrderingLog.BoughtButRefused(
                logger,
                after.Identity.Reference,
                after.Identity.Account,
                after.ProviderOrderIds.Count > 0 ? after.ProviderOrderIds[0] : null
            );
        }
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
