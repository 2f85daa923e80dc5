using System.Data.Common;
using System.Globalization;
using GiftCardSdk.Journal.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GiftCardSdk.Sqlite;

/// <summary>SQLite: one writer at a time, whose writes the journal groups.</summary>
internal sealed class SqliteDialect : JournalDialect
{
    public override string Name => "SQLite";

    public override bool GroupsWrites => true;

    /// <summary>As a writer from the start: whoever begins as a reader may be refused when it wants to write.</summary>
    public override string Begin => "BEGIN IMMEDIATE";

    public override string CountTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'gift_card_settings'";

    public override string ParameterName(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);

    public override bool IsMissingTable(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR }
        && failure.Message.Contains("no such table", StringComparison.Ordinal);

    public override string Describe(DbException failure) =>
        failure is SqliteException known
            ? string.Create(CultureInfo.InvariantCulture, $"{WordsOf(known.SqliteErrorCode)}, SQLite error {known.SqliteExtendedErrorCode}")
            : base.Describe(failure);

    private static string WordsOf(int code) =>
        code switch
        {
            raw.SQLITE_FULL => "the disk is full",
            raw.SQLITE_READONLY => "the file, its folder or its disk may only be read",
            raw.SQLITE_IOERR => "the disk failed",
            raw.SQLITE_CORRUPT =>
                $"the file is damaged; stop the application, and see {nameof(SqliteJournal)}.{nameof(SqliteJournal.SalvageAsync)}",
            raw.SQLITE_NOTADB => "the file is no SQLite database; name another path, or put a backup back",
            raw.SQLITE_BUSY => "another process has kept the file locked for too long",
            raw.SQLITE_CANTOPEN => "the file could not be opened: its folder must exist and be writable",
            _ => "the database refused it",
        };
}
