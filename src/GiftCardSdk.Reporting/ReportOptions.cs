namespace GiftCardSdk.Reporting;

/// <summary>How orders are summed up.</summary>
public sealed record ReportOptions
{
    /// <summary>How long one period of the report is. Default a month.</summary>
    public ReportInterval Interval { get; init; } = ReportInterval.Month;

    /// <summary>The zone that days begin in. Default UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The most rows that a report may have in all: what bounds its memory, however many orders it sums up. Default 100,000; at least 1.</summary>
    public int MaxRows { get; init; } = 100_000;
}

/// <summary>How long one period of a report is.</summary>
public enum ReportInterval
{
    /// <summary>A day.</summary>
    Day = 0,

    /// <summary>A week from Monday on.</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,

    /// <summary>A year of the calendar.</summary>
    Year,
}
