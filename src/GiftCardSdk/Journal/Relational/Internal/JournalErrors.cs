using System.Data.Common;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Why the journal in a database cannot be used, and what would help. What a database says may quote values, so only its code is repeated.</summary>
internal static class JournalErrors
{
    public static OrderJournalException Failed(JournalDialect dialect, string what, Exception failure) =>
        new(
            $"The order journal in {dialect.Name} could not be {what} ({Describe(dialect, failure)}). The database must be there and writable, with room, and hold the journal's tables as this version of GiftCardSdk expects them.",
            failure
        );

    public static OrderJournalException Unreadable(string reference, Exception failure) =>
        new(
            $"The entry of the order '{reference}' in the database cannot be read by this version of GiftCardSdk. A later version has written it, or somebody by hand.",
            failure
        );

    public static OrderJournalException WrongIdentity(string reference) =>
        new(
            $"The entry of the order '{reference}' in the database stands under the key of another order: somebody has changed it by hand, or the database changes text that it stores."
        );

    public static OrderJournalException WrongRecord(string kind) =>
        new(
            $"A record of the kind '{kind}' in the database stands under the key of another one: somebody has changed it by hand, or the database changes text that it stores."
        );

    public static OrderJournalException WrongSetting(string name) =>
        new(
            $"The setting '{name}' of the order journal in the database is not what was written there. Put it back from a backup; without its key no order can be compared with what is placed again."
        );

    public static OrderJournalException NewerSchema(JournalDialect dialect, string version) =>
        new(
            $"The tables of the order journal in {dialect.Name} have version {version}; this version of GiftCardSdk knows up to {RelationalJournal.SchemaVersion}. Use the later version that made them. Nothing was changed."
        );

    public static OrderJournalException MissingTables(JournalDialect dialect, DbException failure) =>
        new(
            $"The tables of the order journal in {dialect.Name} are not there or not as they should be ({dialect.Describe(failure)}). Add a migration for them, or run the script of docs/relational-journal.md.",
            failure
        );

    public static OrderJournalException Closed() => new("The order journal was closed; the application is ending.");

    private static string Describe(JournalDialect dialect, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException known)
            {
                return dialect.Describe(known);
            }
        }

        return failure.GetType().Name;
    }
}
