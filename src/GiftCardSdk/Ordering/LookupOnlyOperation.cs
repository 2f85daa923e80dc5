using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>An order as the journal alone knows it: it can be looked for, and there is nothing that could be sent.</summary>
internal sealed class LookupOnlyOperation(Account account, JournalEntry listed, SharedLookup.Seat? seat = null)
    : JournalledOperation<Order>(account, listed.Identity.Operation, listed.Identity.Reference, ProfileOf(account, listed))
{
    public override Delivery? Delivery => listed.Delivery;

    /// <summary>A shared look-up has a time of its own.</summary>
    public override TimeSpan? LookupWithin => seat is null ? null : Timeout.InfiniteTimeSpan;

    /// <summary>What happens at the provider when an order of the journal is sent twice; the worst profile if its delivery is no longer sold.</summary>
    public static IdempotencyProfile ProfileOf(Account account, JournalEntry entry) =>
        (entry.Delivery is { } delivery ? account.Adapter.Capabilities.ShapeFor(delivery)?.Idempotency : null) ?? new();

    public override void WriteContent(ref ContentWriter content) => throw NothingToSend();

    public override IReadOnlyList<JournalLine> Describe(FingerprintKey key) => throw NothingToSend();

    public override Task<Order> SendAsync(JournalEntry entry, CancellationToken cancellationToken) => throw NothingToSend();

    public override async Task<Lookup<Order>> FindAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var query = new OrderLookupQuery(entry.ProviderKey, entry.Delivery, entry.FirstSentAt, RewardDetail.State)
        {
            FirstSentAtProvider = entry.FirstSentAtProvider,
            Lines = OrderSearch.LinesOf(entry),
        };
        var asked = seat is null ? Account.Adapter.FindOrderAsync(query, cancellationToken) : seat.AskAsync(query, cancellationToken);
        return OrderSearch.Judge(await asked.ConfigureAwait(false), query);
    }

    public override Task<Order> ReadAsync(string id, CancellationToken cancellationToken) =>
        Account.Adapter.GetOrderAsync(id, RewardDetail.None, cancellationToken);

    public override ResultTrace TraceOf(Order result) => new(result.Id, result.RawStatus, result.WasReplayed);

    public override Likeness Compare(JournalEntry entry, Order result) =>
        OrderComparison.Compare(OrderSearch.LinesOf(entry), entry.Delivery, result);

    public override (DateTimeOffset? At, bool IsExact) CreatedAtOf(Order result) => (result.CreatedAt, result.IsCreatedAtExact);

    public override Order Complete(Order result, string providerKey, bool wasReplayed) => result;

    private static InvalidOperationException NothingToSend() => new("The journal keeps no order that could be sent.");
}
