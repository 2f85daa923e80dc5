namespace GiftCardSdk.Reporting;

/// <summary>The periods of a report.</summary>
internal static class Periods
{
    private const int DaysOfWeek = 7;

    /// <summary>The first day of the period that an instant belongs to.</summary>
    public static DateOnly FirstDay(DateTimeOffset instant, ReportOptions options)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, options.Zone).DateTime);
        return options.Interval switch
        {
            ReportInterval.Day => day,
            ReportInterval.Week => day.AddDays(-(((int)day.DayOfWeek - (int)DayOfWeek.Monday + DaysOfWeek) % DaysOfWeek)),
            ReportInterval.Month => new(day.Year, day.Month, 1),
            ReportInterval.Year => new(day.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Interval, "There is no such interval."),
        };
    }
}
