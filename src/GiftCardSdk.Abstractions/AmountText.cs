using System.Globalization;

namespace GiftCardSdk;

/// <summary>
/// The one form in which amounts are read from text, in JSON and from every provider: digits, and behind a point further digits; a minus sign
/// before them where it makes sense.
/// </summary>
/// <remarks>
/// No comma, since <c>12,50</c> is twelve and a half in one half of the world and 1250 in the other; no thousands separators, exponent, plus sign,
/// currency symbol or blank either. Anything else is unreadable. Nothing is rounded: more digits than a <see cref="decimal"/> can hold are
/// unreadable, too.
/// </remarks>
public static class AmountText
{
    /// <summary>What a <see cref="decimal"/> always holds exactly.</summary>
    private const int SafeDigits = 28;

    /// <summary>Prints every digit that a <see cref="decimal"/> has.</summary>
    internal const string EveryPlace = "############################";

    /// <summary>Reads an amount.</summary>
    /// <param name="text">The text, such as <c>25</c>, <c>25.00</c> or <c>-0.5</c>.</param>
    /// <param name="amount">The exact amount; 0 if it cannot be read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal amount)
    {
        amount = 0;
        var unsigned = text is ['-', .. var rest] ? rest : text;
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var places = point < 0 ? [] : unsigned[(point + 1)..];
        return IsDigits(whole)
            && (point < 0 || IsDigits(places))
            && TryParseExactly(text, whole.TrimStart('0'), places.TrimEnd('0'), out amount);
    }

    private static bool TryParseExactly(ReadOnlySpan<char> text, ReadOnlySpan<char> whole, ReadOnlySpan<char> places, out decimal amount)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isExact =
            decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out amount)
            && (whole.Length + places.Length <= SafeDigits || Holds(decimal.Abs(amount), whole, places));
        amount = isExact ? amount : 0;
        return isExact;
    }

    private static bool Holds(decimal amount, ReadOnlySpan<char> whole, ReadOnlySpan<char> places) =>
        amount.ToString("#." + EveryPlace, CultureInfo.InvariantCulture) == (places.IsEmpty ? whole.ToString() : $"{whole}.{places}");

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
