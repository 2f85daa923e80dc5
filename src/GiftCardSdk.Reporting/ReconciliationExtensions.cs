namespace GiftCardSdk.Reporting;

/// <summary>Compares the journal with a provider.</summary>
public static class ReconciliationExtensions
{
    /// <summary>
    /// Compares the journal's orders of one account and period with the provider's list of orders, and with the movements of its balances where it shows
    /// them. Only reads, and changes nothing at the provider or in the journal. Memory grows with the orders of the period, by about half a kilobyte
    /// each: compare an account of many orders day by day.
    /// </summary>
    /// <param name="giftCards">All accounts.</param>
    /// <param name="account">The name of the account; it must be configured.</param>
    /// <param name="period">When the orders were placed. Let it end some minutes ago, so that nothing of it is under way.</param>
    /// <param name="options">Margin and bounds; null for the usual ones.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The counts, and everything that does not fit.</returns>
    /// <exception cref="ArgumentException">There is no such account, or an option is below zero.</exception>
    /// <exception cref="GiftCardException">
    /// The journal or the provider could not be read, or the provider lists no orders (<see cref="GiftCardErrorCode.NotSupported"/>; <see cref="Capabilities"/>
    /// say so beforehand).
    /// </exception>
    public static Task<ReconciliationReport> ReconcileAsync(
        this IGiftCards giftCards,
        string account,
        TimePeriod period,
        ReconciliationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(giftCards);
        ArgumentNullException.ThrowIfNull(period);
        var checkedOptions = options ?? new ReconciliationOptions();
        if (checkedOptions.Margin < TimeSpan.Zero || checkedOptions.MaxReads < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                checkedOptions,
                $"{nameof(ReconciliationOptions.Margin)} and {nameof(ReconciliationOptions.MaxReads)} are zero or more."
            );
        }

        return new Reconciler(giftCards.History, giftCards.GetAccount(account), period, checkedOptions).RunAsync(cancellationToken);
    }
}
