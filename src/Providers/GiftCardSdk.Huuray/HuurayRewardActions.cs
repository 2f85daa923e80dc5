namespace GiftCardSdk.Huuray;

/// <summary>Sends cards again and takes them back, each with one call.</summary>
internal sealed class HuurayRewardActions(IHuurayApi api, HuurayPlacedOrders placedOrders, HuuraySettings settings, TimeProvider time)
{
    private readonly HuurayRewards _rewards = new(time);

    public async Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var voucherId = Demand(rewardId, HuurayOperations.Resend.Name);
        var answer = await api.ResendAsync(orderId, voucherId, cancellationToken).ConfigureAwait(false);
        if (!answer.IsPartial)
        {
            return await ReadAsync(orderId, voucherId, cancellationToken).ConfigureAwait(false);
        }

        // Huuray says how many went out and not which: the number is kept.
        return answer.NumberOfResends is { } count and >= 0
            ? [.. Enumerable.Repeat(new Reward(), count)]
            : throw settings.Unexpected(
                $"Huuray sent some cards of order {orderId} again and does not say how many. Send single ones again by their rewardId if need be.",
                HuurayOperations.Resend.Name
            );
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var voucherId = Demand(rewardId, HuurayOperations.Cancel.Name);
        var answer = await api.CancelAsync(orderId, voucherId, cancellationToken).ConfigureAwait(false);
        var placed = placedOrders.Find(orderId);
        return
        [
            .. answer
                .Vouchers.Where(voucher => voucher.Cancelled)
                .Select(voucher => new Reward
                {
                    Id = HuurayRewardId.Write(voucher.Id),
                    ProductId = placed?.Lines[0].ProductId,
                    FaceValue = placed?.Lines[0].FaceValue,
                    Redemption = RedemptionState.Cancelled,
                }),
        ];
    }

    /// <summary>What was sent again, as it shows. It was sent, whatever becomes of the reading.</summary>
    private async Task<IReadOnlyList<Reward>> ReadAsync(string orderId, int? voucherId, CancellationToken cancellationToken)
    {
        var placed = placedOrders.Find(orderId);
        try
        {
            var order = await api.SearchAsync(new() { OrderUid = orderId }, cancellationToken).ConfigureAwait(false);
            Reward[] rewards =
            [
                .. (order?.Vouchers ?? [])
                    .Where(voucher => voucherId is null || voucher.Id == voucherId)
                    .Select(voucher => _rewards.Of(voucher, placed, RewardDetail.State)),
            ];
            return rewards.Length > 0 || voucherId is null ? rewards : [new() { Id = HuurayRewardId.Write(voucherId) }];
        }
        catch (GiftCardException)
        {
            return voucherId is null ? [] : [new() { Id = HuurayRewardId.Write(voucherId) }];
        }
    }

    private int? Demand(string? rewardId, string operation) =>
        rewardId is null ? null
        : HuurayRewardId.Read(rewardId) is { } id ? id
        : throw settings.Refuse(
            GiftCardErrorCode.NotFound,
            "A card of Huuray's has a whole number: give the rewardId that is the Id of one of the order's Rewards, or none for all.",
            operation
        );
}
