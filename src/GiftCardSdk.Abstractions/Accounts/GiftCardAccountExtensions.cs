namespace GiftCardSdk;

/// <summary>What follows from an account's four roles.</summary>
public static class GiftCardAccountExtensions
{
    /// <summary>The provider's own interface behind this account, for what is not neutral.</summary>
    /// <typeparam name="T">Such as <c>IGiftbitApi</c>.</typeparam>
    /// <param name="account">The account.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">This account has no service of that type; it belongs to another provider.</exception>
    public static T GetService<T>(this IGiftCardAccount account)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.GetService(typeof(T)) as T
            ?? throw new InvalidOperationException(
                $"The account '{account.Name}' belongs to {account.Provider} and has no {typeof(T).Name}."
            );
    }

    /// <summary>Watches an order until it is final or the deadline has passed.</summary>
    /// <param name="status">The status role of the account that it was bought with.</param>
    /// <param name="orderId">The provider's id (<see cref="Order.Id"/>).</param>
    /// <param name="cancellationToken">Stops the waiting; the order goes on.</param>
    /// <returns>The order with its rewards; still pending (<see cref="OrderStatus.IsFinal"/> is false) if the deadline of 5 minutes passed first.</returns>
    /// <exception cref="GiftCardException">There is no such order, or the provider could not be read.</exception>
    public static Task<Order> WaitForCompletionAsync(
        this IGiftCardStatus status,
        string orderId,
        CancellationToken cancellationToken = default
    ) => WaitForCompletionAsync(status, orderId, new WatchOptions(), cancellationToken);

    /// <summary>Watches an order until it is final or the deadline has passed.</summary>
    /// <param name="status">The status role of the account that it was bought with.</param>
    /// <param name="orderId">The provider's id (<see cref="Order.Id"/>).</param>
    /// <param name="options">Spacing, deadline and detail.</param>
    /// <param name="cancellationToken">Stops the waiting; the order goes on.</param>
    /// <returns>The order with its rewards; still pending (<see cref="OrderStatus.IsFinal"/> is false) if the deadline passed first.</returns>
    /// <exception cref="GiftCardException">There is no such order, or the provider could not be read.</exception>
    public static async Task<Order> WaitForCompletionAsync(
        this IGiftCardStatus status,
        string orderId,
        WatchOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(options);
        Order? last = null;
        await foreach (var order in status.WatchAsync(orderId, options, cancellationToken).ConfigureAwait(false))
        {
            last = order;
        }

        return last ?? await status.GetAsync(orderId, options.Detail, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Places an order and waits until its cards can be read: the survey case.</summary>
    /// <param name="account">The account.</param>
    /// <param name="request">The order.</param>
    /// <param name="timeout">How long to wait after the order was accepted; more than zero.</param>
    /// <param name="cancellationToken">Stops the waiting, never a purchase.</param>
    /// <returns>The order with its rewards; still pending (<see cref="OrderStatus.IsFinal"/> is false) if the time was up first: it is bought and comes later.</returns>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether the order was taken.</exception>
    /// <exception cref="GiftCardException">The order was refused, or the provider could not be read afterwards.</exception>
    public static async Task<Order> PlaceAndWaitAsync(
        this IGiftCardAccount account,
        OrderRequest request,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        var placed = await account.Orders.PlaceAsync(request, cancellationToken).ConfigureAwait(false);
        if (placed.Status.IsFinal && placed.Rewards.Count > 0)
        {
            return placed;
        }

        var order = await account
            .Status.WaitForCompletionAsync(placed.Id, new WatchOptions { Deadline = timeout }, cancellationToken)
            .ConfigureAwait(false);
        return order with { WasReplayed = placed.WasReplayed, Reference = request.Reference };
    }
}
