using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Accounts;

/// <summary>The status role.</summary>
internal sealed class AccountStatus(Account account, TimeProvider time, IOrderRecorder? recorder = null) : IGiftCardStatus
{
    public async Task<Order> GetAsync(
        string orderId,
        RewardDetail detail = RewardDetail.Secrets,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        account.Demand(GiftCardFeature.Status, "read orders");
        var begun = recorder is null ? default : time.GetUtcNow();
        var order = account.Label(await account.Adapter.GetOrderAsync(orderId, detail, cancellationToken).ConfigureAwait(false));
        return await RecordedAsync(order, detail, begun).ConfigureAwait(false);
    }

    public async Task<Order?> FindAsync(
        OrderReference reference,
        RewardDetail detail = RewardDetail.Secrets,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(reference.Value, nameof(reference));
        account.Demand(GiftCardFeature.FindByReference, "find orders by reference");
        var query = new OrderLookupQuery(reference.ProviderKey, null, null, detail);
        var begun = recorder is null ? default : time.GetUtcNow();
        return await FindAsync(query, cancellationToken).ConfigureAwait(false) switch
        {
            OrderLookup.Found found => await RecordedAsync(account.Label(found.Order) with { Reference = reference }, detail, begun)
                .ConfigureAwait(false),
            OrderLookup.NotFound => null,
            OrderLookup.Inconclusive unsure => throw Undecided(reference, unsure.Reason),
            _ => throw Undecided(reference, "the adapter gave no answer"),
        };
    }

    public IAsyncEnumerable<Order> WatchAsync(string orderId, WatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        account.Demand(GiftCardFeature.Status, "read orders");
        return new OrderWatch(this, time, orderId, options ?? new WatchOptions()).RunAsync(cancellationToken);
    }

    public IAsyncEnumerable<Order> ListAsync(TimePeriod period, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        account.Demand(GiftCardFeature.ListOrders, "list orders");
        return account.Adapter.ListOrdersAsync(period, cancellationToken).ChooseAsync(account.Label, cancellationToken);
    }

    private async ValueTask<Order> RecordedAsync(Order order, RewardDetail detail, DateTimeOffset begun)
    {
        if (recorder is not null)
        {
            await recorder.RecordAsync(account, order, detail, begun).ConfigureAwait(false);
        }

        return order;
    }

    /// <summary>A "not found" that the adapter did not vouch for, such as a proxy's page, must not read like one that it did.</summary>
    private async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Adapter.FindOrderAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure) when (failure.Code == GiftCardErrorCode.NotFound)
        {
            return new OrderLookup.Inconclusive($"the look-up itself was not found. {failure.Message}");
        }
    }

    private GiftCardException Undecided(OrderReference reference, string reason) =>
        new(
            $"{account.Provider} could not say whether it has the order '{reference}': {reason}. Look again later; this proves nothing either way.",
            GiftCardErrorCode.OutcomeUnknown,
            GiftCardOutcome.MayExist
        )
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = reference,
            ProviderKey = reference.ProviderKey,
            IsTransient = true,
        };
}
