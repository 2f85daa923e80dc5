using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.History;

/// <summary>Keeps what is seen of an order as a record beside the journal. Several processes may see one order at once: the later reading stands.</summary>
internal sealed class OrderHistoryWriter(
    IOrderJournal journal,
    IJournalRecords records,
    TimeProvider time,
    ILogger<OrderHistoryWriter> logger
) : IOrderRecorder
{
    /// <summary>How long an order's caller waits for it at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger.Guarded();
    private readonly TimeProvider _time = GuardedTimeProvider.Of(time);

    public ValueTask RecordAsync(Account account, Order order, RewardDetail detail, DateTimeOffset asOf, JournalEntry? entry = null)
    {
        var isComplete = detail != RewardDetail.None && order.Status == OrderStatus.Completed;
        return RecordAsync(account, order.Id, new(asOf, order.Status, isComplete, order.TotalCost, order.Rewards), entry);
    }

    public ValueTask RecordAsync(Account account, string orderId, IReadOnlyList<Reward> rewards, DateTimeOffset asOf) =>
        RecordAsync(account, orderId, new(asOf, null, false, null, rewards), null);

    private async ValueTask RecordAsync(Account account, string orderId, Sighting seen, JournalEntry? entry)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        Task? writing = null;
        try
        {
            writing = WriteAsync(account, orderId, seen, entry, patience.Token);
            await writing.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            writing.Abandon();
            HistoryLog.NotKept(_logger, orderId, account.Name, failure.GetType().Name);
        }
    }

    private async Task WriteAsync(Account account, string orderId, Sighting seen, JournalEntry? entry, CancellationToken cancellationToken)
    {
        var id = OrderRecords.IdOf(account.Provider, account.Environment, orderId);
        bool isWritten;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            isWritten = await records.FindAsync(OrderRecords.Kind, id, cancellationToken).ConfigureAwait(false) is { } stored
                ? await TryUpdateAsync(stored, seen, cancellationToken).ConfigureAwait(false)
                : await TryAddAsync(account, orderId, seen, entry, cancellationToken).ConfigureAwait(false);
        } while (!isWritten);
    }

    private async ValueTask<bool> TryUpdateAsync(JournalRecord stored, Sighting seen, CancellationToken cancellationToken) =>
        HistoryBody.Read(stored.Body).With(seen, _time.GetUtcNow()) is not { } next
        || await records.TryUpdateAsync(stored.Next(next.Write(), _time.GetUtcNow()), cancellationToken).ConfigureAwait(false);

    /// <summary>True also where there is nothing to write: of an order that the journal does not have, no history is kept.</summary>
    private async ValueTask<bool> TryAddAsync(
        Account account,
        string orderId,
        Sighting seen,
        JournalEntry? entry,
        CancellationToken cancellationToken
    )
    {
        entry ??= await FindEntryAsync(account, orderId, cancellationToken).ConfigureAwait(false);
        if (entry is null or { PurgedAt: not null } || new HistoryBody().With(seen, _time.GetUtcNow()) is not { } body)
        {
            return true;
        }

        var id = OrderRecords.IdOf(account.Provider, account.Environment, orderId);
        var recipients = OrderRecords.RecipientsOf(entry);
        if (recipients.Count > 1)
        {
            // Before the order's own record: once that stands, nobody comes here again.
            foreach (var recipient in recipients)
            {
                var pointer = NewRecord(OrderRecords.RecipientKind, OrderRecords.RecipientIdOf(recipient, id), recipient, "{}");
                await records.TryAddAsync(pointer, cancellationToken).ConfigureAwait(false);
            }
        }

        var record = NewRecord(OrderRecords.Kind, id, recipients is [var only] ? only : null, body.Write());
        var isWritten = await records.TryAddAsync(record, cancellationToken).ConfigureAwait(false);
        if (await journal.FindAsync(entry.Identity, CancellationToken.None).ConfigureAwait(false) is { PurgedAt: not null })
        {
            // Purged in the meantime, and whoever purged may have been done before this was written.
            await OrderRecords.ForgetAsync(records, entry, CancellationToken.None).ConfigureAwait(false);
            return true;
        }

        return isWritten;
    }

    private async ValueTask<JournalEntry?> FindEntryAsync(Account account, string orderId, CancellationToken cancellationToken)
    {
        var entries = await journal
            .FindByOrderIdAsync(account.Provider, account.Environment, orderId, cancellationToken)
            .ConfigureAwait(false);
        return entries.FirstOrDefault(entry => entry.Identity.Operation == OrderIdentity.PlaceOrder);
    }

    private JournalRecord NewRecord(string kind, string id, string? group, string body)
    {
        var now = _time.GetUtcNow();
        return new()
        {
            Kind = kind,
            Id = id,
            Group = group,
            CreatedAt = now,
            UpdatedAt = now,
            Body = body,
        };
    }
}
