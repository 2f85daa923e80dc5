namespace GiftCardSdk;

/// <summary>What follows from an account's four roles.</summary>
public static class GiftCardAccountExtensions
{
    /// <summary>What a timer takes.</summary>
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

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
    /// <param name="timeout">How long to wait in all, placing included; more than zero, at most 24 days.</param>
    /// <param name="cancellationToken">Stops the waiting, never a purchase.</param>
    /// <returns>The order with its rewards; still pending (<see cref="OrderStatus.IsFinal"/> is false) if the time was up first: it is bought and comes later.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is zero, negative or too long.</exception>
    /// <exception cref="OrderOutcomeUnknownException">
    /// It could not be found out whether the order was taken, or the time was up before that: what was sent goes on, and placing the same reference
    /// again returns it.
    /// </exception>
    /// <exception cref="GiftCardException">The order was refused, or the provider says that it cannot be read.</exception>
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, LongestTimeout);
        var time = account.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;
        var started = time.GetTimestamp();
        var placed = await PlaceWithinAsync(account, request, timeout, time, cancellationToken).ConfigureAwait(false);
        var left = timeout - time.GetElapsedTime(started);
        if (left <= TimeSpan.Zero || (placed.Status.IsFinal && placed.Rewards.Count > 0))
        {
            return placed;
        }

        var order = await LastSeenAsync(account.Status, placed, new WatchOptions { Deadline = left }, cancellationToken)
            .ConfigureAwait(false);
        return order with { WasReplayed = placed.WasReplayed, Reference = request.Reference };
    }

    private static async Task<Order> PlaceWithinAsync(
        IGiftCardAccount account,
        OrderRequest request,
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await account.Orders.PlaceAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new OrderOutcomeUnknownException(
                $"The order '{request.Reference}' had not ended at the account '{account.Name}' ({account.Provider}) after {timeout}. Nobody waits for it any more, but what was sent goes on. Place the same reference again: that returns it, and cannot buy twice."
            )
            {
                Reference = request.Reference,
                Provider = account.Provider,
                Account = account.Name,
            };
        }
    }

    /// <summary>The order is bought: a provider that does not answer in time takes nothing of that away.</summary>
    private static async Task<Order> LastSeenAsync(
        IGiftCardStatus status,
        Order placed,
        WatchOptions options,
        CancellationToken cancellationToken
    )
    {
        var last = placed;
        try
        {
            await foreach (var order in status.WatchAsync(placed.Id, options, cancellationToken).ConfigureAwait(false))
            {
                last = order;
            }
        }
        catch (GiftCardException failure) when (failure.IsTransient)
        {
            // Until the time was up nothing else could be read.
        }

        return last;
    }
}
