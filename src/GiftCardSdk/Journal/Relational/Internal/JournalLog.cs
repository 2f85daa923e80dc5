using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>What the journal writes to the log, never what an entry holds.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(LogEvents.JournalCreated, LogLevel.Information, "The tables of the order journal in {Database} were made.")]
    public static partial void Created(ILogger logger, string database);

    [LoggerMessage(LogEvents.JournalOpened, LogLevel.Information, "The order journal in {Database} is open.")]
    public static partial void Opened(ILogger logger, string database);

    [LoggerMessage(
        LogEvents.JournalGap,
        LogLevel.Critical,
        "The order journal in {Database} is older than what was written to it: a backup was put back, or another server has taken over. Orders sent between {From} and {To} may be missing. Every reference that it does not know is looked up at its provider before it is sent, until Journal.CloseGapAsync is called."
    )]
    public static partial void Gap(ILogger logger, string database, DateTimeOffset from, DateTimeOffset to);
}
