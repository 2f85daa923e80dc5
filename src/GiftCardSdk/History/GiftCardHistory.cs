using System.Runtime.CompilerServices;
using System.Text.Json;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.History;

/// <summary>Joins the journal with what was seen of its orders since.</summary>
/// <param name="journal">The journal.</param>
/// <param name="records">Where history is kept.</param>
/// <param name="isKept">Whether it is.</param>
/// <param name="named">The account of a name.</param>
/// <param name="logger">Is told of records that cannot be read.</param>
internal sealed class GiftCardHistory(
    JournalAccess journal,
    IJournalRecords records,
    bool isKept,
    Func<string, IGiftCardAccount> named,
    ILogger<GiftCardHistory> logger
) : IGiftCardHistory
{
    /// <summary>An order is placed before it is sent for the last time; clocks of several machines differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    private readonly ILogger _logger = logger.Guarded();

    public bool IsKept => isKept;

    public async Task<OrderHistory?> FindAsync(string account, OrderReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference.Value, nameof(reference));
        var known = AccountOf(account);
        cancellationToken.ThrowIfCancellationRequested();
        var entry = await journal.FindAsync(known.IdentityOf(reference)).ConfigureAwait(false);
        return entry is null ? null : await ComposeAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    public async Task<OrderHistory?> FindByOrderIdAsync(string account, string orderId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        var known = AccountOf(account);
        cancellationToken.ThrowIfCancellationRequested();
        var entries = await journal.FindByOrderIdAsync(known.Provider, known.Environment, orderId).ConfigureAwait(false);
        var entry = entries.FirstOrDefault(entry => known.Owns(entry.Identity));
        return entry is null ? null : await ComposeAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<OrderHistory> FindByRecipientAsync(Recipient recipient, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (string.IsNullOrWhiteSpace(recipient.Email) && string.IsNullOrWhiteSpace(recipient.Phone) && recipient.PostalAddress is null)
        {
            throw new ArgumentException(
                "A recipient is found by an e-mail address, a telephone number or a postal address; give at least one.",
                nameof(recipient)
            );
        }

        return isKept
            ? OfRecipientAsync(recipient, cancellationToken)
            : throw new InvalidOperationException(
                "Orders can be found by their recipient only where history is kept: call KeepOrderHistory() behind AddGiftCards()."
            );
    }

    public IAsyncEnumerable<OrderHistory> ListAsync(HistoryQuery? query = null, CancellationToken cancellationToken = default)
    {
        var account = query?.Account is { } name ? AccountOf(name) : null;
        return ListAsync(account, query?.Placed, cancellationToken);
    }

    private async IAsyncEnumerable<OrderHistory> ListAsync(
        Account? account,
        TimePeriod? placed,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var query = new JournalQuery
        {
            Provider = account?.Provider,
            Account = account?.JournalId,
            IncludeTombstones = true,
        };
        await foreach (var entry in journal.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            // Oldest first: nothing that follows was placed in the period, however much clocks differ.
            if (placed is not null && entry.CreatedAt >= placed.To + Margin)
            {
                yield break;
            }

            if (
                entry.Identity.Operation == OrderIdentity.PlaceOrder
                && account?.Owns(entry.Identity) != false
                && placed?.Contains(entry.CreatedAt) != false
            )
            {
                yield return await ComposeAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async IAsyncEnumerable<OrderHistory> OfRecipientAsync(
        Recipient recipient,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var hash = (await journal.GetKeyAsync().ConfigureAwait(false)).OfContact(recipient);
        var seen = new HashSet<OrderIdentity>();
        await foreach (var entry in journal.ListAsync(JournalQuery.Unresolved, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Lines.Any(line => line.RecipientHash == hash) && seen.Add(entry.Identity))
            {
                yield return await ComposeAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var kind in (string[])[OrderRecords.Kind, OrderRecords.RecipientKind])
        {
            await foreach (var record in ListRecordsAsync(kind, hash, cancellationToken).ConfigureAwait(false))
            {
                if (await EntryOfAsync(record).ConfigureAwait(false) is { } entry && seen.Add(entry.Identity))
                {
                    yield return await ComposeAsync(entry, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async IAsyncEnumerable<JournalRecord> ListRecordsAsync(
        string kind,
        string hash,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = records.ListAsync(new() { Kind = kind, Group = hash }, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closing = found.ConfigureAwait(false);
        while (
            await JournalAccess
                .AskAsync(async () => await found.MoveNextAsync().ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false)
        )
        {
            yield return found.Current;
        }
    }

    /// <summary>The journal's entry of a record; null if it was dropped since.</summary>
    private async ValueTask<JournalEntry?> EntryOfAsync(JournalRecord record)
    {
        var (provider, environment, orderId) = OrderRecords.Read(record);
        var entries = await journal.FindByOrderIdAsync(provider, environment, orderId).ConfigureAwait(false);
        return entries.FirstOrDefault(static entry => entry.Identity.Operation == OrderIdentity.PlaceOrder);
    }

    private async ValueTask<OrderHistory> ComposeAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var history = new OrderHistory { Entry = entry };
        foreach (var orderId in isKept ? entry.ProviderOrderIds : [])
        {
            var record = await JournalAccess
                .AskAsync(
                    () => records.FindAsync(OrderRecords.Kind, OrderRecords.IdOf(entry.Identity, orderId), cancellationToken).AsTask(),
                    cancellationToken
                )
                .ConfigureAwait(false);
            history = record is not null && Read(record) is { } body ? With(history, body) : history;
        }

        return history;
    }

    /// <summary>Two orders of one reference are told as one, with the cards of both: both may have been paid.</summary>
    /// <summary>Null if it is broken: one order is then shown without its details, and all others as ever.</summary>
    private HistoryBody? Read(JournalRecord record)
    {
        try
        {
            return HistoryBody.Read(record.Body);
        }
        catch (JsonException)
        {
            HistoryLog.Unreadable(_logger, record.Kind, record.Id);
            return null;
        }
    }

    private static OrderHistory With(OrderHistory history, HistoryBody body) =>
        history with
        {
            Status = history.Status ?? body.Status,
            TotalCost = history.SeenAt is null ? body.TotalCost : null,
            Cards = [.. history.Cards, .. body.Cards],
            CardsNotKept = history.CardsNotKept + body.NotKept,
            CompletedAt = history.CompletedAt ?? body.CompletedAt,
            SeenAt = history.SeenAt ?? body.SeenAt,
        };

    private Account AccountOf(string name) =>
        named(name) is IAccountHolder holder
            ? holder.Account
            : throw new ArgumentException($"The account '{name}' was not made by this container.", nameof(name));
}
