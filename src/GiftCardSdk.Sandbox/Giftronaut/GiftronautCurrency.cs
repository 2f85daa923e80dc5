namespace GiftCardSdk.Sandbox;

/// <summary>A currency of face values.</summary>
/// <param name="Code">Three letters.</param>
/// <param name="Decimals">How many decimals an amount may have.</param>
/// <param name="Dollars">What a unit costs in US dollars. Invented, and fixed so that a test can count on it.</param>
internal sealed record GiftronautCurrency(string Code, int Decimals, decimal Dollars)
{
    private static readonly Dictionary<string, GiftronautCurrency> ByCode = Table()
        .ToDictionary(currency => currency.Code, StringComparer.Ordinal);

    public static GiftronautCurrency Of(string code) => ByCode[code];

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    /// <summary>What the amount costs, in whole cents, a part of a cent counted as one.</summary>
    public decimal CostInDollars(decimal amount) => Math.Ceiling(amount * Dollars * 100m) / 100m;

    public long ToMinorUnits(decimal amount)
    {
        for (var i = 0; i < Decimals; i++)
        {
            amount *= 10m;
        }

        return (long)amount;
    }

    /// <summary>The amount has no more decimals than the currency.</summary>
    public bool CanExpress(decimal amount) => decimal.Round(amount, Decimals) == amount;

    private static IEnumerable<GiftronautCurrency> Table() =>
        [
            new("USD", 2, 1m),
            new("AED", 2, 0.272m),
            new("AUD", 2, 0.65m),
            new("BHD", 3, 2.65m),
            new("BRL", 2, 0.19m),
            new("CAD", 2, 0.75m),
            new("CHF", 2, 1.15m),
            new("CLP", 0, 0.001m),
            new("COP", 2, 0.00025m),
            new("CZK", 2, 0.043m),
            new("DKK", 2, 0.147m),
            new("EUR", 2, 1.10m),
            new("GBP", 2, 1.25m),
            new("HKD", 2, 0.128m),
            new("HUF", 2, 0.0028m),
            new("IDR", 2, 0.00006m),
            new("ILS", 2, 0.27m),
            new("INR", 2, 0.012m),
            new("ISK", 0, 0.0072m),
            new("JOD", 3, 1.41m),
            new("JPY", 0, 0.0065m),
            new("KRW", 0, 0.00075m),
            new("KWD", 3, 3.25m),
            new("MXN", 2, 0.055m),
            new("MYR", 2, 0.22m),
            new("NOK", 2, 0.093m),
            new("NZD", 2, 0.60m),
            new("OMR", 3, 2.60m),
            new("PHP", 2, 0.0175m),
            new("PLN", 2, 0.25m),
            new("QAR", 2, 0.274m),
            new("RON", 2, 0.22m),
            new("SAR", 2, 0.266m),
            new("SEK", 2, 0.095m),
            new("SGD", 2, 0.75m),
            new("THB", 2, 0.028m),
            new("TND", 3, 0.32m),
            new("TRY", 2, 0.03m),
            new("TWD", 2, 0.031m),
            new("VND", 0, 0.00004m),
            new("ZAR", 2, 0.055m),
        ];
}
