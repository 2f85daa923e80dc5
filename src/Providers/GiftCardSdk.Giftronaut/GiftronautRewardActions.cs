namespace GiftCardSdk.Giftronaut;

/// <summary>Sends e-mails again and takes scheduled orders back.</summary>
internal sealed class GiftronautRewardActions(IGiftronautApi api, GiftronautOrderReader reader, GiftronautSettings settings)
{
    public async Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var order = await reader.GetAsync(orderId, cancellationToken).ConfigureAwait(false);
        GiftronautOrderRecipient[] chosen =
        [
            .. GiftronautRewards
                .Shown(order)
                .Where(card => card.Email is not null)
                .Where(card => rewardId is null || GiftronautRewards.IdOf(card, order) == rewardId),
        ];
        if (chosen.Length == 0)
        {
            throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                rewardId is null
                    ? $"The order {orderId} shows no recipients, so there is nobody to send to again. Reward links are yours to send."
                    : $"The order {orderId} has no reward {rewardId}. A reward's id is that of one of the order's Rewards; a corrected address gives it another.",
                GiftronautOperationNames.ResendOrder
            );
        }

        var resend = new GiftronautResend
        {
            Recipients = [.. chosen.Select(card => new GiftronautResendRecipient { Email = card.Email! })],
        };
        await api.ResendOrderAsync(orderId, resend, cancellationToken).ConfigureAwait(false);
        return GiftronautRewards.Of(order with { Recipients = chosen }, RewardDetail.State, []);
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, CancellationToken cancellationToken)
    {
        var answer = await api.CancelOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        var order = answer is { Recipients: not null } ? answer : await reader.GetAsync(orderId, cancellationToken).ConfigureAwait(false);
        return settings.Statuses.Of(order.Status) == OrderStatus.Cancelled
            ? GiftronautRewards.Of(order, RewardDetail.State, [])
            : throw settings.Unexpected(
                $"Giftronaut agreed to take the order {orderId} back, but shows it as {order.Status}. Look at it again later.",
                GiftronautOperationNames.CancelOrder
            );
    }
}
