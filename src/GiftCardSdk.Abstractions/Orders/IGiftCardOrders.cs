namespace GiftCardSdk;

/// <summary>Buying, sending again and taking back. Safe for use by many callers at once.</summary>
public interface IGiftCardOrders
{
    /// <summary>Places an order: exactly one purchase at the provider, however often the same reference is placed.</summary>
    /// <param name="request">The order.</param>
    /// <param name="cancellationToken">
    /// Stops the waiting, never a purchase: once the order has been handed over it is carried to its end and recorded, and placing the same
    /// reference again returns it.
    /// </param>
    /// <returns>The order that the provider accepted; with <see cref="Order.WasReplayed"/> if this reference had been placed before.</returns>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether the order was taken. Place the same reference again later; never a new one.</exception>
    /// <exception cref="GiftCardException">
    /// The order was refused; <see cref="GiftCardException.Outcome"/> says whether something may exist. Bad input is refused before anything is sent.
    /// </exception>
    Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Places an order like <see cref="PlaceAsync"/>, but reads each product afresh before the first send and compares the order with it: currency,
    /// country, delivery, face value, stock. Costs a reading a product.
    /// </summary>
    /// <param name="request">The order. Of several callers of one reference at a time, the first one's choice counts.</param>
    /// <param name="cancellationToken">Stops the waiting, never a purchase.</param>
    /// <returns>What <see cref="PlaceAsync"/> returns; an order that was placed before is returned whatever the catalog says by now.</returns>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether the order was taken.</exception>
    /// <exception cref="GiftCardException">
    /// The order was refused. What no offer allows is <see cref="GiftCardErrorCode.ProductUnavailable"/>, with a sentence for each line that lists
    /// what is allowed, and nothing is sent.
    /// </exception>
    Task<Order> PlaceCheckedAsync(OrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Has the provider send a reward to its recipient once more. Buys nothing.</summary>
    /// <param name="orderId">The order (<see cref="Order.Id"/>).</param>
    /// <param name="rewardId">The reward (<see cref="Reward.Id"/>); null for all of the order where the provider can do that.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The rewards that were sent again, in their new state.</returns>
    /// <exception cref="GiftCardException">The provider refused, could not be reached, or cannot do it (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a reward back that has not been claimed. How much money returns is the provider's rule.</summary>
    /// <param name="orderId">The order (<see cref="Order.Id"/>).</param>
    /// <param name="rewardId">The reward (<see cref="Reward.Id"/>); null for the whole order where the provider can do that, or where the order is completed and has this one alone.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The rewards that were taken back, in their new state.</returns>
    /// <exception cref="GiftCardException">The provider refused, could not be reached, or cannot do it (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId = null, CancellationToken cancellationToken = default);
}
