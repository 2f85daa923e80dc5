using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace GiftCardSdk.Sqlite;

/// <summary>What SQLite itself can do with a file.</summary>
internal static class SqliteTools
{
    private static readonly SqliteDialect Dialect = new();

    public static IReadOnlyList<string> Check(string path, CancellationToken cancellationToken)
    {
        using var connection = Open(path, SqliteOpenMode.ReadWrite);
        var findings = new List<string>();
        try
        {
            foreach (var line in Read(connection, "PRAGMA integrity_check"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                findings.Add(line);
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            // So much is wrong that the check itself did not come through.
            findings.Add(Dialect.Describe(failure));
        }
        catch (SqliteException failure)
        {
            throw SqliteErrors.NothingLeft(path, Dialect.Describe(failure), failure);
        }

        return findings is ["ok"] ? [] : findings;
    }

    public static void Copy(string path, string newPath)
    {
        if (File.Exists(newPath))
        {
            throw SqliteErrors.Exists(newPath);
        }

        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            // SQLite takes an empty file for none, and this one has its mode from the start.
            SqliteFiles.Ensure(newPath);
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, $"VACUUM INTO '{newPath.Replace("'", "''", StringComparison.Ordinal)}'");
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            SqliteFiles.TryDelete(newPath);
            throw SqliteErrors.NotCopied(path, failure is SqliteException known ? Dialect.Describe(known) : failure.Message, failure);
        }
    }

    /// <summary>Not read-only where nothing is damaged: a log that a crash has left is put in order first, which SQLite does by itself.</summary>
    /// <exception cref="OrderJournalException">There is no file.</exception>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        if (!File.Exists(path))
        {
            throw new OrderJournalException($"There is no file at '{path}'.");
        }

        var address = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw SqliteErrors.NothingLeft(path, Dialect.Describe(failure), failure);
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Made of constants and of a path whose quotes are doubled.")]
    public static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Made of constants.")]
    public static IEnumerable<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }
}
