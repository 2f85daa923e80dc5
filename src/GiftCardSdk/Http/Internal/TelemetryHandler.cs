using GiftCardSdk.Diagnostics.Internal;

namespace GiftCardSdk.Http.Internal;

/// <summary>Measures and logs a call from its beginning to its end, waits and retries included. Steps aside when nobody listens.</summary>
internal sealed class TelemetryHandler(CallTelemetry telemetry, TimeProvider time) : DelegatingHandler
{
    /// <summary>Sends a call into the pipeline, past the platform's client: its event source would print the path.</summary>
    public Task<HttpResponseMessage> InvokeAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken);

    public void Report(string operation, OddMembers odd) => telemetry.MembersWereOdd(operation, odd);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        telemetry.IsListening ? MeasureAsync((ProviderRequest)message, cancellationToken) : base.SendAsync(message, cancellationToken);

    private async Task<HttpResponseMessage> MeasureAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var activity = CallTelemetry.Begin(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            telemetry.End(request, activity, time.GetElapsedTime(started), (int)response.StatusCode, null);
            return response;
        }
        catch (Exception failure)
        {
            telemetry.End(request, activity, time.GetElapsedTime(started), null, failure);
            throw;
        }
        finally
        {
            Instruments.Quietly(() => activity?.Dispose());
        }
    }
}
