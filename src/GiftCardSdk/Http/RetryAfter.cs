using System.Net.Http.Headers;

namespace GiftCardSdk.Http;

/// <summary>Reads how long an answer asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// The wait from now; null if the answer asks for none, or for a time that has passed. A date is taken relative to the answer's own
    /// <c>Date</c>, so that a wrong clock on either side does no harm.
    /// </summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? time.GetUtcNow()),
            _ => TimeSpan.Zero,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
