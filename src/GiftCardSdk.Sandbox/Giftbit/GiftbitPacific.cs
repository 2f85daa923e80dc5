using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>Giftbit's time: Pacific, without an offset in the text.</summary>
internal sealed class GiftbitPacific(GiftbitTwinOptions options)
{
    public const string TimestampFormat = "yyyy-MM-dd HH:mm:ss";
    public const string DateFormat = "yyyy-MM-dd";

    private static readonly TimeZoneInfo Fixed = TimeZoneInfo.CreateCustomTimeZone("UTC-8", TimeSpan.FromHours(-8), "UTC-8", "UTC-8");

    // A machine without time-zone data gets the fixed offset: the twin must start everywhere.
    private static readonly TimeZoneInfo LosAngeles = TimeZoneInfo.TryFindSystemTimeZoneById("America/Los_Angeles", out var zone)
        ? zone
        : Fixed;

    private TimeZoneInfo Zone => options.ObserveDaylightSaving ? LosAngeles : Fixed;

    public string Timestamp(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString(TimestampFormat, CultureInfo.InvariantCulture);

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>The first instant after a day that is inclusive.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    public static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static bool IsTimestamp(string text) =>
        DateTime.TryParseExact(text, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static string Date(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);
}
