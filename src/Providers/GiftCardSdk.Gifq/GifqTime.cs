using System.Globalization;

namespace GiftCardSdk.Gifq;

/// <summary>Times on GIFQ's wire, whose form no document gives.</summary>
internal static class GifqTime
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The instant of a time, or null if the text is none, or does not say its zone: then a look-up could stop hours too early.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
        && time.Kind != DateTimeKind.Unspecified
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    /// <summary>The day of a date or of a time, in its own zone, or null if the text is neither.</summary>
    public static DateOnly? ReadDay(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(text[..10], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
