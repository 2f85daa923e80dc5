using System.Globalization;

namespace GiftCardSdk.Http;

/// <summary>Times on a provider's wire, in the forms that leave no doubt.</summary>
public static class WireTime
{
    /// <summary>Seconds since 1970 have ten digits from 2001 to 2286, milliseconds thirteen.</summary>
    private const int SecondDigits = 10;

    private const int MillisecondDigits = 13;

    /// <summary>The first year that a gift card's dates can lie in; what is earlier is a clock or a field that nobody set, such as <c>0001-01-01</c>.</summary>
    private const int FirstYear = 2000;

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>Reads a time: ISO 8601 with or without hours and zone (UTC without one), an HTTP date, or seconds or milliseconds since 1970.</summary>
    /// <param name="text">The text; white space around it does not count.</param>
    /// <returns>The instant; null where it is none, was never set, or could mean another day (<c>05/04/2031</c>).</returns>
    public static DateTimeOffset? Read(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        var time =
            IsNumber(trimmed) ? OfEpoch(trimmed)
            : StartsWithYear(trimmed) && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, Utc, out var iso) ? iso
            : DateTimeOffset.TryParseExact(trimmed, "r", CultureInfo.InvariantCulture, Utc, out var http) ? http
            : null;
        return time is { Year: >= FirstYear } ? time : null;
    }

    private static DateTimeOffset? OfEpoch(ReadOnlySpan<char> digits) =>
        digits.Length == SecondDigits ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture))
        : digits.Length == MillisecondDigits ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture))
        : null;

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool StartsWithYear(ReadOnlySpan<char> text) =>
        text.Length >= 10 && IsNumber(text[..4]) && text[4] == '-' && IsNumber(text[5..7]) && text[7] == '-' && IsNumber(text[8..10]);
}
