using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;

namespace GiftCardSdk.Http.Internal;

/// <summary>Tells the application's audits, and the log at Debug, of every attempt that goes to the transport. Steps aside when there are none.</summary>
internal sealed class AuditHandler(
    AccountIdentity account,
    IReadOnlyList<IGiftCardAudit> audits,
    ProviderExceptions exceptions,
    CallTelemetry telemetry,
    TimeProvider time
) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        audits.Count > 0 || telemetry.LogsAttempts
            ? AuditAsync((ProviderRequest)message, cancellationToken)
            : base.SendAsync(message, cancellationToken);

    private async Task<HttpResponseMessage> AuditAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Record(request, at, time.GetElapsedTime(started), response, null);
            return response;
        }
        catch (Exception failure)
        {
            Record(request, at, time.GetElapsedTime(started), null, failure);
            throw;
        }
    }

    private void Record(ProviderRequest request, DateTimeOffset at, TimeSpan duration, HttpResponseMessage? response, Exception? failure)
    {
        var known = failure as GiftCardException;
        var status = response is null ? known?.HttpStatus : (int)response.StatusCode;
        var error = failure switch
        {
            null => null,
            OperationCanceledException => "cancelled, or out of time",
            // Written by us, and masked.
            GiftCardException or AttemptFailedException => failure.Message,
            _ => failure.GetType().Name,
        };
        Log(request, duration, status, error);
        if (audits.Count == 0)
        {
            return;
        }

        var secrets = new Lazy<CallSecrets>(() => RequestSecrets.Of(request));
        var entry = new GiftCardAuditEntry
        {
            Provider = account.Provider,
            Account = account.Account,
            Environment = account.Environment,
            Operation = request.Operation.Name,
            MovesMoney = request.Operation.MovesMoney,
            Attempt = request.Attempt,
            StartedAt = at,
            Duration = duration,
            HttpStatus = status,
            RequestId = response is null ? known?.RequestId : exceptions.RequestIdOf(response, secrets.Value),
            Error = error,
            RedactedBody =
                known?.RedactedBody
                ?? (request.FailureBody.Length == 0 ? null : exceptions.RedactedBody(request.FailureBody, secrets.Value)),
        };
        foreach (var audit in audits)
        {
            Record(request, audit, entry);
        }
    }

    private void Record(ProviderRequest request, IGiftCardAudit audit, GiftCardAuditEntry entry)
    {
        try
        {
            audit.Record(entry);
        }
        catch (Exception failure)
        {
            telemetry.AuditFailed(request, audit, failure);
        }
    }

    private void Log(ProviderRequest request, TimeSpan duration, int? status, string? error)
    {
        if (error is not null)
        {
            telemetry.AttemptFailed(request, duration, error);
        }
        else if (status is { } answered)
        {
            telemetry.AttemptAnswered(request, answered, duration);
        }
    }
}
