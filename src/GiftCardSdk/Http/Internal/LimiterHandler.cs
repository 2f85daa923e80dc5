using System.Net;

namespace GiftCardSdk.Http.Internal;

/// <summary>Lets a call through when the account's limit allows it, and tells the limiter of every 429.</summary>
internal sealed class LimiterHandler(RateLimiter limiter, ProviderExceptions exceptions, CallTelemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = (ProviderRequest)message;
        var turn = await limiter.WaitAsync(request.Remaining, cancellationToken).ConfigureAwait(false);
        if (!turn.IsGranted)
        {
            throw exceptions.LimitReached(request, turn.Wait);
        }

        if (turn.Wait > TimeSpan.Zero)
        {
            telemetry.Waited(request, turn.Wait);
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
