using System.Globalization;

namespace GiftCardSdk;

/// <summary>A stretch of time: its first instant belongs to it, its last does not, so that neighbours share nothing.</summary>
public sealed record TimePeriod
{
    /// <summary>A stretch of time.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The instant after the last; later than <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not later than <paramref name="from"/>.</exception>
    public TimePeriod(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A period ends after it begins; this one is from {from:O} to {to:O}."),
                nameof(to)
            );
        }

        (From, To) = (from, to);
    }

    /// <summary>The first instant.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The instant after the last.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Whether an instant belongs to it.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>True from <see cref="From"/> on, and before <see cref="To"/>.</returns>
    public bool Contains(DateTimeOffset instant) => instant >= From && instant < To;

    /// <summary>Both ends.</summary>
    /// <returns>Text for logs and reports.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:O} to {To:O}");
}
