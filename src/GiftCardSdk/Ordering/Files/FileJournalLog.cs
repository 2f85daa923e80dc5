using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering.Files;

/// <summary>What the file journal writes to the log: paths and figures, never what an entry holds.</summary>
internal static partial class FileJournalLog
{
    [LoggerMessage(OrderingLogEvents.JournalCreated, LogLevel.Information, "There was no order journal at {Path}; a new one was made.")]
    public static partial void Created(ILogger logger, string path);

    [LoggerMessage(
        OrderingLogEvents.JournalOpened,
        LogLevel.Information,
        "The order journal {Path} is open: {Orders} orders, {Unresolved} of them unresolved."
    )]
    public static partial void Opened(ILogger logger, string path, int orders, int unresolved);

    [LoggerMessage(
        OrderingLogEvents.JournalTornTail,
        LogLevel.Warning,
        "The last write to the order journal {Path} was interrupted; {Length} bytes from byte {Offset} on were cut off. Nobody was told that it had happened."
    )]
    public static partial void TornTail(ILogger logger, string path, long offset, long length);

    [LoggerMessage(
        OrderingLogEvents.JournalCompacted,
        LogLevel.Information,
        "The order journal {Path} was written anew: {Before} bytes became {After}."
    )]
    public static partial void Compacted(ILogger logger, string path, long before, long after);

    [LoggerMessage(
        OrderingLogEvents.JournalNotCompacted,
        LogLevel.Warning,
        "The order journal {Path} could not be written anew to save space; it goes on as it is."
    )]
    public static partial void NotCompacted(ILogger logger, Exception failure, string path);

    [LoggerMessage(
        OrderingLogEvents.JournalFailed,
        LogLevel.Critical,
        "The order journal {Path} could not be written. It takes nothing more until it is opened again, and no new order goes out."
    )]
    public static partial void Failed(ILogger logger, Exception failure, string path);
}
