using System.Globalization;

namespace GiftCardSdk.Huuray;

/// <summary>Times on Huuray's wire. How answers write them is not pinned down.</summary>
internal static class HuurayTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The instant of a time, or null if the text is none. One without an offset is taken as UTC, which is assumed.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>As the vendor's clients write it: UTC with milliseconds.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The last millisecond of a day, UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1).AddMilliseconds(-1);
}
