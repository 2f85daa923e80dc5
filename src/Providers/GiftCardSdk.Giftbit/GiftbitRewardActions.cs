using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Sends rewards again and takes them back, one at a time and only after a look that they belong to the order.</summary>
internal sealed class GiftbitRewardActions(IGiftbitApi api, GiftbitSettings settings)
{
    private readonly GiftbitRewards _rewards = new(settings.Time);

    public async Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var uuid = Demand(rewardId, "sends rewards again", GiftbitOperations.ResendGift);
        await CheckOrderAsync(orderId, uuid, cancellationToken).ConfigureAwait(false);
        return Answer(await api.ResendGiftAsync(uuid, null, cancellationToken).ConfigureAwait(false), GiftbitOperations.ResendGift);
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var uuid = Demand(rewardId, "takes rewards back", GiftbitOperations.CancelGift);
        await CheckOrderAsync(orderId, uuid, cancellationToken).ConfigureAwait(false);
        return Answer(await api.CancelGiftAsync(uuid, null, cancellationToken).ConfigureAwait(false), GiftbitOperations.CancelGift);
    }

    private string Demand(string? rewardId, string what, ProviderOperation operation) =>
        string.IsNullOrWhiteSpace(rewardId)
            ? throw settings.Refuse(
                GiftCardErrorCode.NotSupported,
                $"Giftbit {what} one at a time: give the rewardId, which is the Id of one of the order's Rewards.",
                operation.Name
            )
            : rewardId;

    /// <summary>A reward of another order would be sent or taken back just as readily.</summary>
    private async Task CheckOrderAsync(string orderId, string uuid, CancellationToken cancellationToken)
    {
        var gift = (await api.GetGiftAsync(uuid, null, cancellationToken).ConfigureAwait(false)).Gift;
        if (gift is null || (gift.CampaignUuid != orderId && gift.CampaignId != orderId))
        {
            throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                $"The order {orderId} has no reward {uuid}. A reward's id is that of one of the order's Rewards, not the order's.",
                GiftbitOperations.GetGift.Name
            );
        }
    }

    private IReadOnlyList<Reward> Answer(GiftbitGiftReply reply, ProviderOperation operation) =>
        reply.Gift is { } gift
            ? [_rewards.Of(gift)]
            : throw new GiftCardException(
                $"Giftbit answered {operation.Name} without the reward. It may have been done; look at the reward's state.",
                GiftCardErrorCode.UnexpectedResponse,
                GiftCardOutcome.NotAnOrder
            )
            {
                Provider = GiftbitDefaults.Provider,
                Account = settings.AccountName,
                Operation = operation.Name,
            };
}
