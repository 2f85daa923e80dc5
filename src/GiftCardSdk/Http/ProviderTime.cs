using System.Globalization;

namespace GiftCardSdk.Http;

/// <summary>
/// A time as a provider writes it on its orders. One without a zone may be local time anywhere: it stands for any instant within a day before and
/// after, so that no order is taken for older or newer than it is.
/// </summary>
public readonly record struct ProviderTime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private ProviderTime(DateTimeOffset written, bool hasZone) => (Written, HasZone) = (written, hasZone);

    /// <summary>The time as it is written; one without a zone read as UTC. To order times of one list by, never to compare with another clock.</summary>
    public DateTimeOffset Written { get; }

    /// <summary>Whether its zone is said.</summary>
    public bool HasZone { get; }

    /// <summary>Whether it is an instant: its zone is said, and it is more than a day, which is read as midnight.</summary>
    public bool IsExact => HasZone && Written.TimeOfDay != TimeSpan.Zero;

    /// <summary>The earliest instant that it can mean.</summary>
    public DateTimeOffset Earliest => HasZone ? Written : Written - Day;

    /// <summary>The latest instant that it can mean.</summary>
    public DateTimeOffset Latest => HasZone ? Written : Written + Day;

    /// <summary>Whether it may mean an instant of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>False only if no instant that it can mean belongs to it.</returns>
    public bool MayBeIn(TimePeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Latest >= period.From && Earliest < period.To;
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The provider's text; may be null.</param>
    /// <returns>The time; null if the text is none, or one at the edge of the calendar.</returns>
    public static ProviderTime? Read(string? text)
    {
        if (
            !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            || instant.Year is <= 1 or >= 9999
        )
        {
            return null;
        }

        return new(instant, local.Kind != DateTimeKind.Unspecified);
    }
}
