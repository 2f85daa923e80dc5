using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>One movement of a balance; a negative amount was taken from it.</summary>
internal sealed record GifqTransaction(string Id, string Type, decimal Amount, string Currency, string Description, DateTimeOffset At)
{
    public string? Reference { get; init; }

    public string? OrderId { get; init; }

    public string? PayoutOrderId { get; init; }
}

/// <summary>What a purchase takes from a balance, and how it came about.</summary>
/// <param name="Currency">The balance.</param>
/// <param name="Total">All that is taken, fee included.</param>
/// <param name="FxFee">The part of it that is the fee for converting.</param>
/// <param name="Rate">The rate, or null where nothing or too many things were converted.</param>
/// <param name="FeePercent">The fee in percent of what was converted.</param>
/// <param name="IsConverted">Whether anything was converted.</param>
internal sealed record GifqCharge(string Currency, decimal Total, decimal FxFee, decimal? Rate, decimal FeePercent, bool IsConverted)
{
    public Gifq.Wire.FxFee? ToWire() => IsConverted ? new(Rate, FeePercent, Total, Currency) : null;
}

/// <summary>The balances, and every movement that made them. Guarded by the twin's lock.</summary>
internal sealed class GifqFunds(GifqTwinOptions options, SandboxLedger ledger)
{
    private const int FirstTransaction = 901;

    private readonly SortedDictionary<string, decimal> _balances = new(StringComparer.Ordinal);
    private readonly List<GifqTransaction> _transactions = [];

    /// <summary>By currency, in alphabetical order.</summary>
    public IReadOnlyDictionary<string, decimal> Balances => _balances;

    /// <summary>Oldest first; together they are the balances.</summary>
    public IReadOnlyList<GifqTransaction> Transactions => _transactions;

    public void Set(string currency, decimal amount, DateTimeOffset now)
    {
        _balances.TryAdd(currency, 0);
        if (amount != _balances[currency])
        {
            Move(NewTransaction(GifqMovement.TopUp, amount - _balances[currency], currency, "Top-up", now));
        }
    }

    public bool CanPay(GifqCharge charge) => _balances.GetValueOrDefault(charge.Currency) >= charge.Total;

    public void Pay(GifqCharge charge, GifqOrder order)
    {
        var debit = Debit(charge, GifqMovement.Order, $"Order {order.Id}", order.CreatedAt);
        Record(charge, debit with { OrderId = order.Id, Reference = order.Content.Reference });
    }

    public void Pay(GifqCharge charge, GifqPayoutOrder order)
    {
        var debit = Debit(charge, GifqMovement.Payout, $"Payout order {order.Id}", order.CreatedAt);
        Record(charge, debit with { PayoutOrderId = order.Id });
    }

    public void Refund(GifqOrder order, DateTimeOffset now) =>
        Move(
            NewTransaction(GifqMovement.Refund, order.Charge.Total, order.Charge.Currency, $"Refund of order {order.Id}", now) with
            {
                OrderId = order.Id,
                Reference = order.Content.Reference,
            }
        );

    public void Refund(GifqPayout payout, DateTimeOffset now) =>
        Move(
            NewTransaction(GifqMovement.Refund, payout.Charge.Total, payout.Charge.Currency, $"Refund of payout {payout.Id}", now) with
            {
                PayoutOrderId = payout.Order.Id,
            }
        );

    private GifqTransaction Debit(GifqCharge charge, string type, string description, DateTimeOffset now) =>
        NewTransaction(type, -charge.Total, charge.Currency, description, now);

    private void Record(GifqCharge charge, GifqTransaction debit)
    {
        if (options.SeparateFxTransactions && charge.FxFee > 0)
        {
            Move(debit with { Amount = -(charge.Total - charge.FxFee) });
            Move(debit with { Id = NextId(), Type = GifqMovement.FxConversion, Amount = -charge.FxFee });
        }
        else
        {
            Move(debit);
        }

        ledger.Charge(charge.Currency, GifqCurrencies.Get(charge.Currency).MinorUnits(charge.Total));
    }

    private void Move(GifqTransaction transaction)
    {
        _transactions.Add(transaction);
        _balances[transaction.Currency] = _balances.GetValueOrDefault(transaction.Currency) + transaction.Amount;
    }

    private GifqTransaction NewTransaction(string type, decimal amount, string currency, string description, DateTimeOffset now) =>
        new(NextId(), type, amount, currency, description, now);

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"t-{FirstTransaction + _transactions.Count}");
}
