using System.Runtime.CompilerServices;
using System.Text.Json;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Webhooks;

/// <summary>The inbox: what has happened and what is to be read back, beside the orders and as durable as they are.</summary>
internal sealed class EventInbox(IJournalRecords records, EventIds ids, TimeProvider time)
{
    private static readonly string[] ParkedKinds = [InboxRecord.Event, InboxRecord.Hint, InboxRecord.Order];

    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Completes when something is written here that is due at once. Taken before a look at the inbox, it misses nothing.</summary>
    public Task NextChange() => Volatile.Read(ref _changed).Task;

    /// <summary>Writes an event down, unless it is known.</summary>
    /// <returns>Whether it is new.</returns>
    public async ValueTask<bool> AddAsync(
        Account account,
        WebhookEvent told,
        GiftCardEventSource source,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var happened = new GiftCardEvent
        {
            Id = await ids.OfAsync(account, told, body).ConfigureAwait(false),
            Provider = account.Provider,
            Account = account.Name,
            Kind = told.Kind,
            RawKind = EventText.Short(told.RawKind),
            OrderId = told.OrderId,
            RewardId = told.RewardId,
            Balance = told.Balance,
            OccurredAt = told.OccurredAt,
            ReceivedAt = now,
            Source = source,
        };
        var record = InboxRecord.New(InboxRecord.Event, happened.Id, new InboxEvent { Event = happened }.Write(), now, now);
        var isNew = await records.TryAddAsync(record, cancellationToken).ConfigureAwait(false);
        if (isNew)
        {
            Signal();
        }

        return isNew;
    }

    /// <summary>Writes down what is to be read back; what waits for it already is made due at once.</summary>
    public async ValueTask AddAsync(Account account, WebhookHint hint, CancellationToken cancellationToken)
    {
        var id = await ids.OfAsync(account, hint).ConfigureAwait(false);
        var body = new InboxHint
        {
            Account = account.Name,
            OrderId = hint.OrderId,
            ProviderKey = hint.ProviderKey,
            Subject = hint.Subject,
        }.Write();
        while (true)
        {
            var now = time.GetUtcNow();
            // A reading that is under way may have begun before what this one hints at: its end must not take this one with it.
            var written = await records.FindAsync(InboxRecord.Hint, id, cancellationToken).ConfigureAwait(false) is { } waiting
                ? await records.TryUpdateAsync(waiting.Next(InboxRecord.Open, body, now, now), cancellationToken).ConfigureAwait(false)
                : await records.TryAddAsync(InboxRecord.New(InboxRecord.Hint, id, body, now, now), cancellationToken).ConfigureAwait(false);
            if (written)
            {
                Signal();
                return;
            }
        }
    }

    public async IAsyncEnumerable<ParkedEvent> ListParkedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var kind in (string[])[InboxRecord.Event, InboxRecord.Hint])
        {
            var query = new JournalRecordQuery { Kind = kind, Group = InboxRecord.Parked };
            await foreach (var record in records.ListAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (Parked(record) is { } parked)
                {
                    yield return parked;
                }
            }
        }
    }

    public async Task<bool> RedeliverAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var kind in (string[])[InboxRecord.Event, InboxRecord.Hint])
        {
            while (await records.FindAsync(kind, id, cancellationToken).ConfigureAwait(false) is { Group: InboxRecord.Parked } parked)
            {
                var now = time.GetUtcNow();
                var body =
                    kind == InboxRecord.Event
                        ? (InboxEvent.Read(parked) with { Tries = 0 }).Write()
                        : (InboxHint.Read(parked) with { Tries = 0 }).Write();
                if (await records.TryUpdateAsync(parked.Next(InboxRecord.Open, body, now, now), cancellationToken).ConfigureAwait(false))
                {
                    Signal();
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Gives up what is parked. An event stays known for a while, so that it does not come back when it is told again.</summary>
    public async Task<bool> DropAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var kind in ParkedKinds)
        {
            while (await records.FindAsync(kind, id, cancellationToken).ConfigureAwait(false) is { Group: InboxRecord.Parked } parked)
            {
                var isDropped =
                    kind == InboxRecord.Hint
                        ? await records.TryRemoveAsync(parked, cancellationToken).ConfigureAwait(false)
                        : await records
                            .TryUpdateAsync(parked.Next(InboxRecord.Done, parked.Body, time.GetUtcNow(), null), cancellationToken)
                            .ConfigureAwait(false);
                if (isDropped)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Forgets what has been done for long enough, and what has waited for a person for longer than anything is kept.</summary>
    public async Task PurgeAsync(DateTimeOffset doneBefore, DateTimeOffset? parkedBefore, CancellationToken cancellationToken)
    {
        foreach (var kind in ParkedKinds)
        {
            await PurgeAsync(kind, InboxRecord.Done, doneBefore, cancellationToken).ConfigureAwait(false);
            if (parkedBefore is { } before)
            {
                await PurgeAsync(kind, InboxRecord.Parked, before, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask PurgeAsync(string kind, string group, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var query = new JournalRecordQuery
        {
            Kind = kind,
            Group = group,
            UpdatedBefore = before,
        };
        await foreach (var record in records.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            _ = await records.TryRemoveAsync(record, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ParkedEvent? Parked(JournalRecord record)
    {
        try
        {
            return record.Kind == InboxRecord.Event ? Of(InboxEvent.Read(record), record) : Of(InboxHint.Read(record), record);
        }
        catch (JsonException)
        {
            // Not written by this version; the dispatcher has logged it.
            return null;
        }
    }

    private static ParkedEvent Of(InboxEvent kept, JournalRecord record) =>
        new()
        {
            Id = record.Id,
            Account = kept.Event.Account,
            Event = kept.Event,
            Tries = kept.Tries,
            ParkedAt = record.UpdatedAt,
            Failures = kept.Failures,
        };

    private static ParkedEvent Of(InboxHint kept, JournalRecord record) =>
        new()
        {
            Id = record.Id,
            Account = kept.Account,
            Tries = kept.Tries,
            ParkedAt = record.UpdatedAt,
        };

    private void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
