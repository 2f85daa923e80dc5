namespace GiftCardSdk;

/// <summary>Asks before ordering whether the money is there.</summary>
public static class GiftCardFundsExtensions
{
    /// <summary>Whether the balance covers an order. Reads the products and the balances; orders nothing.</summary>
    /// <param name="account">The account.</param>
    /// <param name="request">The order, which is not placed.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The answer, by currency.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, or shows no balances (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    public static Task<FundsCheck> CheckFundsAsync(
        this IGiftCardAccount account,
        OrderRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return CheckFundsAsync(account, [request], cancellationToken);
    }

    /// <summary>Whether the balances cover several orders together. Reads each product once, and the balances last; orders nothing.</summary>
    /// <param name="account">The account.</param>
    /// <param name="requests">The orders, which are not placed; read once.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The answer, by currency.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, or shows no balances (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    public static Task<FundsCheck> CheckFundsAsync(
        this IGiftCardAccount account,
        IEnumerable<OrderRequest> requests,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(requests);
        return new FundsInquiry(account).RunAsync(requests, cancellationToken);
    }
}
