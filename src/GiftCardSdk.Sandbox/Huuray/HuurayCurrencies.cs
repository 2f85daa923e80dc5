namespace GiftCardSdk.Sandbox;

/// <summary>What a currency is worth and how the wire counts it.</summary>
internal sealed class HuurayCurrencies(HuurayMinorUnits units)
{
    private const int Hundredths = 2;

    // What one euro buys. Invented, and fixed so that a test can count on it.
    private static readonly Dictionary<string, decimal> PerEuro = new(StringComparer.Ordinal)
    {
        ["EUR"] = 1m,
        ["SEK"] = 11.2m,
        ["DKK"] = 7.5m,
        ["NOK"] = 11.5m,
        ["ISK"] = 140m,
        ["CHF"] = 0.95m,
        ["GBP"] = 0.85m,
        ["PLN"] = 4.3m,
        ["CZK"] = 25m,
        ["HUF"] = 400m,
        ["RON"] = 5m,
        ["TRY"] = 40m,
        ["USD"] = 1.1m,
        ["CAD"] = 1.5m,
        ["MXN"] = 20m,
        ["BRL"] = 6m,
        ["CLP"] = 1_000m,
        ["COP"] = 4_500m,
        ["JPY"] = 160m,
        ["KRW"] = 1_500m,
        ["VND"] = 28_000m,
        ["INR"] = 95m,
        ["SGD"] = 1.45m,
        ["THB"] = 38m,
        ["PHP"] = 64m,
        ["IDR"] = 18_000m,
        ["AUD"] = 1.65m,
        ["NZD"] = 1.8m,
        ["ZAR"] = 20m,
        ["AED"] = 4m,
        ["SAR"] = 4.1m,
        ["ILS"] = 4m,
        ["KWD"] = 0.34m,
        ["BHD"] = 0.41m,
        ["OMR"] = 0.42m,
        ["JOD"] = 0.78m,
        ["TND"] = 3.4m,
    };

    /// <summary>The digits after the point in a whole number of the wire.</summary>
    public int Digits(string currency) =>
        units == HuurayMinorUnits.AlwaysHundredths
            ? Hundredths
            : currency switch
            {
                "CLP" or "ISK" or "JPY" or "KRW" or "VND" => 0,
                "BHD" or "JOD" or "KWD" or "OMR" or "TND" => 3,
                _ => Hundredths,
            };

    public long Minor(decimal major, string currency) => (long)(major * Scale(currency));

    public decimal Major(long minor, string currency) => minor / Scale(currency);

    /// <summary>What one unit of a currency is in another, without the spread; null for a currency without a rate.</summary>
    public static decimal? Rate(string from, string to) =>
        PerEuro.TryGetValue(from, out var source) && PerEuro.TryGetValue(to, out var target) ? Math.Round(target / source, 8) : null;

    private decimal Scale(string currency) =>
        Digits(currency) switch
        {
            0 => 1m,
            3 => 1_000m,
            _ => 100m,
        };
}
