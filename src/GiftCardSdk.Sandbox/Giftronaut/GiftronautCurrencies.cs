using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The currencies of face values, and what they cost.</summary>
internal static class GiftronautCurrencies
{
    // What a unit costs in US dollars. Invented, and fixed so that a test can count on it.
    private const string Table = """
        USD 1        AED 0.272  AUD 0.65   BHD 2.65   BRL 0.19    CAD 0.75     CHF 1.15    CLP 0.001   COP 0.00025
        CZK 0.043    DKK 0.147  EUR 1.10   GBP 1.25   HKD 0.128   HUF 0.0028   IDR 0.00006 ILS 0.27    INR 0.012
        ISK 0.0072   JOD 1.41   JPY 0.0065 KRW 0.00075 KWD 3.25   MXN 0.055    MYR 0.22    NOK 0.093   NZD 0.60
        OMR 2.60     PHP 0.0175 PLN 0.25   QAR 0.274  RON 0.22    SAR 0.266    SEK 0.095   SGD 0.75    THB 0.028
        TND 0.32     TRY 0.03   TWD 0.031  VND 0.00004 ZAR 0.055
        """;

    private static readonly Dictionary<string, decimal> Dollars = Table
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static bool IsKnown(string code) => Dollars.ContainsKey(code);

    /// <summary>What the amount costs in US dollars, in whole cents, a part of a cent counted as one.</summary>
    public static decimal Cost(decimal amount, string currency) => Math.Ceiling(amount * Dollars[currency] * 100m) / 100m;

    public static long ToMinorUnits(decimal amount, string currency) =>
        (long)(
            amount
            * Decimals(currency) switch
            {
                0 => 1m,
                3 => 1_000m,
                _ => 100m,
            }
        );

    /// <summary>The amount has no more decimals than the currency.</summary>
    public static bool CanExpress(decimal amount, string currency) => decimal.Round(amount, Decimals(currency)) == amount;

    private static int Decimals(string currency) =>
        currency switch
        {
            "CLP" or "ISK" or "JPY" or "KRW" or "VND" => 0,
            "BHD" or "JOD" or "KWD" or "OMR" or "TND" => 3,
            _ => 2,
        };
}
