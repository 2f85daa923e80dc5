using System.Globalization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Times on Huuray's wire. How answers write them is not pinned down.</summary>
internal static class HuurayTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] DayFirst = ["dd-MM-yyyy", "dd.MM.yyyy"];

    /// <summary>
    /// The instant of a time, or null if the text is none or could mean another day. One without an offset is taken as UTC, and a day with dashes or
    /// dots and the year last as the Danes write it, day first; both are assumed.
    /// </summary>
    public static DateTimeOffset? Read(string? text) =>
        WireTime.Read(text)
        ?? (
            DateTimeOffset.TryParseExact(text?.Trim(), DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                ? day
                : null
        );

    /// <summary>As the vendor's clients write it: UTC with milliseconds.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The last millisecond of a day, UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1).AddMilliseconds(-1);
}
