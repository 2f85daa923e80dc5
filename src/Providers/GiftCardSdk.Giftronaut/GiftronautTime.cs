using System.Globalization;

namespace GiftCardSdk.Giftronaut;

/// <summary>When an order is to be sent, on the clocks of a zone.</summary>
internal static class GiftronautTime
{
    private const string LocalForm = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>An instant as the clocks of a zone show it, to the second and never before it.</summary>
    public static string WriteLocal(DateTimeOffset instant, TimeZoneInfo zone) =>
        LocalOf(instant, zone).ToString(LocalForm, CultureInfo.InvariantCulture);

    /// <summary>Whether the clocks of a zone show this time twice, as when summer time ends: then it cannot be said which is meant.</summary>
    public static bool IsTwice(DateTimeOffset instant, TimeZoneInfo zone) => zone.IsAmbiguousTime(LocalOf(instant, zone));

    /// <summary>The zone of an IANA id, or null if this machine does not know it. UTC is always known.</summary>
    public static TimeZoneInfo? FindZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && (zone.HasIanaId || zone.Equals(TimeZoneInfo.Utc)) ? zone : null;

    private static DateTime LocalOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var part = instant.Ticks % TimeSpan.TicksPerSecond;
        var whole = part == 0 ? instant : instant.AddTicks(TimeSpan.TicksPerSecond - part);
        return TimeZoneInfo.ConvertTime(whole, zone).DateTime;
    }
}
