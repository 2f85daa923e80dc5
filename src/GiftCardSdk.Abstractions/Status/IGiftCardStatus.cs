namespace GiftCardSdk;

/// <summary>What has become of an order. Safe for use by many callers at once.</summary>
public interface IGiftCardStatus
{
    /// <summary>Reads an order.</summary>
    /// <param name="orderId">The provider's id (<see cref="Order.Id"/>).</param>
    /// <param name="detail">How much of the rewards; each step may cost further calls.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The order as the provider shows it now.</returns>
    /// <exception cref="ArgumentException"><paramref name="orderId"/> is blank.</exception>
    /// <exception cref="GiftCardException">There is no such order (<see cref="GiftCardErrorCode.NotFound"/>), or the provider could not be read.</exception>
    Task<Order> GetAsync(string orderId, RewardDetail detail = RewardDetail.Secrets, CancellationToken cancellationToken = default);

    /// <summary>Looks for an order by the caller's own id.</summary>
    /// <param name="reference">The reference that it was placed with.</param>
    /// <param name="detail">How much of the rewards; each step may cost further calls.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The order, or null if the provider says for sure that it has none.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, cannot look by reference, or its answer proves nothing.</exception>
    Task<Order?> FindAsync(
        OrderReference reference,
        RewardDetail detail = RewardDetail.Secrets,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Streams an order each time its status or the number of its rewards changes, from now until it is final or the deadline has passed. Looks
    /// are spaced by the size of the order, with jitter; the provider's own hints are respected. The last one carries the rewards as asked for.
    /// </summary>
    /// <param name="orderId">The provider's id (<see cref="Order.Id"/>).</param>
    /// <param name="options">Spacing, deadline and detail; null for the usual ones.</param>
    /// <param name="cancellationToken">Ends the watching, waits included.</param>
    /// <returns>The order as it changes; a still pending order is the last one when the deadline passes.</returns>
    /// <exception cref="ArgumentException"><paramref name="orderId"/> is blank.</exception>
    /// <exception cref="GiftCardException">There is no such order, or the provider could not be read.</exception>
    IAsyncEnumerable<Order> WatchAsync(string orderId, WatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams the account's orders of a period, whoever placed them, as far as the provider's list shows them: each once, without rewards and in
    /// no certain order. An order whose time is not shown, or not to the instant, is among them if it may be of the period.
    /// </summary>
    /// <param name="period">When they were made, by the provider's clock.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The orders. An order that is missing is not proved to be missing at the provider: <see cref="GetAsync"/> tells.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, or cannot list orders (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    IAsyncEnumerable<Order> ListAsync(TimePeriod period, CancellationToken cancellationToken = default);
}
