using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GiftCardSdk.Ordering;
using Microsoft.Data.Sqlite;

namespace GiftCardSdk.Sqlite;

/// <summary>Copies what can be read, row by row, from both ends of each table towards the damaged places.</summary>
internal sealed class SqliteSalvaging(string damagedPath, string newPath)
{
    private const string Settings = "gift_card_settings";

    private static readonly string[] Tables = [Settings, "gift_card_leases", "gift_card_orders", "gift_card_order_ids"];

    private static readonly SqliteDialect Dialect = new();

    private int _unreadable;

    public SqliteSalvage Run(CancellationToken cancellationToken)
    {
        if (File.Exists(newPath))
        {
            throw SqliteErrors.Exists(newPath);
        }

        // A whole journal whose tables are as they should be, with a key of its own.
        SqliteJournal.Open(new() { Path = newPath }).Dispose();
        try
        {
            using var target = SqliteTools.OpenToRead(newPath);
            var ownKey = KeyOf(target);
            CopyAll(target, cancellationToken);
            // An older time than any commit of the damaged one: it cannot be known whether its last commits were saved.
            File.Delete(newPath + SqliteGuard.Suffix);
            return new(newPath, CountOf(target), _unreadable, KeyOf(target) == ownKey);
        }
        catch (SqliteException failure)
        {
            Remove();
            throw SqliteErrors.NothingLeft(damagedPath, Dialect.Describe(failure), failure);
        }
        catch
        {
            Remove();
            throw;
        }
    }

    private void CopyAll(SqliteConnection target, CancellationToken cancellationToken)
    {
        if (!File.Exists(damagedPath))
        {
            throw new OrderJournalException($"There is no file at '{damagedPath}'.");
        }

        Attach(target);
        foreach (var table in Tables)
        {
            var last = Copy(target, table, isBackwards: false, long.MinValue, cancellationToken);
            if (last is { } damagedAt)
            {
                Copy(target, table, isBackwards: true, damagedAt, cancellationToken);
            }
        }

        SqliteTools.Execute(target, "DETACH damaged");
        // Beside the settings that were saved stands one commit, so that a file without a guard is seen to be an older state.
        SqliteTools.Execute(target, $"UPDATE {Settings} SET value = '1' WHERE name = 'commits' AND value = '0'");
    }

    private void Attach(SqliteConnection target)
    {
        using var attach = target.CreateCommand();
        attach.CommandText = "ATTACH $1 AS damaged";
        attach.Parameters.AddWithValue("$1", damagedPath);
        attach.ExecuteNonQuery();
    }

    /// <summary>Copies rows in the order of their row ids until one cannot be read.</summary>
    /// <returns>Behind which row id nothing can be read; null if all was read.</returns>
    private long? Copy(SqliteConnection target, string table, bool isBackwards, long from, CancellationToken cancellationToken)
    {
        var next = isBackwards ? long.MaxValue : from;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (NextRow(target, table, isBackwards, next) is not { } row || (isBackwards && row <= from))
                {
                    return null;
                }

                CopyRow(target, table, row);
                next = row;
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_IOERR)
            {
                _unreadable += isBackwards ? 0 : 1;
                return next;
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Made of constants alone.")]
    private static long? NextRow(SqliteConnection target, string table, bool isBackwards, long next)
    {
        using var find = target.CreateCommand();
        find.CommandText = isBackwards
            ? $"SELECT rowid FROM damaged.{table} NOT INDEXED WHERE rowid < $1 ORDER BY rowid DESC LIMIT 1"
            : $"SELECT rowid FROM damaged.{table} NOT INDEXED WHERE rowid > $1 ORDER BY rowid LIMIT 1";
        find.Parameters.AddWithValue("$1", next);
        return (long?)find.ExecuteScalar();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Made of constants alone.")]
    private static void CopyRow(SqliteConnection target, string table, long row)
    {
        using var copy = target.CreateCommand();
        copy.CommandText = $"INSERT OR REPLACE INTO main.{table} SELECT * FROM damaged.{table} NOT INDEXED WHERE rowid = $1";
        copy.Parameters.AddWithValue("$1", row);
        copy.ExecuteNonQuery();
    }

    private static string? KeyOf(SqliteConnection connection) =>
        SqliteTools.Read(connection, $"SELECT value FROM {Settings} WHERE name = 'fingerprint-key'").FirstOrDefault();

    private static int CountOf(SqliteConnection connection) =>
        int.Parse(
            SqliteTools.Read(connection, "SELECT CAST(COUNT(*) AS text) FROM gift_card_orders").Single(),
            CultureInfo.InvariantCulture
        );

    private void Remove()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", SqliteGuard.Suffix])
        {
            File.Delete(newPath + suffix);
        }
    }
}
