using System.Globalization;

namespace GiftCardSdk.Giftbit;

/// <summary>Giftbit's clock: times without a zone that mean Pacific time, and days that end there.</summary>
internal sealed class GiftbitTime(TimeZoneInfo zone)
{
    public const string PacificZoneId = "America/Los_Angeles";

    private const string Form = "yyyy-MM-dd HH:mm:ss";

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The zone of an id, or null if this machine does not know it. Pacific time is always known, also where no zone data is installed.</summary>
    public static TimeZoneInfo? FindZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone
        : id == PacificZoneId ? PacificByRule()
        : null;

    /// <summary>The instant of a time, or null if the text is none.</summary>
    public DateTimeOffset? Read(string? text) =>
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;

    public string Write(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>Eight hours behind UTC, seven from the second Sunday of March to the first of November: the rule since 2007.</summary>
    internal static TimeZoneInfo PacificByRule()
    {
        var change = new DateTime(1, 1, 1, 2, 0, 0, DateTimeKind.Unspecified);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2007, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(change, 3, 2, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(change, 11, 1, DayOfWeek.Sunday)
        );
        return TimeZoneInfo.CreateCustomTimeZone(PacificZoneId, TimeSpan.FromHours(-8), "Pacific", "Pacific", "Pacific", [summer]);
    }
}
