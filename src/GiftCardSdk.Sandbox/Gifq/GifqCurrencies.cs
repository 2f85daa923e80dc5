namespace GiftCardSdk.Sandbox;

/// <summary>A currency with its decimals, its worth, and the countries whose cards are usually in it.</summary>
/// <param name="Code">Three letters.</param>
/// <param name="Decimals">0, 2 or 3.</param>
/// <param name="PerDollar">Units to a US dollar.</param>
/// <param name="CountryCodes">Two-letter codes.</param>
internal sealed record GifqCurrency(string Code, int Decimals, decimal PerDollar, string CountryCodes)
{
    public IReadOnlyList<string> Countries { get; } = CountryCodes.Split(' ');

    public decimal Round(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    public bool CanHold(decimal amount) => decimal.Round(amount, Decimals) == amount;

    public long MinorUnits(decimal amount) =>
        (long)(
            amount
            * Decimals switch
            {
                0 => 1,
                2 => 100,
                _ => 1000,
            }
        );
}

/// <summary>The currencies the twin knows. The rates are invented, and fixed so that a test can count on them.</summary>
internal static class GifqCurrencies
{
    private const int RateDecimals = 10;

    private static readonly Dictionary<string, GifqCurrency> ByCode = List().ToDictionary(entry => entry.Code, StringComparer.Ordinal);

    public static IEnumerable<GifqCurrency> All => ByCode.Values;

    public static GifqCurrency? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    public static GifqCurrency Get(string code) => ByCode[code];

    public static decimal Rate(GifqCurrency from, GifqCurrency to) => decimal.Round(to.PerDollar / from.PerDollar, RateDecimals);

    private static IEnumerable<GifqCurrency> List() =>
        [
            new("USD", 2, 1, "US PR"),
            new("EUR", 2, 0.92m, "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"),
            new("GBP", 2, 0.80m, "GB"),
            new("CAD", 2, 1.36m, "CA"),
            new("AUD", 2, 1.54m, "AU"),
            new("NZD", 2, 1.68m, "NZ"),
            new("CHF", 2, 0.88m, "CH LI"),
            new("SEK", 2, 10.50m, "SE"),
            new("NOK", 2, 10.80m, "NO"),
            new("DKK", 2, 6.90m, "DK"),
            new("PLN", 2, 4.00m, "PL"),
            new("CZK", 2, 23.20m, "CZ"),
            new("HUF", 2, 362m, "HU"),
            new("RON", 2, 4.60m, "RO"),
            new("TRY", 2, 34m, "TR"),
            new("AED", 2, 3.67m, "AE"),
            new("SAR", 2, 3.75m, "SA"),
            new("INR", 2, 84m, "IN"),
            new("SGD", 2, 1.34m, "SG"),
            new("HKD", 2, 7.80m, "HK"),
            new("MXN", 2, 19m, "MX"),
            new("BRL", 2, 5.50m, "BR"),
            new("ZAR", 2, 18m, "ZA"),
            new("THB", 2, 35m, "TH"),
            new("PHP", 2, 57m, "PH"),
            new("MYR", 2, 4.40m, "MY"),
            new("IDR", 2, 15_800m, "ID"),
            new("JPY", 0, 150m, "JP"),
            new("KRW", 0, 1_380m, "KR"),
            new("VND", 0, 25_000m, "VN"),
            new("CLP", 0, 950m, "CL"),
            new("ISK", 0, 138m, "IS"),
            new("KWD", 3, 0.307m, "KW"),
            new("BHD", 3, 0.376m, "BH"),
            new("OMR", 3, 0.385m, "OM"),
            new("JOD", 3, 0.709m, "JO"),
            new("TND", 3, 3.10m, "TN"),
        ];
}
