using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Accounts;

/// <summary>The orders role: placing goes through the coordinator, the rest straight to the adapter.</summary>
internal sealed class AccountOrders(Account account, OrderCoordinator coordinator, AccountCatalog catalog, TimeProvider time)
    : IGiftCardOrders
{
    public Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken = default) =>
        PlaceAsync(request, checksProducts: false, cancellationToken);

    public Task<Order> PlaceCheckedAsync(OrderRequest request, CancellationToken cancellationToken = default) =>
        PlaceAsync(request, checksProducts: true, cancellationToken);

    public async Task<IReadOnlyList<Reward>> ResendAsync(
        string orderId,
        string? rewardId = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        account.Demand(GiftCardFeature.Resend, "send rewards again");
        var sent = await account.Adapter.ResendAsync(orderId, rewardId, cancellationToken).ConfigureAwait(false);
        return await RecordedAsync(orderId, sent).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(
        string orderId,
        string? rewardId = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        if (rewardId is null && TakesBackCardsAlone)
        {
            rewardId = await OnlyCardOfAsync(orderId, cancellationToken).ConfigureAwait(false);
        }

        account.Demand(
            rewardId is null ? GiftCardFeature.CancelOrder : GiftCardFeature.CancelReward,
            rewardId is null ? "take a whole order back" : "take a reward back"
        );
        var takenBack = await account.Adapter.CancelAsync(orderId, rewardId, cancellationToken).ConfigureAwait(false);
        return await RecordedAsync(orderId, takenBack).ConfigureAwait(false);
    }

    /// <summary>What an answer about some cards says of them is newer than what any reading said before.</summary>
    private async ValueTask<IReadOnlyList<Reward>> RecordedAsync(string orderId, IReadOnlyList<Reward> rewards)
    {
        if (coordinator.Recorder is { } recorder)
        {
            await recorder.RecordAsync(account, orderId, rewards, time.GetUtcNow()).ConfigureAwait(false);
        }

        return rewards;
    }

    private Task<Order> PlaceAsync(OrderRequest request, bool checksProducts, CancellationToken cancellationToken)
    {
        var placing = coordinator.PlaceAsync(account, request, cancellationToken, checksProducts);
        return catalog.IsCached ? RenewingAsync(placing, request) : placing;
    }

    /// <summary>A product that an order found other than it was kept must not be offered like that again.</summary>
    private async Task<Order> RenewingAsync(Task<Order> placing, OrderRequest request)
    {
        try
        {
            return await placing.ConfigureAwait(false);
        }
        catch (GiftCardException gone) when (gone.Code == GiftCardErrorCode.ProductUnavailable)
        {
            foreach (var productId in request.Lines.Select(line => line.ProductId).Distinct(StringComparer.Ordinal))
            {
                await catalog.RenewAsync(productId).ConfigureAwait(false);
            }

            throw;
        }
    }

    private bool TakesBackCardsAlone =>
        account.Adapter.Capabilities is var capabilities
        && !capabilities.Supports(GiftCardFeature.CancelOrder)
        && capabilities.Supports(GiftCardFeature.CancelReward)
        && capabilities.Supports(GiftCardFeature.Status);

    /// <summary>The card that a whole order is. One that is not completed may come to have more.</summary>
    private async Task<string> OnlyCardOfAsync(string orderId, CancellationToken cancellationToken) =>
        await account.Adapter.GetOrderAsync(orderId, RewardDetail.State, cancellationToken).ConfigureAwait(false)
            is { Status: var status, Rewards: [{ Id: { Length: > 0 } only }] }
        && status == OrderStatus.Completed
            ? only
            : throw new GiftCardException(
                $"The account '{account.Name}' ({account.Provider}) takes rewards back one at a time, and the order {orderId} is not completed with one reward alone: give the rewardId, which is the Id of one of its Rewards.",
                GiftCardErrorCode.NotSupported,
                GiftCardOutcome.NotAnOrder
            )
            {
                Provider = account.Provider,
                Account = account.Name,
            };
}
