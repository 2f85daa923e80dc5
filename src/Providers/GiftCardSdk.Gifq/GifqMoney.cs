using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Gifq;

/// <summary>Money on GIFQ's wire: decimal numbers of whole units, whatever places the currency has.</summary>
internal static class GifqMoney
{
    public static bool IsCurrency([NotNullWhen(true)] string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetter);

    /// <summary>An amount of the wire, or null where it or its currency is missing or none.</summary>
    public static Money? OrNull(decimal? amount, string? currency) =>
        amount is { } value && IsCurrency(currency) ? Money.Of(value, currency) : null;
}
