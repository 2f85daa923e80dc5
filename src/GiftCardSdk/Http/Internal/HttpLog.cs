using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Http.Internal;

/// <summary>What the HTTP layer logs. Exceptions are told by their type or code: messages of others may hold what must not be printed.</summary>
internal static partial class HttpLog
{
    public const string Category = "GiftCardSdk.Http";

    [LoggerMessage(
        LogEvents.AttemptAnswered,
        LogLevel.Debug,
        "{Provider}/{Account} {Operation}: attempt {Attempt} was answered {Status} after {Milliseconds} ms"
    )]
    public static partial void AttemptAnswered(
        this ILogger logger,
        string provider,
        string account,
        string operation,
        int attempt,
        int status,
        double milliseconds
    );

    [LoggerMessage(
        LogEvents.AttemptFailed,
        LogLevel.Debug,
        "{Provider}/{Account} {Operation}: attempt {Attempt} ended after {Milliseconds} ms: {Reason}"
    )]
    public static partial void AttemptFailed(
        this ILogger logger,
        string provider,
        string account,
        string operation,
        int attempt,
        double milliseconds,
        string reason
    );

    [LoggerMessage(LogEvents.Retrying, LogLevel.Debug, "{Provider}/{Account} {Operation}: sent again in {Milliseconds} ms after {Reason}")]
    public static partial void Retrying(
        this ILogger logger,
        string provider,
        string account,
        string operation,
        double milliseconds,
        string reason
    );

    [LoggerMessage(
        LogEvents.CallFailed,
        LogLevel.Warning,
        "{Provider}/{Account} {Operation} failed after {Attempts} attempts: {Code}, outcome {Outcome}, status {Status}, provider code {ProviderCode}, request id {RequestId}"
    )]
    public static partial void CallFailed(
        this ILogger logger,
        string provider,
        string account,
        string operation,
        int attempts,
        GiftCardErrorCode code,
        GiftCardOutcome outcome,
        int? status,
        string? providerCode,
        string? requestId
    );

    [LoggerMessage(
        LogEvents.AccountPaused,
        LogLevel.Warning,
        "{Provider}/{Account} is paused for {Milliseconds} ms: the provider said 429"
    )]
    public static partial void AccountPaused(this ILogger logger, string provider, string account, double milliseconds);

    [LoggerMessage(
        LogEvents.RateNotShared,
        LogLevel.Warning,
        "{Provider}/{Account} goes on with a tenth of its rate at most: what other processes use of it could not be read or written ({Exception})"
    )]
    public static partial void RateNotShared(this ILogger logger, string provider, string account, string exception);

    [LoggerMessage(
        LogEvents.CircuitOpened,
        LogLevel.Warning,
        "{Provider}/{Account} is not called for {Seconds} s: too many calls have failed"
    )]
    public static partial void CircuitOpened(this ILogger logger, string provider, string account, double seconds);

    [LoggerMessage(LogEvents.CircuitClosed, LogLevel.Information, "{Provider}/{Account} is called again")]
    public static partial void CircuitClosed(this ILogger logger, string provider, string account);

    [LoggerMessage(
        LogEvents.AuditFailed,
        LogLevel.Error,
        "{Provider}/{Account} {Operation}: the audit {Audit} threw {Exception}; its entry is lost"
    )]
    public static partial void AuditFailed(
        this ILogger logger,
        string provider,
        string account,
        string operation,
        string audit,
        string exception
    );

    [LoggerMessage(
        LogEvents.MemberWasOdd,
        LogLevel.Warning,
        "{Provider}/{Account} {Operation}: {Member} could not be read and was left out, or its row was; the rest of the answer is used. This is logged once, and counted each time"
    )]
    public static partial void MemberWasOdd(this ILogger logger, string provider, string account, string operation, string member);
}
