using System.Diagnostics;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;
using Polly;

namespace GiftCardSdk.Http.Internal;

/// <summary>What one account's calls report: activities, metrics and log entries, under the same names everywhere.</summary>
internal sealed class CallTelemetry(
    AccountIdentity account,
    Instruments instruments,
    AccountCircuits circuits,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>Whether the end of a call is of interest to anybody.</summary>
    public bool IsListening =>
        instruments.OperationDuration.Enabled || Instruments.Source.HasListeners() || logger.IsEnabled(LogLevel.Warning);

    /// <summary>Whether the end of an attempt is logged.</summary>
    public bool LogsAttempts => logger.IsEnabled(LogLevel.Debug);

    /// <summary>Begins an activity if anybody listens. A listener that throws is not asked to end the call for us.</summary>
    public static Activity? Begin(ProviderRequest request)
    {
        try
        {
            return Instruments.Source.HasListeners() ? Instruments.Source.StartActivity(request.Operation.Name, ActivityKind.Client) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Reports how a call ended.</summary>
    /// <param name="request">The call.</param>
    /// <param name="activity">What <see cref="Begin"/> gave.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="status">The status of the answer; null if the call failed.</param>
    /// <param name="failure">Why it failed; null if it did not.</param>
    public void End(ProviderRequest request, Activity? activity, TimeSpan duration, int? status, Exception? failure)
    {
        var error = failure as GiftCardException;
        if (error is not null)
        {
            Log(request, error);
        }

        if (activity is null && !instruments.OperationDuration.Enabled)
        {
            return;
        }

        var tags = Tags(request);
        if (failure is not null)
        {
            tags.Add(GiftCardTelemetry.ErrorTypeTag, error is null ? "cancelled" : error.Code.ToString());
        }

        if (error is not null && request.Operation.MovesMoney)
        {
            tags.Add(GiftCardTelemetry.OutcomeTag, error.Outcome.ToString());
        }

        Instruments.Quietly(() =>
        {
            instruments.OperationDuration.Record(duration.TotalSeconds, tags);
            if (activity is not null)
            {
                Trace(activity, tags, status ?? error?.HttpStatus, failure is not null);
            }
        });
    }

    public void AttemptAnswered(ProviderRequest request, int status, TimeSpan duration) =>
        logger.AttemptAnswered(
            account.Provider,
            account.Account,
            request.Operation.Name,
            request.Attempt,
            status,
            duration.TotalMilliseconds
        );

    public void AttemptFailed(ProviderRequest request, TimeSpan duration, string reason) =>
        logger.AttemptFailed(
            account.Provider,
            account.Account,
            request.Operation.Name,
            request.Attempt,
            duration.TotalMilliseconds,
            reason
        );

    public void Retrying(ProviderRequest request, TimeSpan delay, Outcome<HttpResponseMessage> outcome)
    {
        if (instruments.Retries.Enabled)
        {
            Instruments.Quietly(() => instruments.Retries.Add(1, Tags(request)));
        }

        if (logger.IsEnabled(LogLevel.Debug))
        {
            var reason = outcome.Exception?.Message ?? $"status {(int)outcome.Result!.StatusCode}";
            logger.Retrying(account.Provider, account.Account, request.Operation.Name, delay.TotalMilliseconds, reason);
        }
    }

    public void Waited(ProviderRequest request, TimeSpan wait)
    {
        if (instruments.RateLimitWait.Enabled)
        {
            Instruments.Quietly(() => instruments.RateLimitWait.Record(wait.TotalSeconds, Tags(request)));
        }
    }

    public void RateLimited(ProviderRequest request, TimeSpan pause)
    {
        if (instruments.RateLimited.Enabled)
        {
            Instruments.Quietly(() => instruments.RateLimited.Add(1, Tags(request)));
        }

        logger.AccountPaused(account.Provider, account.Account, pause.TotalMilliseconds);
    }

    public void CircuitOpened(TimeSpan pause)
    {
        circuits.Set(account.Account, time.GetUtcNow());
        instruments.Circuit(account.Provider, account.Account, isOpen: true);
        logger.CircuitOpened(account.Provider, account.Account, pause.TotalSeconds);
    }

    public void CircuitClosed()
    {
        circuits.Set(account.Account, openSince: null);
        instruments.Circuit(account.Provider, account.Account, isOpen: false);
        logger.CircuitClosed(account.Provider, account.Account);
    }

    public void MembersWereOdd(string operation, OddMembers odd)
    {
        foreach (var (member, count) in odd.Counts)
        {
            if (instruments.MemberWasOdd(account.Provider, account.Account, operation, member, count))
            {
                logger.MemberWasOdd(account.Provider, account.Account, operation, member);
            }
        }
    }

    public void AuditFailed(ProviderRequest request, IGiftCardAudit audit, Exception failure) =>
        logger.AuditFailed(account.Provider, account.Account, request.Operation.Name, audit.GetType().Name, failure.GetType().Name);

    private static void Trace(Activity activity, TagList tags, int? status, bool failed)
    {
        foreach (var (name, value) in tags)
        {
            activity.SetTag(name, value);
        }

        activity.SetTag(GiftCardTelemetry.StatusTag, status);
        activity.SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
    }

    private void Log(ProviderRequest request, GiftCardException error) =>
        logger.CallFailed(
            account.Provider,
            account.Account,
            request.Operation.Name,
            request.Attempt,
            error.Code,
            error.Outcome,
            error.HttpStatus,
            error.ProviderCode,
            error.RequestId
        );

    private TagList Tags(ProviderRequest request) =>
        new()
        {
            { GiftCardTelemetry.ProviderTag, account.Provider },
            { GiftCardTelemetry.AccountTag, account.Account },
            { GiftCardTelemetry.OperationTag, request.Operation.Name },
        };
}
