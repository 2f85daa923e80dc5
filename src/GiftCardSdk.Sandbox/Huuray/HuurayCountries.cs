namespace GiftCardSdk.Sandbox;

/// <summary>A country with its one currency and language. <see cref="Unit"/> is what a small card costs there, in whole units.</summary>
internal sealed record HuurayCountry(string Code, string Name, string Currency, string Language, decimal Unit);

/// <summary>Where cards are sold.</summary>
internal static class HuurayCountries
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
