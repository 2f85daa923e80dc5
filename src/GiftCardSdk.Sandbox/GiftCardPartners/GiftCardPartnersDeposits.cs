namespace GiftCardSdk.Sandbox;

/// <summary>
/// The deposit accounts, one a currency. What is pending was asked for and has not arrived; it pays for nothing. Guarded by the twin's lock.
/// </summary>
internal sealed class GiftCardPartnersDeposits
{
    private readonly SortedDictionary<string, Deposit> _deposits = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, decimal> Available =>
        _deposits.ToDictionary(entry => entry.Key, entry => entry.Value.Available, StringComparer.Ordinal);

    public decimal AvailableIn(string currency) => Of(currency).Available;

    public decimal PendingIn(string currency) => Of(currency).Pending;

    public void SetAvailable(string currency, decimal amount) => Of(currency).Available = amount;

    public void Request(string currency, decimal amount) => Of(currency).Pending += amount;

    /// <summary>What was asked for has arrived.</summary>
    public void Apply(string currency)
    {
        var deposit = Of(currency);
        deposit.Available += deposit.Pending;
        deposit.Pending = 0;
    }

    public bool TryCharge(string currency, decimal amount)
    {
        var deposit = Of(currency);
        if (deposit.Available < amount)
        {
            return false;
        }

        deposit.Available -= amount;
        return true;
    }

    public void GiveBack(string currency, decimal amount) => Of(currency).Available += amount;

    private Deposit Of(string currency)
    {
        if (!_deposits.TryGetValue(currency, out var deposit))
        {
            _deposits.Add(currency, deposit = new Deposit());
        }

        return deposit;
    }

    private sealed class Deposit
    {
        public decimal Available { get; set; }

        public decimal Pending { get; set; }
    }
}
