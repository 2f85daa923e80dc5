namespace GiftCardSdk.Huuray;

/// <summary>Waiting for PDFs.</summary>
public static class HuurayPdfExtensions
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Asks for PDFs until they are ready or the time is up, as often as Huuray asks to.</summary>
    /// <param name="api">The account's interface.</param>
    /// <param name="query">Which PDFs.</param>
    /// <param name="timeout">How long to ask; null for ten minutes.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The PDFs; still not ready (<see cref="HuurayPdf.IsReady"/> is false) if the time was up first.</returns>
    /// <exception cref="GiftCardException">Huuray refused, or could not be read.</exception>
    public static async Task<HuurayPdf> WaitForPdfAsync(
        this IHuurayApi api,
        HuurayPdfQuery query,
        TimeSpan? timeout = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        var clock = time ?? TimeProvider.System;
        var started = clock.GetTimestamp();
        while (true)
        {
            var pdf = await api.GetPdfAsync(query, cancellationToken).ConfigureAwait(false);
            var asked = pdf.RetryAfter ?? UsualWait;
            var wait = asked > ShortestWait ? asked : ShortestWait;
            if (pdf.IsReady || clock.GetElapsedTime(started) + wait > (timeout ?? UsualTimeout))
            {
                return pdf;
            }

            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
