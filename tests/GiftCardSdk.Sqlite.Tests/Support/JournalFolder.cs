using GiftCardSdk.Journal.Relational;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A folder of its own for the journals of a test; they are closed with it.</summary>
internal sealed class JournalFolder : IDisposable
{
    private readonly List<RelationalJournal> _open = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("giftcards-").FullName;

    public string JournalPath => Path.Combine(Folder, "orders.db");

    public RelationalJournal Open(string? path = null, TimeProvider? clock = null, ILogger<RelationalJournal>? log = null)
    {
        var journal = SqliteJournal.Open(new() { Path = path ?? JournalPath }, clock, log);
        _open.Add(journal);
        return journal;
    }

    /// <summary>A statement past the journal, as a person at the file writes it.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "The tests write the statements.")]
    public object? Execute(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source='{path ?? JournalPath}';Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Puts a backup back, by the book: the application is stopped, its log is removed, the guard stays.</summary>
    public void PutBack(string backup)
    {
        File.Delete(JournalPath + "-wal");
        File.Delete(JournalPath + "-shm");
        File.Copy(backup, JournalPath, overwrite: true);
    }

    public void Dispose()
    {
        _open.ForEach(journal => journal.Dispose());
        Directory.Delete(Folder, recursive: true);
    }
}
