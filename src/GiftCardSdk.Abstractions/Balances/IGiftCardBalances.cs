namespace GiftCardSdk;

/// <summary>What an account holds. Safe for use by many callers at once.</summary>
public interface IGiftCardBalances
{
    /// <summary>Reads the balances of all currencies, fresh from the provider.</summary>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>One balance a currency; empty if the account holds none.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, or shows no balances (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    Task<IReadOnlyList<Balance>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the balance of one currency, fresh from the provider.</summary>
    /// <param name="currency">Three letters, in any case.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The balance, or null if the account has none in this currency.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three letters.</exception>
    /// <exception cref="GiftCardException">The provider could not be read, or shows no balances (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    Task<Balance?> GetAsync(string currency, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams the movements of all balances in a period, in no certain order. A movement whose time is not shown, or not to the instant, is among
    /// them if it may be of the period.
    /// </summary>
    /// <param name="period">When they were made, by the provider's clock.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The movements.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, or shows no movements (<see cref="GiftCardErrorCode.NotSupported"/>).</exception>
    IAsyncEnumerable<BalanceMovement> ListMovementsAsync(TimePeriod period, CancellationToken cancellationToken = default);
}
