using GiftCardSdk.Adapters;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>What webhooks and events write to the log: ids and words of the provider's, never a body, a token or a recipient.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(LogEvents.WebhookReceived, LogLevel.Information, "Webhook at {At:O} for {Account}: {Kind}, {Verdict}, {Outcome}.")]
    public static partial void Received(
        ILogger logger,
        DateTimeOffset at,
        string account,
        string? kind,
        WebhookVerdict verdict,
        string outcome
    );

    [LoggerMessage(
        LogEvents.WebhookTurnedAway,
        LogLevel.Warning,
        "Webhook at {At:O} for {Account}: {Kind}, {Verdict}, {Outcome}; answered {Status}."
    )]
    public static partial void Turned(
        ILogger logger,
        DateTimeOffset at,
        string? account,
        string? kind,
        WebhookVerdict verdict,
        string outcome,
        int status
    );

    [LoggerMessage(
        LogEvents.WebhookNotReceived,
        LogLevel.Error,
        "Webhook at {At:O} for {Account} could not be taken in ({Failure}); answered 503, so that it comes again."
    )]
    public static partial void NotReceived(ILogger logger, DateTimeOffset at, string? account, string failure);

    [LoggerMessage(LogEvents.EventHandled, LogLevel.Debug, "Event {Id} ({Kind}) of {Account} is done; order {OrderId}.")]
    public static partial void Handled(ILogger logger, string id, GiftCardEventKind kind, string account, string? orderId);

    [LoggerMessage(
        LogEvents.HandlerFailed,
        LogLevel.Warning,
        "Handler {Handler} failed at event {Id} ({Kind}) of {Account}: {Failure} (try {Try})."
    )]
    public static partial void HandlerFailed(
        ILogger logger,
        string handler,
        string id,
        GiftCardEventKind kind,
        string account,
        string failure,
        int @try
    );

    [LoggerMessage(
        LogEvents.EventParked,
        LogLevel.Error,
        "{What} {Id} of {Account} was tried {Tries} times and is parked; giftCards.Webhooks lists it and delivers it again."
    )]
    public static partial void Parked(ILogger logger, string what, string id, string account, int tries);

    [LoggerMessage(LogEvents.HintFollowed, LogLevel.Debug, "What a webhook of {Account} hinted at was read: {Outcome}.")]
    public static partial void HintFollowed(ILogger logger, string account, string outcome);

    [LoggerMessage(LogEvents.EventPassFailed, LogLevel.Error, "A pass over {What} failed: {Failure}. The next one tries again.")]
    public static partial void PassFailed(ILogger logger, string what, string failure);

    [LoggerMessage(
        LogEvents.RecordUnreadable,
        LogLevel.Error,
        "The record {Id} ({Kind}) beside the orders cannot be read and is left alone."
    )]
    public static partial void Unreadable(ILogger logger, string kind, string id);

    [LoggerMessage(
        LogEvents.OrderNotFollowed,
        LogLevel.Warning,
        "Order {OrderId} of {Account} is not looked at any more: it was not final, or not delivered, when its time was over."
    )]
    public static partial void NotFollowed(ILogger logger, string orderId, string account);

    [LoggerMessage(LogEvents.OrderNotLookedAt, LogLevel.Debug, "Order {OrderId} of {Account} could not be looked at: {Reason}.")]
    public static partial void NotLookedAt(ILogger logger, string orderId, string account, string reason);
}
