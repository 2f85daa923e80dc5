using System.Globalization;

namespace GiftCardSdk.Sandbox.Tool;

/// <summary>Amounts in units of their currency, and in its minor units.</summary>
internal static class Amounts
{
    public static decimal Units(long minorUnits, string currency) => minorUnits / Factor(currency);

    public static long MinorUnits(decimal units, string currency) => (long)(units * Factor(currency));

    /// <summary>Such as <c>1,250.00 USD</c>.</summary>
    public static string Show(decimal units, string currency) =>
        $"{units.ToString(Factor(currency) switch { 1 => "N0", 1000 => "N3", _ => "N2" }, CultureInfo.InvariantCulture)} {currency}";

    // ISO 4217, of the currencies that the twins have and their neighbours.
    private static decimal Factor(string currency) =>
        currency switch
        {
            "CLP" or "ISK" or "JPY" or "KRW" or "UGX" or "VND" or "XAF" or "XOF" => 1,
            "BHD" or "IQD" or "JOD" or "KWD" or "OMR" or "TND" => 1000,
            _ => 100,
        };
}
