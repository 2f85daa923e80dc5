using System.Globalization;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>Times, amounts and states as people read them.</summary>
internal static class Words
{
    /// <summary>Open ones first, those that need a person before all.</summary>
    public static readonly IReadOnlyList<OrderJournalState> Ends =
    [
        OrderJournalState.Parked,
        OrderJournalState.Unknown,
        OrderJournalState.Sending,
        OrderJournalState.Accepted,
        OrderJournalState.Refused,
        OrderJournalState.Absent,
    ];

    public static string Of(OrderJournalState state) => state == OrderJournalState.Accepted ? "Bought" : state.ToString();

    public static bool IsOpen(OrderJournalState state) =>
        state is OrderJournalState.Parked or OrderJournalState.Unknown or OrderJournalState.Sending;

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>How long something takes or has lasted, in the largest unit that says enough.</summary>
    public static string Span(TimeSpan span) =>
        span switch
        {
            { TotalSeconds: < 0 } => "0 s",
            { TotalSeconds: < 100 } => Number(span.TotalSeconds, "s"),
            { TotalMinutes: < 100 } => Number(span.TotalMinutes, "min"),
            { TotalHours: < 72 } => Number(span.TotalHours, "h"),
            { TotalDays: >= 365 } => "a year or more",
            _ => Number(span.TotalDays, "days"),
        };

    public static string Many(long count, string one, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : more)}");

    /// <summary>What the SDK says is wrong, without the name of a parameter that is none of the visitor's.</summary>
    public static string Said(Exception mistake) =>
        mistake is ArgumentException { ParamName: { } name }
            ? mistake.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : mistake.Message;

    private static string Number(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(number):N0} {unit}");
}
