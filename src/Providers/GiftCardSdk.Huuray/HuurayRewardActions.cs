namespace GiftCardSdk.Huuray;

/// <summary>Sends cards again and takes them back, each with one call.</summary>
internal sealed class HuurayRewardActions(IHuurayApi api, HuurayPlacedOrders placedOrders, HuuraySettings settings, TimeProvider time)
{
    /// <summary>More than any order has; a larger number is no count of cards.</summary>
    private const int MostCards = 100_000;

    private readonly HuurayRewards _rewards = new(time);

    public async Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        Demand(rewardId, HuurayOperationNames.Resend);
        var orderUid = await UidOfAsync(orderId, HuurayOperationNames.Resend, cancellationToken).ConfigureAwait(false);
        var answer = await api.ResendAsync(orderUid, rewardId, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { NumberOfResends: <= 0 } => [],
            { IsPartial: false } => await ReadAsync(orderId, rewardId, answer.NumberOfResends, cancellationToken).ConfigureAwait(false),
            // Huuray says how many went out and not which: the number is kept.
            { NumberOfResends: <= MostCards and var count } => [.. Enumerable.Repeat(new Reward(), count)],
            _ => throw settings.Unexpected(
                $"Huuray sent some cards of order {orderId} again and does not say how many. Send single ones again by their rewardId if need be.",
                HuurayOperationNames.Resend
            ),
        };
    }

    public async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        Demand(rewardId, HuurayOperationNames.Cancel);
        var orderUid = await UidOfAsync(orderId, HuurayOperationNames.Cancel, cancellationToken).ConfigureAwait(false);
        var answer = await api.CancelAsync(orderUid, rewardId, cancellationToken).ConfigureAwait(false);
        // That the order is cancelled as a whole says of each card that it is, listed or not.
        var named = answer
            .Vouchers.Where(voucher => voucher.Cancelled ?? answer.OrderCancelled == true)
            .Select(voucher => voucher.Id)
            .ToArray();
        return named.Length > 0 ? [.. named.Select(id => TakenBack(id, orderId))]
            : answer.OrderCancelled == true ? await AllOfAsync(orderId, rewardId, cancellationToken).ConfigureAwait(false)
            : answer.OrderCancelled is null && answer.Vouchers.All(voucher => voucher.Cancelled is null)
                ? throw settings.Unexpected(
                    $"Huuray took the call to cancel order {orderId} and does not say whether anything was taken back. Read the order or ask Huuray before its cards are given to anybody.",
                    HuurayOperationNames.Cancel
                )
            : [];
    }

    /// <summary>All cards of an order that was taken back, which an answer need not list.</summary>
    private async Task<IReadOnlyList<Reward>> AllOfAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        if (rewardId is not null)
        {
            return [TakenBack(rewardId, orderId)];
        }

        var ids = await FindIdsAsync(orderId, cancellationToken).ConfigureAwait(false);
        var cards = placedOrders.Find(orderId)?.Cards ?? 1;
        return ids.Count > 0 ? [.. ids.Select(id => TakenBack(id, orderId))] : [.. Enumerable.Repeat(TakenBack(null, orderId), (int)cards)];
    }

    private async Task<IReadOnlyList<string?>> FindIdsAsync(string orderId, CancellationToken cancellationToken)
    {
        try
        {
            var order = await api.SearchAsync(HuurayOrderId.FilterOf(orderId), cancellationToken).ConfigureAwait(false);
            return [.. (order?.Vouchers ?? []).Select(voucher => voucher.Id)];
        }
        catch (GiftCardException)
        {
            // It was taken back, whatever becomes of the reading.
            return [];
        }
    }

    private Reward TakenBack(string? id, string orderId)
    {
        var line = placedOrders.Find(orderId)?.Lines[0];
        return new()
        {
            Id = id,
            ProductId = line?.ProductId,
            FaceValue = line?.FaceValue,
            Redemption = RedemptionState.Cancelled,
        };
    }

    /// <summary>What was sent again, as it shows. It was sent, whatever becomes of the reading.</summary>
    private async Task<IReadOnlyList<Reward>> ReadAsync(string orderId, string? rewardId, int? sent, CancellationToken cancellationToken)
    {
        var placed = placedOrders.Find(orderId);
        IReadOnlyList<Reward> unread = rewardId is not null
            ? [new() { Id = rewardId }]
            : [.. Enumerable.Repeat(new Reward(), sent is { } count and <= MostCards ? count : 0)];
        try
        {
            var order = await api.SearchAsync(HuurayOrderId.FilterOf(orderId), cancellationToken).ConfigureAwait(false);
            Reward[] rewards =
            [
                .. (order?.Vouchers ?? [])
                    .Where(voucher => rewardId is null || voucher.Id == rewardId)
                    .Select(voucher => _rewards.Of(voucher, placed, RewardDetail.State)),
            ];
            return rewards.Length > 0 ? rewards : unread;
        }
        catch (GiftCardException)
        {
            return unread;
        }
    }

    private void Demand(string? rewardId, string operation)
    {
        if (rewardId is not null && (rewardId.Length == 0 || !rewardId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                "A card of Huuray's has an id of letters and digits: give the rewardId that is the Id of one of the order's Rewards, or none for all.",
                operation
            );
        }
    }

    /// <summary>Huuray's own id of an order: calls that change something take no other.</summary>
    private async Task<string> UidOfAsync(string orderId, string operation, CancellationToken cancellationToken)
    {
        if (HuurayOrderId.ReferenceOf(orderId) is not { } reference)
        {
            return orderId;
        }

        var order = await api.SearchAsync(HuurayOrderId.FilterOf(orderId), cancellationToken).ConfigureAwait(false);
        return order is not null && order.RefId == reference && !string.IsNullOrWhiteSpace(order.OrderUid)
            ? order.OrderUid
            : throw settings.Refuse(
                GiftCardErrorCode.NotSupported,
                $"Huuray has named no OrderUID for order {orderId}, without which it sends and takes back nothing. Its portal can do both.",
                operation
            );
    }
}
