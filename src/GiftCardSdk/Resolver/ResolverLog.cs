using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Resolver;

/// <summary>What the resolver writes to the log: references and ids, never a recipient, a text or a code.</summary>
internal static partial class ResolverLog
{
    [LoggerMessage(
        LogEvents.ResolvedAccepted,
        LogLevel.Information,
        "Order {Reference} at {Account}, which was {Before}, turned out to be bought as {OrderId}."
    )]
    public static partial void Accepted(
        ILogger logger,
        OrderReference reference,
        string account,
        OrderJournalState before,
        string? orderId
    );

    [LoggerMessage(
        LogEvents.ResolvedAbsent,
        LogLevel.Warning,
        "Order {Reference} at {Account} is believed not to exist: not found after the quiet time. Its reference may be placed again."
    )]
    public static partial void Absent(ILogger logger, OrderReference reference, string account);

    [LoggerMessage(
        LogEvents.ResolvedRefused,
        LogLevel.Warning,
        "Order {Reference} at {Account}, which was {Before}, was not bought, says {By}: {Why}"
    )]
    public static partial void Refused(
        ILogger logger,
        OrderReference reference,
        string account,
        OrderJournalState before,
        string? by,
        string? why
    );

    [LoggerMessage(LogEvents.ResolvedParked, LogLevel.Error, "Order {Reference} at {Account} needs a person to decide: {Reason}.")]
    public static partial void Parked(ILogger logger, OrderReference reference, string account, string? reason);

    [LoggerMessage(
        LogEvents.PassEnded,
        LogLevel.Debug,
        "A pass over the open orders ended: {LookedAt} looked at, {StillUnknown} still unknown."
    )]
    public static partial void PassEnded(ILogger logger, int lookedAt, int stillUnknown);

    [LoggerMessage(LogEvents.PassFailed, LogLevel.Error, "A pass over the open orders failed with {Failure}; the next one tries again.")]
    public static partial void PassFailed(ILogger logger, string failure);

    [LoggerMessage(
        LogEvents.NotLookedAt,
        LogLevel.Warning,
        "Order {Reference} at {Account} could not be looked at: {Reason}. It is tried again."
    )]
    public static partial void NotLookedAt(ILogger logger, OrderReference reference, string account, string reason);

    [LoggerMessage(
        LogEvents.NeedsCaller,
        LogLevel.Warning,
        "Purchase {Reference} ({Kind}) at {Account} is open, and only its own call can find it out: the journal keeps nothing to look for it by. Call it again with the same reference."
    )]
    public static partial void NeedsCaller(ILogger logger, OrderReference reference, string kind, string account);

    [LoggerMessage(
        LogEvents.NotPlaced,
        LogLevel.Error,
        "Order {Reference} at {Account} was rebuilt to be placed again, and was not sent: {Reason}"
    )]
    public static partial void NotPlaced(ILogger logger, OrderReference reference, string account, string reason);

    [LoggerMessage(
        LogEvents.ObserverFailed,
        LogLevel.Error,
        "The observer {Observer} failed with {Failure} when it was told of order {Reference} at {Account}."
    )]
    public static partial void ObserverFailed(ILogger logger, string observer, string failure, OrderReference reference, string account);
}
