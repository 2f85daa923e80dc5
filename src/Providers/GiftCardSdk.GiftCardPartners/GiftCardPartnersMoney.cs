using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Money on this wire: decimals in units of a currency that stands with the product alone.</summary>
internal static class GiftCardPartnersMoney
{
    public static bool IsCurrency([NotNullWhen(true)] string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetter);

    /// <summary>An amount of the wire, or null where it or its currency is missing or none.</summary>
    public static Money? OrNull(decimal? amount, string? currency) =>
        amount is { } value && IsCurrency(currency) ? Money.Of(value, currency) : null;
}
