namespace GiftCardSdk.Http.Internal;

/// <summary>Begins an attempt and ends it when its own time is up; the deadline of the whole call lies further out.</summary>
internal sealed class AttemptTimeoutHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = (ProviderRequest)message;
        request.BeginAttempt();
        using var timeout = new CancellationTokenSource(request.Operation.AttemptTimeout, time);
        using var link = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            return await base.SendAsync(request, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw AttemptFailedException.TimedOut(request.Operation.AttemptTimeout);
        }
    }
}
