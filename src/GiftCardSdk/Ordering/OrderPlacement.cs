using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>Placing an order: the first journalled operation.</summary>
internal sealed class OrderPlacement(Account account, OrderRequest request, OrderShape shape, bool checksProducts = false)
    : JournalledOperation<Order>(account, OrderIdentity.PlaceOrder, request.Reference, shape.Idempotency)
{
    public override Delivery? Delivery => request.Delivery;

    public override void WriteContent(ref ContentWriter content) => OrderContent.Write(ref content, request);

    public override IReadOnlyList<JournalLine> Describe(FingerprintKey key) => OrderContent.Describe(request.Lines, key);

    public override void EnsureSendable()
    {
        var mistakes = Account.Adapter.FindMistakes(request).ToArray();
        if (mistakes.Length > 0)
        {
            throw OrderingErrors.InvalidRequest(Account, request.Reference, mistakes);
        }
    }

    public override ValueTask EnsureAffordableAsync(CancellationToken cancellationToken) =>
        request.MaxCost is { } most ? OrderCosts.EnsureAsync(Account, request, most, cancellationToken) : default;

    public override ValueTask<IReadOnlyList<Spending>> CountAsync(FingerprintKey key, CancellationToken cancellationToken) =>
        shape.RuleOf(OrderField.MaxCost) == FieldRule.Forbidden
            ? new(Spending.AtFaceValue(request.Lines, key))
            : OrderCosts.CountAsync(Account, request, key, cancellationToken);

    public override ValueTask EnsureOfferedAsync(CancellationToken cancellationToken) =>
        checksProducts ? ProductCheck.EnsureAsync(Account, request, cancellationToken) : default;

    public override Task<Order> SendAsync(JournalEntry entry, CancellationToken cancellationToken) =>
        Account.Adapter.SubmitOrderAsync(
            new OrderSubmission(request, entry.ProviderKey, entry.Attempt) { MayBeRepeat = entry.IsAmbiguous },
            cancellationToken
        );

    public override async Task<Lookup<Order>> FindAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var query = new OrderLookupQuery(entry.ProviderKey, entry.Delivery, entry.FirstSentAt, RewardDetail.Secrets)
        {
            FirstSentAtProvider = entry.FirstSentAtProvider,
            Request = request,
            Lines = request.Lines,
        };
        return OrderSearch.Judge(await Account.Adapter.FindOrderAsync(query, cancellationToken).ConfigureAwait(false), query);
    }

    public override Task<Order> ReadAsync(string id, CancellationToken cancellationToken) =>
        Account.Adapter.GetOrderAsync(id, RewardDetail.Secrets, cancellationToken);

    public override ResultTrace TraceOf(Order result) => new(result.Id, result.RawStatus, result.WasReplayed);

    public override Likeness Compare(JournalEntry entry, Order result) => OrderComparison.Compare(request.Lines, request.Delivery, result);

    public override (DateTimeOffset? At, bool IsExact) CreatedAtOf(Order result) => (result.CreatedAt, result.IsCreatedAtExact);

    public override Order Complete(Order result, string providerKey, bool wasReplayed) =>
        result with
        {
            Reference = request.Reference,
            ProviderKey = providerKey,
            Provider = Account.Provider,
            Account = Account.Name,
            Delivery = result.Delivery ?? request.Delivery,
            Lines = result.Lines is { Count: > 0 } ? result.Lines : request.Lines,
            WasReplayed = wasReplayed,
        };
}
