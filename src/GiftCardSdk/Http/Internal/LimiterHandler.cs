using System.Net;

namespace GiftCardSdk.Http.Internal;

/// <summary>Lets a call through when the account's limit allows it, and tells the limiter of every 429.</summary>
internal sealed class LimiterHandler(RateLimiter limiter, ProviderExceptions exceptions, CallTelemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = (ProviderRequest)message;
        var before = (request.Content as SingleUseContent)?.TakeTurn(limiter);
        var turn = await limiter.WaitAsync(request.Remaining, cancellationToken, hasTurn: before is not null).ConfigureAwait(false);
        if (!turn.IsGranted)
        {
            throw exceptions.LimitReached(request, turn.Wait);
        }

        var waited = (before ?? TimeSpan.Zero) + turn.Wait;
        if (waited > TimeSpan.Zero)
        {
            telemetry.Waited(request, waited);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            telemetry.RateLimited(request, limiter.Pause(request.RetryAfter));
        }
        else
        {
            limiter.Calm();
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            limiter.Dispose();
        }

        base.Dispose(disposing);
    }
}
