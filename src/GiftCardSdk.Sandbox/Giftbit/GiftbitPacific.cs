using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>Giftbit's time: Pacific, without an offset in the text.</summary>
internal static class GiftbitPacific
{
    public const string TimestampFormat = "yyyy-MM-dd HH:mm:ss";
    public const string DateFormat = "yyyy-MM-dd";

    private static readonly TimeZoneInfo Fixed = TimeZoneInfo.CreateCustomTimeZone("UTC-8", TimeSpan.FromHours(-8), "UTC-8", "UTC-8");

    // A machine without time-zone data gets the fixed offset: the twin must start everywhere.
    private static readonly TimeZoneInfo LosAngeles = TimeZoneInfo.TryFindSystemTimeZoneById("America/Los_Angeles", out var zone)
        ? zone
        : Fixed;

    public static string Timestamp(DateTimeOffset instant, GiftbitTwinOptions options) =>
        Local(instant, options).ToString(TimestampFormat, CultureInfo.InvariantCulture);

    public static DateOnly Today(DateTimeOffset now, GiftbitTwinOptions options) => DateOnly.FromDateTime(Local(now, options).DateTime);

    /// <summary>The first instant after a day that is inclusive.</summary>
    public static DateTimeOffset EndOf(DateOnly day, GiftbitTwinOptions options)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone(options).GetUtcOffset(midnight));
    }

    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static bool IsTimestamp(string text) =>
        DateTime.TryParseExact(text, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateTimeOffset Local(DateTimeOffset instant, GiftbitTwinOptions options) =>
        TimeZoneInfo.ConvertTime(instant, Zone(options));

    private static TimeZoneInfo Zone(GiftbitTwinOptions options) => options.ObserveDaylightSaving ? LosAngeles : Fixed;
}
