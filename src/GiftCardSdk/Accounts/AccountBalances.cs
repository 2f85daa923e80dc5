using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Accounts;

/// <summary>The balances role.</summary>
internal sealed class AccountBalances(Account account) : IGiftCardBalances
{
    public Task<IReadOnlyList<Balance>> ListAsync(CancellationToken cancellationToken = default)
    {
        account.Demand(GiftCardFeature.Balances, "show balances");
        return account.Adapter.ListBalancesAsync(cancellationToken);
    }

    public async Task<Balance?> GetAsync(string currency, CancellationToken cancellationToken = default)
    {
        var code = Money.Of(0, currency).Currency;
        var balances = await ListAsync(cancellationToken).ConfigureAwait(false);
        return balances.FirstOrDefault(balance => balance.Currency == code);
    }

    public IAsyncEnumerable<BalanceMovement> ListMovementsAsync(TimePeriod period, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        account.Demand(GiftCardFeature.ListMovements, "list the movements of its balances");
        return account.Adapter.ListMovementsAsync(period, cancellationToken);
    }
}
