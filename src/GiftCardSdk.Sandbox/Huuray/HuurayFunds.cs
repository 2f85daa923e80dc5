using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What was paid for each card of an order, and from which balance.</summary>
internal sealed record HuurayPayment(string Currency, long PerCard);

/// <summary>The account's balances, in minor units by currency. Guarded by the twin's lock.</summary>
internal sealed class HuurayFunds
{
    private readonly HuurayTwinOptions _options;
    private readonly HuurayCurrencies _currencies;
    private readonly SortedDictionary<string, long> _balances;

    public HuurayFunds(HuurayTwinOptions options, HuurayCurrencies currencies)
    {
        _options = options;
        _currencies = currencies;
        _balances = new SortedDictionary<string, long>(options.OpeningBalances, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, long> Balances => _balances.ToDictionary(StringComparer.Ordinal);

    public CurrencyBalance[] Report() =>
        [.. _balances.Select(entry => new CurrencyBalance(entry.Key, entry.Value, entry.Key == _options.MasterCurrency))];

    public void Set(string currency, long amount) => _balances[currency] = amount;

    public void Add(string currency, long amount) => _balances[currency] = _balances.GetValueOrDefault(currency) + amount;

    /// <summary>Pays for all cards from the currency's own balance or else from the master currency's; null when neither suffices.</summary>
    public HuurayPayment? TryPay(HuurayOrderContent content)
    {
        var currency = content.Product.Country.Currency;
        var price = content.Product.Price(content.Value);
        return TryTake(currency, price, content.Quantity)
            ?? (
                _options.AutomaticExchange && currency != _options.MasterCurrency && Exchanged(price, currency) is { } exchanged
                    ? TryTake(_options.MasterCurrency, exchanged, content.Quantity)
                    : null
            );
    }

    private HuurayPayment? TryTake(string currency, long perCard, int cards)
    {
        var total = perCard * cards;
        if (_balances.GetValueOrDefault(currency) < total)
        {
            return null;
        }

        Add(currency, -total);
        return new HuurayPayment(currency, perCard);
    }

    // Rounded up: an exchange never favours the customer.
    private long? Exchanged(long amount, string currency) =>
        HuurayCurrencies.Rate(currency, _options.MasterCurrency) is { } rate
            ? (long)
                Math.Ceiling(
                    _currencies.Major(amount, currency)
                        * rate
                        * (1 + (_options.SpreadPercent / 100m))
                        * _currencies.Minor(1, _options.MasterCurrency)
                )
            : null;
}
