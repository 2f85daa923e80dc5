using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's balances, in cents by currency, as documents. Guarded by the twin's lock.</summary>
internal sealed class GiftbitFunds(GiftbitTwinOptions options)
{
    private const string Available = "available_in_cents";
    private const string Pending = "pending_in_cents";
    private const string Reserved = "reserved_in_cents";

    // The currency conversion pays from.
    private const string Default = "USD";

    // What an expired reward gives back; cancelling gives back all of it.
    private const int ExpiryCreditPercent = 25;

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

    // The balance in USD is beyond 32 bits on purpose.
    private readonly SortedDictionary<string, JsonObject> _accounts = new(StringComparer.Ordinal)
    {
        ["USD"] = Account(2_500_000_000),
        ["CAD"] = Account(50_000_000),
        ["AUD"] = Account(25_000_000),
        ["EUR"] = Account(25_000_000),
        ["GBP"] = Account(25_000_000),
    };

    private readonly HashSet<string> _topUps = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Balances =>
        _accounts.ToDictionary(account => account.Key, account => account.Value.Long(Available) ?? 0, StringComparer.Ordinal);

    public JsonObject Report() =>
        new(_accounts.Select(account => KeyValuePair.Create<string, JsonNode?>(account.Key, account.Value.Copy())));

    public void Set(string currency, long cents) => Of(currency)[Available] = cents;

    public void SetPending(string currency, long cents) => Of(currency)[Pending] = cents;

    public void Add(string currency, long cents) => Change(currency, Available, cents);

    /// <summary>What was pending becomes spendable.</summary>
    public void ClearPending(string currency)
    {
        Add(currency, Amount(currency, Pending));
        SetPending(currency, 0);
    }

    /// <summary>Notes a top-up; false when its id has been used before.</summary>
    public bool TryTopUp(string id, string currency, long cents)
    {
        var isNew = _topUps.Add(id);
        if (isNew)
        {
            Add(currency, cents);
        }

        return isNew;
    }

    public bool HasTopUp(string id) => _topUps.Contains(id);

    /// <summary>Reserves the price of every reward, in the rewards' own currency or else in the default one; false when neither suffices.</summary>
    public bool TryReserve(GiftbitOrder order) =>
        TryReserve(order, order.Currency, order.Price)
        || (
            options.AutomaticConversion
            && order.Currency != Default
            && DollarsPerUnit.TryGetValue(order.Currency, out var dollars)
            && TryReserve(order, Default, (long)Math.Ceiling(order.Price * dollars))
        );

    /// <summary>Whether money already on its way would pay for the order.</summary>
    public bool PendingWouldPay(GiftbitOrder order) =>
        Amount(order.Currency, Available) + Amount(order.Currency, Pending) >= order.Price * order.Rewards.Count;

    /// <summary>The reward was claimed: what was reserved for it is gone.</summary>
    public void Spend(GiftbitOrder order) => Change(order.PaidCurrency!, Reserved, -order.PaidPerReward);

    /// <summary>The reward will not be claimed: some of what was reserved comes back, the rest is gone.</summary>
    public void GiveBack(GiftbitOrder order, bool isExpired)
    {
        Spend(order);
        Add(order.PaidCurrency!, isExpired ? order.PaidPerReward * ExpiryCreditPercent / 100 : order.PaidPerReward);
    }

    private static JsonObject Account(long available) =>
        new()
        {
            [Available] = available,
            [Pending] = 0L,
            [Reserved] = 0L,
        };

    private bool TryReserve(GiftbitOrder order, string currency, long price)
    {
        var total = price * order.Rewards.Count;
        if (Amount(currency, Available) < total)
        {
            return false;
        }

        Change(currency, Available, -total);
        Change(currency, Reserved, total);
        (order.PaidCurrency, order.PaidPerReward) = (currency, price);
        return true;
    }

    private long Amount(string currency, string name) => Of(currency).Long(name) ?? 0;

    private void Change(string currency, string name, long by) => Of(currency)[name] = Amount(currency, name) + by;

    private JsonObject Of(string currency)
    {
        if (!_accounts.TryGetValue(currency, out var account))
        {
            _accounts.Add(currency, account = Account(0));
        }

        return account;
    }
}
