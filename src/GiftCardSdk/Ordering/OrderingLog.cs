using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering;

/// <summary>What the coordinator writes to the log: references, keys and ids, never a recipient, a text or a code.</summary>
internal static partial class OrderingLog
{
    [LoggerMessage(LogEvents.Sending, LogLevel.Debug, "Order {Reference} ({ProviderKey}) goes to {Account}, send {Attempt}.")]
    public static partial void Sending(ILogger logger, OrderReference reference, string providerKey, string account, int attempt);

    [LoggerMessage(LogEvents.Accepted, LogLevel.Information, "Order {Reference} was accepted by {Account} as {OrderId} (send {Attempt}).")]
    public static partial void Accepted(ILogger logger, OrderReference reference, string account, string? orderId, int attempt);

    [LoggerMessage(
        LogEvents.Refused,
        LogLevel.Warning,
        "Order {Reference} was refused by {Account} with {Code}; nothing was bought (send {Attempt})."
    )]
    public static partial void Refused(ILogger logger, OrderReference reference, string account, GiftCardErrorCode code, int attempt);

    [LoggerMessage(
        LogEvents.BoundRefused,
        LogLevel.Warning,
        "Order {Reference} was not sent to {Account}, by a bound of the application's own: {Message}"
    )]
    public static partial void BoundRefused(ILogger logger, OrderReference reference, string account, string message);

    [LoggerMessage(
        LogEvents.EndUnknown,
        LogLevel.Warning,
        "Order {Reference} went to {Account} and its end is not known: {Failure} (send {Attempt}). It is looked up before anything else."
    )]
    public static partial void EndUnknown(ILogger logger, OrderReference reference, string account, string failure, int attempt);

    [LoggerMessage(LogEvents.LookedUp, LogLevel.Debug, "Order {Reference} was looked up at {Account}: {Answer} {Reason}")]
    public static partial void LookedUp(ILogger logger, OrderReference reference, string account, LookupAnswer answer, string? reason);

    [LoggerMessage(
        LogEvents.BelievedAbsent,
        LogLevel.Warning,
        "Order {Reference} is believed not to exist at {Account}: not found after the quiet time."
    )]
    public static partial void Absent(ILogger logger, OrderReference reference, string account);

    [LoggerMessage(LogEvents.Parked, LogLevel.Error, "Order {Reference} at {Account} needs a person to decide: {Reason}.")]
    public static partial void Parked(ILogger logger, OrderReference reference, string account, string? reason);

    [LoggerMessage(
        LogEvents.EndNotWritten,
        LogLevel.Critical,
        "The end of order {Reference} at {Account} could not be written to the journal: {State}, order id {OrderId}. No new order goes out until it is written."
    )]
    public static partial void EndNotWritten(
        ILogger logger,
        Exception failure,
        OrderReference reference,
        string account,
        OrderJournalState state,
        string? orderId
    );

    [LoggerMessage(
        LogEvents.BoughtButRefused,
        LogLevel.Critical,
        "Order {Reference} at {Account} was bought as {OrderId}, but the journal has it as refused. A person has to look at it."
    )]
    public static partial void BoughtButRefused(ILogger logger, OrderReference reference, string account, string? orderId);

    [LoggerMessage(
        LogEvents.TwoOrders,
        LogLevel.Critical,
        "Two orders were seen for the reference {Reference} at {Account}: {OrderId} and {OtherId}. Both are kept in the journal; both may have been paid, and a person has to look at them."
    )]
    public static partial void TwoOrders(ILogger logger, OrderReference reference, string account, string? orderId, string? otherId);

    [LoggerMessage(
        LogEvents.EntryLost,
        LogLevel.Critical,
        "The journal had lost the entry of order {Reference} at {Account}; it was written anew as {State}. A database that forgets what it has committed can lose others: look at its failover."
    )]
    public static partial void EntryLost(ILogger logger, OrderReference reference, string account, OrderJournalState state);

    [LoggerMessage(
        LogEvents.LooksFirst,
        LogLevel.Information,
        "Order {Reference} at {Account} is looked up before it is sent: the journal may have lost orders."
    )]
    public static partial void LooksFirst(ILogger logger, OrderReference reference, string account);

    [LoggerMessage(
        LogEvents.AccountUnknown,
        LogLevel.Warning,
        "The order journal knows orders of the account {Account} at {Provider} ({Environment}), which is not configured. If it was renamed, its references can be bought again: set JournalId = \"{JournalId}\" in the options of the renamed account, or call Journal.RenameAccountAsync."
    )]
    public static partial void AccountUnknown(
        ILogger logger,
        string account,
        string provider,
        GiftCardEnvironment environment,
        string journalId
    );

    [LoggerMessage(
        LogEvents.AccountsNotRead,
        LogLevel.Error,
        "The order journal could not be asked for the accounts it knows, so it was not checked whether one was renamed."
    )]
    public static partial void AccountsNotRead(ILogger logger, Exception failure);

    [LoggerMessage(
        LogEvents.GivenUp,
        LogLevel.Debug,
        "Order {Reference} at {Account} was given up before a byte left: nobody waits for it any more, or its time was over."
    )]
    public static partial void GivenUp(ILogger logger, OrderReference reference, string account);

    [LoggerMessage(
        LogEvents.StaysUnknown,
        LogLevel.Warning,
        "What became of order {Reference} at {Account} could not be found out; it stays open in the journal."
    )]
    public static partial void StaysUnknown(ILogger logger, OrderReference reference, string account);

    [LoggerMessage(
        LogEvents.AccountReady,
        LogLevel.Information,
        "The account {Account} at {Provider} is ready, environment {Environment}."
    )]
    public static partial void AccountReady(ILogger logger, string account, string provider, GiftCardEnvironment environment);

    [LoggerMessage(LogEvents.Purged, LogLevel.Information, "Of {Orders} orders the details were purged, kept for {Kept}.")]
    public static partial void Purged(ILogger logger, int orders, TimeSpan kept);

    [LoggerMessage(LogEvents.NotPurged, LogLevel.Error, "The details of old orders could not be purged; it is tried again in a day.")]
    public static partial void NotPurged(ILogger logger, Exception failure);

    [LoggerMessage(
        LogEvents.Moved,
        LogLevel.Information,
        "Order {Reference} goes from {Account} to {Next}: nothing was bought at the first, which answered {Code}."
    )]
    public static partial void Moved(ILogger logger, OrderReference reference, string account, string next, GiftCardErrorCode code);
}
