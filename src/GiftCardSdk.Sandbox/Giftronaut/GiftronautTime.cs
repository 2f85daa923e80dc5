using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>Giftronaut's times: UTC without an offset in the text, except where a request names its zone.</summary>
internal static class GiftronautTime
{
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Seconds, CultureInfo.InvariantCulture);

    public static string WriteMilliseconds(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Seconds + ".fff", CultureInfo.InvariantCulture);

    /// <summary>With the letter of UTC, as the top-up reply has it.</summary>
    public static string WriteUtc(DateTimeOffset instant) => Write(instant) + "Z";

    public static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>The instant a wall clock in an IANA zone shows this time.</summary>
    public static bool TryParseInZone(string text, string zone, out DateTimeOffset instant)
    {
        instant = default;
        if (
            !DateTime.TryParseExact(text, Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            || !found.HasIanaId
            // The ends of the calendar lie outside it in other zones.
            || wall.Year is 1 or 9999
        )
        {
            return false;
        }

        instant = new DateTimeOffset(wall, found.GetUtcOffset(wall));
        return true;
    }
}
