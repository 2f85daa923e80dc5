using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>What a purchase takes from a balance, and how it came about.</summary>
/// <param name="Currency">The balance.</param>
/// <param name="Total">All that is taken, fee included.</param>
/// <param name="FxFee">The part of it that is the fee for converting.</param>
/// <param name="Rate">The rate, or null where nothing or too many things were converted.</param>
/// <param name="IsConverted">Whether anything was converted.</param>
internal sealed record GifqCharge(string Currency, decimal Total, decimal FxFee = 0, decimal? Rate = null, bool IsConverted = false)
{
    public long MinorUnits => GifqCurrencies.Get(Currency).MinorUnits(Total);
}

/// <summary>What things cost, the balances, and every movement that made them. Guarded by the twin's lock.</summary>
internal sealed class GifqFunds(GifqTwinOptions options, GifqReplies replies, SandboxLedger ledger)
{
    private const int FirstTransaction = 901;
    private const decimal FeePercent = 1;

    private readonly SortedDictionary<string, decimal> _balances = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _transactions = [];

    /// <summary>By currency, in alphabetical order.</summary>
    public IReadOnlyDictionary<string, decimal> Balances => _balances;

    public SandboxAnswer ListBalances(SandboxCall call) => replies.List(ShowBalances());

    public SandboxAnswer ListTransactions(SandboxCall call) =>
        replies.Page(
            call,
            _transactions,
            transaction =>
            {
                var shown = transaction.Copy();
                shown.Remove("type");
                shown.Insert(1, replies.Name("type"), transaction.Text("type"));
                return shown;
            }
        );

    public JsonArray ShowBalances() =>
        Json.Array(_balances.Select(entry => new JsonObject { ["currency"] = entry.Key, [replies.Name("amount")] = entry.Value }));

    public void Set(string currency, decimal amount, DateTimeOffset now)
    {
        _balances.TryAdd(currency, 0);
        if (amount != _balances[currency])
        {
            Move("top_up", amount - _balances[currency], currency, "Top-up", now);
        }
    }

    public bool CanPay(GifqCharge charge) => _balances.GetValueOrDefault(charge.Currency) >= charge.Total;

    public void Pay(GifqOrder order) =>
        Pay(
            order.Charge,
            (type, amount) => Move(type ?? "order", amount, order.Charge.Currency, $"Order {order.Id}", order.CreatedAt, order)
        );

    public void Pay(GifqPayoutOrder order) =>
        Pay(
            order.Charge,
            (type, amount) =>
                Move(type ?? "payout", amount, order.Charge.Currency, $"Payout order {order.Id}", order.CreatedAt, payoutOrder: order)
        );

    public void Refund(GifqOrder order, DateTimeOffset now) =>
        Move("refund", order.Charge.Total, order.Charge.Currency, $"Refund of order {order.Id}", now, order);

    public void Refund(GifqPayout payout, DateTimeOffset now) =>
        Move("refund", payout.Charge.Total, payout.Charge.Currency, $"Refund of payout {payout.Id}", now, payoutOrder: payout.Order);

    /// <summary>The face value less the discount, or plus the fee that a negative discount is.</summary>
    public static decimal Net(GifqCurrency currency, decimal faceValue, decimal? discount) =>
        currency.Round(faceValue * (1 - (discount ?? 0) / 100));

    public GifqCharge PriceCard(GifqCurrency currency, decimal faceValue, decimal? discount, GifqCurrency payment)
    {
        var isDiscounted = payment == currency || !options.ConvertFullFaceValue;
        return Price(isDiscounted ? Net(currency, faceValue, discount) : faceValue, currency, payment);
    }

    /// <summary>What the amount costs in the currency that pays; a fee is taken only where the two differ.</summary>
    public static GifqCharge Price(decimal amount, GifqCurrency currency, GifqCurrency payment)
    {
        if (payment == currency)
        {
            return new GifqCharge(payment.Code, amount);
        }

        var rate = GifqCurrencies.Rate(currency, payment);
        var total = payment.Round(amount * rate * (1 + FeePercent / 100));
        return new GifqCharge(payment.Code, total, total - payment.Round(amount * rate), rate, IsConverted: true);
    }

    /// <summary>All shares of a batch together.</summary>
    public static GifqCharge Sum(IReadOnlyCollection<GifqCharge> shares, string currency)
    {
        var converted = shares.Where(share => share.IsConverted).ToArray();
        var rates = converted.Select(share => share.Rate).Distinct().ToArray();
        return new GifqCharge(
            currency,
            shares.Sum(share => share.Total),
            shares.Sum(share => share.FxFee),
            rates is [var only] ? only : null,
            converted.Length > 0
        );
    }

    /// <summary>What paying in another currency came to; null where it did not. The rate is missing where a batch needed several.</summary>
    public JsonObject? ShowFee(GifqCharge charge) =>
        charge.IsConverted
            ? new JsonObject
            {
                [replies.Name("rate")] = charge.Rate,
                [replies.Name("fee_percentage")] = FeePercent,
                [replies.Name("total")] = charge.Total,
                ["currency"] = charge.Currency,
            }.WithoutNulls()
            : null;

    private void Pay(GifqCharge charge, Action<string?, decimal> move)
    {
        if (options.SeparateFxTransactions && charge.FxFee > 0)
        {
            move(null, -(charge.Total - charge.FxFee));
            move("fx_conversion", -charge.FxFee);
        }
        else
        {
            move(null, -charge.Total);
        }

        ledger.Charge(charge.Currency, charge.MinorUnits);
    }

    // A negative amount is taken from the balance.
    private void Move(
        string type,
        decimal amount,
        string currency,
        string description,
        DateTimeOffset now,
        GifqOrder? order = null,
        GifqPayoutOrder? payoutOrder = null
    )
    {
        _transactions.Add(
            new JsonObject
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"t-{FirstTransaction + _transactions.Count}"),
                ["type"] = type,
                ["amount"] = amount,
                ["currency"] = currency,
                ["reference"] = order?.Reference,
                ["order_id"] = order?.Id,
                ["payout_order_id"] = payoutOrder?.Id,
                ["description"] = description,
                ["created_at"] = GifqReplies.Time(now),
            }
        );
        _balances[currency] = _balances.GetValueOrDefault(currency) + amount;
    }
}
