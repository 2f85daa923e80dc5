using GiftCardSdk.Ordering;

namespace GiftCardSdk;

/// <summary>The orders role: placing goes through the coordinator, the rest straight to the adapter.</summary>
internal sealed class AccountOrders(ConnectedAccount account, OrderCoordinator coordinator) : IGiftCardOrders
{
    public Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken = default) =>
        coordinator.PlaceAsync(account.ForOrders, request, cancellationToken);

    public Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        account.Demand(GiftCardFeature.Resend, "send rewards again");
        return account.Adapter.ResendAsync(orderId, rewardId, cancellationToken);
    }

    public Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        account.Demand(
            rewardId is null ? GiftCardFeature.CancelOrder : GiftCardFeature.CancelReward,
            rewardId is null ? "take a whole order back" : "take a reward back"
        );
        return account.Adapter.CancelAsync(orderId, rewardId, cancellationToken);
    }
}
