namespace GiftCardSdk.Sandbox;

/// <summary>Amounts as this provider's wire has them: decimals in units of the currency.</summary>
internal static class GiftCardPartnersMoney
{
    private static readonly HashSet<string> WithoutDecimals = new(StringComparer.Ordinal) { "CLP", "ISK", "JPY", "KRW", "VND" };

    private static readonly HashSet<string> WithThreeDecimals = new(StringComparer.Ordinal) { "BHD", "JOD", "KWD", "OMR", "TND" };

    public static int Decimals(string currency) =>
        WithoutDecimals.Contains(currency) ? 0
        : WithThreeDecimals.Contains(currency) ? 3
        : 2;

    /// <summary>No finer than the currency's smallest coin.</summary>
    public static bool Fits(decimal amount, string currency) => amount == decimal.Round(amount, Decimals(currency));

    public static decimal Round(decimal amount, string currency) => decimal.Round(amount, Decimals(currency), MidpointRounding.ToEven);

    /// <summary>In the currency's smallest coin, for the ledger.</summary>
    public static long MinorUnits(decimal amount, string currency)
    {
        for (var i = Decimals(currency); i > 0; i--)
        {
            amount *= 10;
        }

        return decimal.ToInt64(amount);
    }
}
