using System.Globalization;

namespace GiftCardSdk.Ordering.Files;

/// <summary>Why a journal file cannot be used, and what would help.</summary>
internal static class FileJournalErrors
{
    public static OrderJournalException InUse(string path, string holder) =>
        new(
            $"The order journal '{path}' is in use by {holder}. A file journal serves one process at a time; stop that one first, or use a journal in a database for several."
        );

    public static OrderJournalException NoLocks(string path) =>
        new(
            $"The order journal '{path}' cannot be kept to one process: file locks do not work here. Either .NET's file locking is switched off (DOTNET_SYSTEM_IO_DISABLEFILELOCKING, or System.IO.DisableFileLocking in runtimeconfig.json), which must not be, or the file system knows no locks, and the journal needs a local disk."
        );

    public static OrderJournalException NoJournal(string path) =>
        new(
            $"The file '{path}' is no order journal, or nothing of one is left. If a journal was there, put its backup back; if not, name another path. Nothing was changed."
        );

    public static OrderJournalException Missing(string path) =>
        new(
            $"There is no order journal at '{path}', and {nameof(FileJournalOptions)}.{nameof(FileJournalOptions.CreateIfMissing)} is false. Check that the right disk is mounted; on a machine's very first start, allow it to be made."
        );

    public static OrderJournalException NewerFormat(string path, int format) =>
        new(
            $"The order journal '{path}' has format {format}; this version of GiftCardSdk reads up to {JournalHeader.CurrentFormat}. Use the later version that wrote it. Nothing was changed."
        );

    public static OrderJournalException Damaged(string path, long offset) =>
        new(
            $"The order journal '{path}' is damaged at byte {offset}, and commits stand behind it, so this is no interrupted write. It is not opened, since an order that is missing could be bought again. Put a backup back only if nothing was ordered since; otherwise {nameof(FileJournal)}.{nameof(FileJournal.SalvageAsync)} writes a new file with all that can be read and says what cannot. Nothing was changed."
        );

    public static OrderJournalException UnknownRecord(string path, long offset) =>
        new(
            $"The order journal '{path}' holds a kind of record at byte {offset} that this version of GiftCardSdk does not know. Use the later version that wrote it. Nothing was changed."
        );

    public static OrderJournalException DamagedRecord(string path, long offset) =>
        new(
            $"The order journal '{path}' is damaged at byte {offset}: a record can no longer be read. Stop the application and use {nameof(FileJournal)}.{nameof(FileJournal.SalvageAsync)}."
        );

    public static OrderJournalException NotOpened(string path, Exception cause) =>
        new(
            $"The order journal '{path}' could not be opened: {cause.Message.TrimEnd('.')}. Its folder must exist and be writable, and the disk must have room.",
            cause
        );

    public static OrderJournalException NotWritten(string path, Exception cause) =>
        new(
            $"The order journal '{path}' could not be written: {cause.Message.TrimEnd('.')}. It takes nothing more until it is opened again, since nobody knows what reached the disk. Make room or repair the disk, then restart the application.",
            cause
        );

    public static IOException Gone() => new("the file is no longer there; its folder was removed, or its disk unmounted");

    public static IOException Changed(long length, long expected) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"something else has changed the file; it has {length} bytes and should have {expected}"
            )
        );

    public static OrderJournalException Exists(string path) =>
        new($"There is a file at '{path}' already; name one that does not exist yet. Nothing was changed.");

    public static OrderJournalException NotSalvaged(string path, Exception cause) =>
        new(
            $"The order journal '{path}' could not be salvaged: {cause.Message.TrimEnd('.')}. The damaged file is as it was; its folder must be writable for the lock, and the new file needs room.",
            cause
        );

    public static OrderJournalException Closed(string path) => new($"The order journal '{path}' was closed; the application is ending.");

    public static OrderJournalException Collision(string path) =>
        new($"The order journal '{path}' holds two orders whose 128-bit hashes are equal; place this one under another reference.");

    public static OrderJournalException TooLarge(string path, int size) =>
        new($"An entry of {size} bytes is too large for the order journal '{path}'; at most {JournalRecord.MaxBody} are taken.");
}
