namespace GiftCardSdk.Giftbit;

/// <summary>Sends rewards again and takes them back, one at a time and only after a look that they belong to the order.</summary>
internal sealed class GiftbitRewardActions(IGiftbitApi api, GiftbitSettings settings)
{
    private readonly GiftbitRewards _rewards = new(settings.Time);

    public async Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var uuid = await RewardOfAsync(orderId, rewardId, "sends rewards again", GiftbitOperationNames.ResendGift, cancellationToken)
            .ConfigureAwait(false);
        return Answer(await api.ResendGiftAsync(uuid, null, cancellationToken).ConfigureAwait(false), GiftbitOperationNames.ResendGift);
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var uuid = await RewardOfAsync(orderId, rewardId, "takes rewards back", GiftbitOperationNames.CancelGift, cancellationToken)
            .ConfigureAwait(false);
        return Answer(await api.CancelGiftAsync(uuid, null, cancellationToken).ConfigureAwait(false), GiftbitOperationNames.CancelGift);
    }

    /// <summary>The reward that is named; where none is, or the order's own id is, the only one that the order has.</summary>
    private async Task<string> RewardOfAsync(
        string orderId,
        string? rewardId,
        string what,
        string operation,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(rewardId) || rewardId == orderId)
        {
            return await OnlyRewardOfAsync(orderId, what, operation, cancellationToken).ConfigureAwait(false);
        }

        await CheckOrderAsync(orderId, rewardId, cancellationToken).ConfigureAwait(false);
        return rewardId;
    }

    private async Task<string> OnlyRewardOfAsync(string orderId, string what, string operation, CancellationToken cancellationToken)
    {
        // Giftbit lists rewards by either id of their order, but each by a filter of its own.
        var campaign = (await api.GetCampaignAsync(orderId, null, cancellationToken).ConfigureAwait(false)).Campaign;
        var uuids = new List<string>();
        var query = new GiftbitGiftQuery { CampaignUuid = campaign.Uuid };
        await foreach (var gift in api.ListAllGiftsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (gift.CampaignUuid == campaign.Uuid && (campaign.Uuid == orderId || campaign.Id == orderId))
            {
                uuids.Add(gift.Uuid);
            }

            if (uuids.Count > 1)
            {
                throw settings.Refuse(
                    GiftCardErrorCode.NotSupported,
                    $"The order {orderId} has several rewards, and Giftbit {what} one at a time: give the rewardId, which is the Id of one of the order's Rewards.",
                    operation
                );
            }
        }

        return uuids is [var only]
            ? only
            : throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                $"The order {orderId} has no reward yet; Giftbit makes them some seconds after the order.",
                operation
            );
    }

    /// <summary>A reward of another order would be sent or taken back just as readily.</summary>
    private async Task CheckOrderAsync(string orderId, string uuid, CancellationToken cancellationToken)
    {
        var gift = (await api.GetGiftAsync(uuid, null, cancellationToken).ConfigureAwait(false)).Gift;
        if (gift is null || (gift.CampaignUuid != orderId && gift.CampaignId != orderId))
        {
            throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                $"The order {orderId} has no reward {uuid}. A reward's id is that of one of the order's Rewards, not the order's.",
                GiftbitOperationNames.GetGift
            );
        }
    }

    private IReadOnlyList<Reward> Answer(GiftbitGiftReply reply, string operation) =>
        reply.Gift is { } gift
            ? [_rewards.Of(gift)]
            : throw settings.Unexpected(
                $"Giftbit answered {operation} without the reward. It may have been done; look at the reward's state.",
                operation
            );
}
