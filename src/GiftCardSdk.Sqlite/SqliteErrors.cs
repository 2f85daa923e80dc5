using System.Globalization;

namespace GiftCardSdk.Sqlite;

/// <summary>Why the file cannot be used, and what would help.</summary>
internal static class SqliteErrors
{
    public static OrderJournalException NoFolder(string path) =>
        new(
            $"The order journal '{path}' cannot be opened: its folder does not exist. Make it, or mount its disk; it is not made here, so that a disk that is not mounted is seen."
        );

    public static OrderJournalException IsFolder(string path) =>
        new(
            $"The order journal '{path}' cannot be opened: it is a folder. Name a file in it, such as '{Path.Combine(path, "giftcards.db")}'."
        );

    public static OrderJournalException Missing(string path) =>
        new(
            $"There is no order journal at '{path}', and {nameof(SqliteJournalOptions)}.{nameof(SqliteJournalOptions.CreateIfMissing)} is false. Check that the right disk is mounted; on a machine's very first start, allow it to be made."
        );

    public static OrderJournalException WasHere(string path, SqliteGuard.Known known) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"There is no order journal at '{path}', and there was one: {known.Commits} commits, the last ones about {known.At:u}. An empty one would buy every order of it again. Put its file or a backup back; only if its orders may be forgotten, remove '{path}{SqliteGuard.Suffix}'."
            )
        );

    public static OrderJournalException Network(string path) =>
        new(
            $"The order journal '{path}' lies on a network drive, where SQLite's locks cannot be relied on. Use a local disk, or a journal in PostgreSQL for several machines."
        );

    public static OrderJournalException NoLocks(string path) =>
        new(
            $"The order journal '{path}' cannot tell which processes are over: file locks do not work here. Either .NET's file locking is switched off (DOTNET_SYSTEM_IO_DISABLEFILELOCKING, or System.IO.DisableFileLocking in runtimeconfig.json), which must not be, or the file system knows no locks, and the journal needs a local disk."
        );

    public static OrderJournalException NotOpened(string path, Exception cause) =>
        new(
            $"The order journal '{path}' could not be opened ({cause.GetType().Name}: {cause.Message.TrimEnd('.')}). Its folder must exist and be writable, and the disk must have room.",
            cause
        );

    public static OrderJournalException Gone(string path) =>
        new(
            $"The order journal '{path}' is not the file any more that was opened: it was moved, removed or replaced, or its disk was unmounted. Nothing more is written to it. Put it back, and restart the application."
        );

    public static OrderJournalException Exists(string path) =>
        new($"There is a file at '{path}' already; name one that does not exist yet. Nothing was changed.");

    public static OrderJournalException NotCopied(string path, string why, Exception cause) =>
        new($"The order journal '{path}' could not be copied: {why}. The journal is as it was.", cause);

    public static OrderJournalException NothingLeft(string path, string why, Exception? cause = null) =>
        new(
            $"Nothing of the order journal '{path}' can be read: {why}. Put a backup back; what it does not know is then looked up before it is sent.",
            cause
        );
}
