using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GiftCardSdk.Journal.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GiftCardSdk.Sqlite;

/// <summary>Copies what can be read into a new journal, row by row and around the damaged places, and keeps what is an order.</summary>
internal sealed class SqliteSalvaging(string damagedPath, string newPath)
{
    private const string Orders = "gift_card_orders";
    private const string OrderIds = "gift_card_order_ids";
    private const string Records = "gift_card_records";

    /// <summary>After this many rows that cannot be read, one after the other, ever more are left out at once.</summary>
    private const int Patience = 512;

    private static readonly SqliteDialect Dialect = new();

    private int _unreadable;
    private SqliteException? _lastFailure;
    private bool _isKeySaved;

    public SqliteSalvage Run(CancellationToken cancellationToken)
    {
        if (File.Exists(newPath))
        {
            throw SqliteErrors.Exists(newPath);
        }

        using var damaged = SqliteTools.Open(damagedPath, SqliteOpenMode.ReadOnly);
        try
        {
            // A whole journal whose tables are as they should be, with a key of its own.
            using (var journal = SqliteJournal.Open(new() { Path = newPath }))
            {
                using var target = SqliteTools.Open(newPath, SqliteOpenMode.ReadWrite);
                CopyAll(damaged, target, cancellationToken);
                Sort(journal, target, cancellationToken);
                Mark(damaged, target);
                var saved = new SqliteSalvage(newPath, CountOf(target), _unreadable, !_isKeySaved);
                return saved.Orders > 0 || _unreadable == 0
                    ? saved
                    : throw (Exception?)_lastFailure ?? SqliteErrors.NothingLeft(damagedPath, "no row of it is an order");
            }
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
        finally
        {
            // Without it the journal takes itself for older: whether the last commits of the damaged one were saved cannot be known.
            SqliteFiles.TryDelete(newPath + SqliteGuard.Suffix);
        }
    }

    private void CopyAll(SqliteConnection damaged, SqliteConnection target, CancellationToken cancellationToken)
    {
        SqliteTools.Execute(target, "BEGIN IMMEDIATE");
        CopyKey(damaged, target);
        Copy(damaged, target, Orders, cancellationToken);
        Copy(damaged, target, OrderIds, cancellationToken);
        Copy(damaged, target, Records, cancellationToken);
        SqliteTools.Execute(target, "COMMIT");
    }

    /// <summary>The other settings are made anew: one that is damaged would keep the journal from being opened.</summary>
    private void CopyKey(SqliteConnection damaged, SqliteConnection target)
    {
        if (
            SettingOf(damaged, "fingerprint-key") is { Length: 44 } key
            && Convert.TryFromBase64String(key, new byte[33], out var length)
            && length == 32
        )
        {
            using var write = target.CreateCommand();
            write.CommandText = "UPDATE gift_card_settings SET value = $1 WHERE name = 'fingerprint-key'";
            write.Parameters.AddWithValue("$1", key);
            write.ExecuteNonQuery();
            _isKeySaved = true;
        }
    }

    private string? SettingOf(SqliteConnection damaged, string name)
    {
        try
        {
            return SqliteTools
                .Read(damaged, $"SELECT CAST(value AS text) FROM gift_card_settings NOT INDEXED WHERE name = '{name}'")
                .FirstOrDefault();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode != raw.SQLITE_ERROR)
        {
            _unreadable++;
            return null;
        }
    }

    /// <summary>In the order of their row ids, and past each that cannot be read.</summary>
    private void Copy(SqliteConnection damaged, SqliteConnection target, string table, CancellationToken cancellationToken)
    {
        var types = SqliteTools.Read(target, $"SELECT lower(type) FROM pragma_table_info('{table}')").ToList();
        var (last, failures, step) = (0L, 0, 1L);
        while (last < long.MaxValue / 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (ReadNext(damaged, table, last) is not var (row, values))
                {
                    return;
                }

                _unreadable += Fits(values, types) && TryWrite(target, table, values) ? 0 : 1;
                // Where the pages' order is damaged, what comes next may have come before.
                (last, failures, step) = (Math.Max(row, last + 1), 0, 1);
            }
            // A table that is not there at all is no damaged row.
            catch (SqliteException failure) when (failure.SqliteErrorCode != raw.SQLITE_ERROR)
            {
                (_unreadable, _lastFailure) = (_unreadable + 1, failure);
                step = ++failures > Patience ? step * 2 : 1;
                last += step;
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Made of constants alone.")]
    private static (long Row, object[] Values)? ReadNext(SqliteConnection damaged, string table, long last)
    {
        using var read = damaged.CreateCommand();
        read.CommandText = $"SELECT rowid, * FROM {table} NOT INDEXED WHERE rowid > $1 ORDER BY rowid LIMIT 1";
        read.Parameters.AddWithValue("$1", last);
        using var reader = read.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return ((long)values[0], values[1..]);
    }

    /// <summary>SQLite itself takes anything for anything.</summary>
    private static bool Fits(object[] values, List<string> types) =>
        values.Length == types.Count && values.Zip(types).All(static one => one is (DBNull, _) or (long, "bigint") or (string, "text"));

    /// <summary>False for a row that is none any more: a damaged one may have anything in it.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Made of constants alone.")]
    private static bool TryWrite(SqliteConnection target, string table, object[] values)
    {
        using var write = target.CreateCommand();
        write.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", values.Select(static (_, i) => $"${i}"))})";
        for (var i = 0; i < values.Length; i++)
        {
            write.Parameters.AddWithValue($"${i}", values[i]);
        }

        try
        {
            return write.ExecuteNonQuery() == 1;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH)
        {
            return false;
        }
    }

    /// <summary>An order that the journal itself cannot read, or that does not stand under its own key, is none: it would stop all the others.</summary>
    private void Sort(RelationalJournal journal, SqliteConnection target, CancellationToken cancellationToken)
    {
        foreach (var (row, identity) in Identities(target))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsWhole(journal, identity))
            {
                _unreadable++;
                SqliteTools.Execute(target, string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {Orders} WHERE rowid = {row}"));
            }
        }

        SqliteTools.Execute(target, $"DELETE FROM {OrderIds} WHERE row_id NOT IN (SELECT id FROM {Orders})");
    }

    private static bool IsWhole(RelationalJournal journal, string[] identity)
    {
        try
        {
            var environment = Enum.Parse<GiftCardEnvironment>(identity[1]);
            var of = new OrderIdentity(identity[0], environment, identity[2], identity[3], identity[4]);
            return journal.FindAsync(of).AsTask().GetAwaiter().GetResult() is not null;
        }
        catch (Exception failure) when (failure is OrderJournalException or ArgumentException)
        {
            return false;
        }
    }

    private static List<(long Row, string[] Identity)> Identities(SqliteConnection target)
    {
        using var read = target.CreateCommand();
        read.CommandText = "SELECT rowid, provider, environment, account, operation, reference FROM gift_card_orders";
        using var reader = read.ExecuteReader();
        var rows = new List<(long, string[])>();
        while (reader.Read())
        {
            rows.Add((reader.GetInt64(0), [.. Enumerable.Range(1, 5).Select(reader.GetString)]));
        }

        return rows;
    }

    /// <summary>
    /// One commit without a guard is an older state. What is lost may be as old as anything that was saved; a gap that was not closed yet is kept.
    /// </summary>
    private void Mark(SqliteConnection damaged, SqliteConnection target)
    {
        SqliteTools.Execute(target, "UPDATE gift_card_settings SET value = '1' WHERE name = 'commits'");
        var known = SettingOf(damaged, "gap")?.Split(' ')[0];
        var since =
            long.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
                ? ticks
                : long.MaxValue;
        var oldest = _unreadable == 0 ? long.MaxValue : OldestOf(target) ?? DateTime.UnixEpoch.Ticks;
        if (Math.Min(oldest, since) is var from and < long.MaxValue)
        {
            SqliteTools.Execute(
                target,
                string.Create(CultureInfo.InvariantCulture, $"INSERT INTO gift_card_settings VALUES ('gap', '{from} {from}')")
            );
        }
    }

    private static long? OldestOf(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT MIN(created_at) FROM gift_card_orders";
        return read.ExecuteScalar() as long?;
    }

    private static int CountOf(SqliteConnection connection) =>
        int.Parse(SqliteTools.Read(connection, $"SELECT CAST(COUNT(*) AS text) FROM {Orders}").Single(), CultureInfo.InvariantCulture);

    private void Remove()
    {
        foreach (var suffix in (string[])["", SqliteFiles.Log, SqliteFiles.Index])
        {
            SqliteFiles.TryDelete(newPath + suffix);
        }
    }
}
