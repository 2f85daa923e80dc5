using System.Globalization;
using System.Net.Http.Headers;

namespace GiftCardSdk.Http.Internal;

/// <summary>Reads how long an answer asks to wait: seconds, a date, or a moment in Unix time, as gateways write it.</summary>
internal static class RetryAfter
{
    /// <summary>September 2001 in seconds, and in milliseconds: no wait is so long, and no moment that is meant so early.</summary>
    private const decimal FirstMoment = 1_000_000_000m;
    private const decimal FirstMomentInMilliseconds = 1_000_000_000_000m;

    private static readonly string[] Dates =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "dddd, d-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>
    /// The wait from now, as long as it may be; null if the answer asks for none, for a time that has passed, or in a way that is not understood.
    /// A moment is taken relative to the answer's own <c>Date</c>, so that a wrong clock on either side does no harm.
    /// </summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (
            !headers.NonValidated.TryGetValues("Retry-After", out var values) || values.FirstOrDefault()?.Trim() is not { Length: > 0 } text
        )
        {
            return null;
        }

        var wait =
            AmountText.TryParse(text, out var figure) && figure < FirstMoment ? TimeSpan.FromSeconds((double)figure)
            : MomentOf(text, figure) is { } moment ? moment - (headers.Date ?? time.GetUtcNow())
            : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static DateTimeOffset? MomentOf(string text, decimal figure) =>
        figure >= FirstMomentInMilliseconds ? After(figure)
        : figure >= FirstMoment ? After(figure * 1000)
        : DateTimeOffset.TryParseExact(
            text,
            Dates,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out var date
        )
            ? date
        : null;

    /// <summary>A moment after 1970; beyond the year 9999 it is none.</summary>
    private static DateTimeOffset? After(decimal milliseconds) =>
        milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.UnixEpoch.AddMilliseconds((double)decimal.Truncate(milliseconds))
            : null;
}
