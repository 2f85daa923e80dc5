using GiftCardSdk.Sandbox.Giftbit.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's balances, in cents by currency. Guarded by the twin's lock.</summary>
internal sealed class GiftbitFunds(GiftbitTwinOptions options)
{
    // What a unit is worth in US dollars. Invented, and fixed so that a test can count on it.
    private static readonly Dictionary<string, decimal> DollarsPerUnit = new(StringComparer.Ordinal)
    {
        ["USD"] = 1m,
        ["CAD"] = 0.75m,
        ["AUD"] = 0.65m,
        ["EUR"] = 1.10m,
        ["GBP"] = 1.25m,
        ["NZD"] = 0.60m,
        ["JPY"] = 0.0065m,
    };

    private readonly SortedDictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _topUps = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Available =>
        _accounts.ToDictionary(entry => entry.Key, entry => entry.Value.Available, StringComparer.Ordinal);

    public int TopUps => _topUps.Count;

    public IReadOnlyDictionary<string, CurrencyFunds> Report() =>
        _accounts.ToDictionary(
            entry => entry.Key,
            entry => new CurrencyFunds(entry.Value.Available, entry.Value.Pending, entry.Value.Reserved),
            StringComparer.Ordinal
        );

    public void SetAvailable(string currency, long cents) => Of(currency).Available = cents;

    public void SetPending(string currency, long cents) => Of(currency).Pending = cents;

    public void Add(string currency, long cents) => Of(currency).Available += cents;

    /// <summary>What was pending becomes spendable.</summary>
    public void ClearPending(string currency)
    {
        var account = Of(currency);
        account.Available += account.Pending;
        account.Pending = 0;
    }

    /// <summary>Notes a top-up; false when its id has been used before.</summary>
    public bool TryTopUp(string id, string currency, long cents)
    {
        if (!_topUps.Add(id))
        {
            return false;
        }

        Add(currency, cents);
        return true;
    }

    public bool HasTopUp(string id) => _topUps.Contains(id);

    /// <summary>Reserves the price of every reward, in the rewards' own currency or else in the default one; false when neither suffices.</summary>
    public bool TryReserve(GiftbitOrder order)
    {
        if (TryReserve(order, order.Currency, order.PriceInCents))
        {
            return true;
        }

        return options.AutomaticConversion
            && order.Currency != options.DefaultCurrency
            && TryConvert(order.PriceInCents, order.Currency, options.DefaultCurrency) is { } price
            && TryReserve(order, options.DefaultCurrency, price);
    }

    /// <summary>Whether money already on its way would pay for the order.</summary>
    public bool PendingWouldPay(GiftbitOrder order)
    {
        var account = Of(order.Currency);
        return account.Available + account.Pending >= order.PriceInCents * order.Rewards.Count;
    }

    /// <summary>The reward was claimed: what was reserved for it is gone.</summary>
    public void Spend(GiftbitOrder order) => Of(order.PaidCurrency!).Reserved -= order.PaidPerReward;

    /// <summary>The reward will not be claimed: part of what was reserved comes back, the rest is gone.</summary>
    public void GiveBack(GiftbitOrder order, int percent)
    {
        var account = Of(order.PaidCurrency!);
        account.Reserved -= order.PaidPerReward;
        account.Available += order.PaidPerReward * percent / 100;
    }

    private bool TryReserve(GiftbitOrder order, string currency, long price)
    {
        var account = Of(currency);
        var total = price * order.Rewards.Count;
        if (account.Available < total)
        {
            return false;
        }

        account.Available -= total;
        account.Reserved += total;
        order.PaidCurrency = currency;
        order.PaidPerReward = price;
        return true;
    }

    private static long? TryConvert(long cents, string from, string to) =>
        DollarsPerUnit.TryGetValue(from, out var source) && DollarsPerUnit.TryGetValue(to, out var target)
            ? (long)Math.Ceiling(cents * source / target)
            : null;

    private Account Of(string currency)
    {
        if (!_accounts.TryGetValue(currency, out var account))
        {
            _accounts.Add(currency, account = new Account());
        }

        return account;
    }

    private sealed class Account
    {
        public long Available { get; set; }

        public long Pending { get; set; }

        public long Reserved { get; set; }
    }
}
