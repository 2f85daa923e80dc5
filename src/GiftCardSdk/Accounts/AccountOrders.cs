using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Accounts;

/// <summary>The orders role: placing goes through the coordinator, the rest straight to the adapter.</summary>
internal sealed class AccountOrders(Account account, OrderCoordinator coordinator, TimeProvider time) : IGiftCardOrders
{
    public Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken = default) =>
        coordinator.PlaceAsync(account, request, cancellationToken);

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
