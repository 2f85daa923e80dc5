namespace GiftCardSdk.Sandbox;

/// <summary>A country with its one currency and language. <see cref="Unit"/> is what a small card costs there, in whole units.</summary>
internal sealed record HuurayCountry(string Code, string Name, string Currency, string Language, decimal Unit)
{
    public static IReadOnlyList<HuurayCountry> All { get; } =
    [
        new("SE", "Sweden", "SEK", "sv", 100),
        new("DK", "Denmark", "DKK", "da", 100),
        new("NO", "Norway", "NOK", "nb", 100),
        new("FI", "Finland", "EUR", "fi", 10),
        new("IS", "Iceland", "ISK", "is", 2_000),
        new("DE", "Germany", "EUR", "de", 10),
        new("AT", "Austria", "EUR", "de", 10),
        new("CH", "Switzerland", "CHF", "de", 10),
        new("FR", "France", "EUR", "fr", 10),
        new("BE", "Belgium", "EUR", "nl", 10),
        new("NL", "Netherlands", "EUR", "nl", 10),
        new("ES", "Spain", "EUR", "es", 10),
        new("PT", "Portugal", "EUR", "pt", 10),
        new("IT", "Italy", "EUR", "it", 10),
        new("IE", "Ireland", "EUR", "en", 10),
        new("GB", "United Kingdom", "GBP", "en", 10),
        new("PL", "Poland", "PLN", "pl", 50),
        new("CZ", "Czechia", "CZK", "cs", 250),
        new("HU", "Hungary", "HUF", "hu", 5_000),
        new("RO", "Romania", "RON", "ro", 50),
        new("GR", "Greece", "EUR", "el", 10),
        new("EE", "Estonia", "EUR", "et", 10),
        new("TR", "Türkiye", "TRY", "tr", 250),
        new("US", "United States", "USD", "en", 10),
        new("CA", "Canada", "CAD", "en", 10),
        new("MX", "Mexico", "MXN", "es", 200),
        new("BR", "Brazil", "BRL", "pt", 50),
        new("CL", "Chile", "CLP", "es", 10_000),
        new("CO", "Colombia", "COP", "es", 50_000),
        new("JP", "Japan", "JPY", "ja", 1_000),
        new("KR", "South Korea", "KRW", "ko", 10_000),
        new("VN", "Vietnam", "VND", "vi", 200_000),
        new("IN", "India", "INR", "en", 500),
        new("SG", "Singapore", "SGD", "en", 10),
        new("TH", "Thailand", "THB", "th", 200),
        new("PH", "Philippines", "PHP", "en", 500),
        new("ID", "Indonesia", "IDR", "id", 100_000),
        new("AU", "Australia", "AUD", "en", 10),
        new("NZ", "New Zealand", "NZD", "en", 10),
        new("ZA", "South Africa", "ZAR", "en", 100),
        new("AE", "United Arab Emirates", "AED", "ar", 50),
        new("SA", "Saudi Arabia", "SAR", "ar", 50),
        new("IL", "Israel", "ILS", "he", 50),
        new("KW", "Kuwait", "KWD", "ar", 5),
        new("BH", "Bahrain", "BHD", "ar", 5),
        new("OM", "Oman", "OMR", "ar", 5),
        new("JO", "Jordan", "JOD", "ar", 5),
        new("TN", "Tunisia", "TND", "ar", 20),
    ];

    public static HuurayCountry Of(string code) => All.First(country => country.Code == code);
}

/// <summary>What a currency is worth and how the wire counts it.</summary>
internal sealed class HuurayCurrencies(HuurayMinorUnits units)
{
    /// <summary>The currency that other currencies are paid from.</summary>
    public const string Master = "EUR";

    public const int SpreadPercent = 2;

    private const int Hundredths = 2;

    // What one euro buys. Invented, and fixed so that tests can rely on it.
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

    private int Digits(string currency) =>
        units == HuurayMinorUnits.AlwaysHundredths
            ? Hundredths
            : currency switch
            {
                "CLP" or "ISK" or "JPY" or "KRW" or "VND" => 0,
                "BHD" or "JOD" or "KWD" or "OMR" or "TND" => 3,
                _ => Hundredths,
            };
}
