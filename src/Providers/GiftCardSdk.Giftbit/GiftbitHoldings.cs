namespace GiftCardSdk.Giftbit;

/// <summary>
/// The currencies that the account holds money in. An order in another one is converted by Giftbit from the account's default currency, at a rate
/// that no answer shows; then the rows of its costs say what the cards are worth and not what left the balance.
/// </summary>
internal sealed class GiftbitHoldings(IGiftbitApi api, string defaultCurrency, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private Snapshot? _last;

    /// <summary>The order, without its cost where that is not known. If the balances cannot be read, what Giftbit's rows say stands.</summary>
    public async Task<Order> WithKnownCostAsync(Order order, CancellationToken cancellationToken) =>
        order.TotalCost is { } cost ? WithKnownCost(order, await ReadAsync(cost.Currency, cancellationToken).ConfigureAwait(false)) : order;

    /// <summary>The same, by balances that were read before the order.</summary>
    public static Order WithKnownCost(Order order, GiftbitFunds? funds) =>
        order.TotalCost is { } cost && funds is not null && !CanPay(funds, cost) ? order with { TotalCost = null } : order;

    /// <summary>
    /// The balances that an order in a currency may be paid from, as they were a minute ago at most; null if they cannot be read, or need not be, for
    /// it is the currency that the account converts from.
    /// </summary>
    public async Task<GiftbitFunds?> ReadAsync(string currency, CancellationToken cancellationToken)
    {
        if (string.Equals(currency, defaultCurrency, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (Volatile.Read(ref _last) is { } last && time.GetElapsedTime(last.ReadAt) < Life)
        {
            return last.Funds;
        }

        GiftbitFunds? funds = null;
        try
        {
            funds = await api.GetFundsAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            // Kept like an answer: an order does not wait for balances again that could not be read just now.
        }

        Volatile.Write(ref _last, new(funds, time.GetTimestamp()));
        return funds;
    }

    /// <summary>Reserved money counts: it may be that of the order itself.</summary>
    private static bool CanPay(GiftbitFunds funds, Money cost) =>
        funds.FundsByCurrency.Any(fund =>
            string.Equals(fund.Key, cost.Currency, StringComparison.OrdinalIgnoreCase)
            && fund.Value is { } held
            && GiftbitMoney.OrNull(held.AvailableInCents + (held.PendingInCents ?? 0) + (held.ReservedInCents ?? 0), fund.Key) >= cost
        );

    private sealed record Snapshot(GiftbitFunds? Funds, long ReadAt);
}
