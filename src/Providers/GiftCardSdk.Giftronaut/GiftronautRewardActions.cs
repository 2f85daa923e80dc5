namespace GiftCardSdk.Giftronaut;

/// <summary>
/// Sends e-mails again and takes orders back. A card has no id: the address of its recipient, as it stands in the order, is what names it.
/// </summary>
internal sealed class GiftronautRewardActions(IGiftronautApi api, GiftronautOrderReader reader, GiftronautSettings settings)
{
    public async Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? address, CancellationToken cancellationToken)
    {
        var order = await reader.GetAsync(orderId, cancellationToken).ConfigureAwait(false);
        GiftronautOrderRecipient[] chosen =
        [
            .. GiftronautRewards
                .Shown(order)
                .Where(card => card.Email is not null)
                .Where(card => address is null || GiftronautRecipients.Normalize(card.Email) == GiftronautRecipients.Normalize(address)),
        ];
        if (chosen.Length == 0)
        {
            throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                address is null
                    ? $"The order {orderId} shows no recipients, so there is nobody to send to again. Reward links are yours to send."
                    : $"The order {orderId} has no such recipient. At Giftronaut a card is named by its recipient's address, as it stands in the order.",
                GiftronautOperations.ResendOrder.Name
            );
        }

        var resend = new GiftronautResend
        {
            Recipients = [.. chosen.Select(card => new GiftronautResendRecipient { Email = card.Email! })],
        };
        await api.ResendOrderAsync(orderId, resend, cancellationToken).ConfigureAwait(false);
        return GiftronautRewards.Of(order with { Recipients = chosen }, RewardDetail.State, []);
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? address, CancellationToken cancellationToken)
    {
        if (address is not null)
        {
            throw settings.Refuse(
                GiftCardErrorCode.NotSupported,
                "Giftronaut takes back whole orders alone, and only scheduled ones that are not sent yet.",
                GiftronautOperations.CancelOrder.Name
            );
        }

        var answer = await api.CancelOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        var order = answer is { Recipients: not null } ? answer : await reader.GetAsync(orderId, cancellationToken).ConfigureAwait(false);
        return settings.Statuses.Of(order.Status) == OrderStatus.Cancelled
            ? GiftronautRewards.Of(order, RewardDetail.State, [])
            : throw settings.Unexpected(
                $"Giftronaut agreed to take the order {orderId} back, but shows it as {order.Status}. Look at it again later.",
                GiftronautOperations.CancelOrder.Name
            );
    }
}
