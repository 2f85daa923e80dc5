namespace GiftCardSdk;

/// <summary>The form of currency codes, and the decimal places that ISO 4217 gives them.</summary>
internal static class CurrencyCode
{
    /// <summary>ISO 4217's code for "no currency".</summary>
    public const string None = "XXX";

    private static readonly decimal[] Scales = [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m];

    /// <summary>Capital letters, after a check that there are exactly three.</summary>
    public static string Normalize(string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return IsOne(currency)
            ? currency.ToUpperInvariant()
            : throw new ArgumentException($"'{currency}' is no currency code; three letters such as EUR are expected.", nameof(currency));
    }

    /// <summary>Whether there are exactly three letters.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) =>
        text is [var first, var second, var third] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second) && char.IsAsciiLetter(third);

    public static decimal ScaleOf(int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponent, 6);
        return Scales[exponent];
    }

    public static int ExponentOf(string currency) =>
        currency switch
        {
            "BIF"
            or "CLP"
            or "DJF"
            or "GNF"
            or "ISK"
            or "JPY"
            or "KMF"
            or "KRW"
            or "PYG"
            or "RWF"
            or "UGX"
            or "UYI"
            or "VND"
            or "VUV"
            or "XAF"
            or "XOF"
            or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            "CLF" or "UYW" => 4,
            _ => 2,
        };
}
