using GiftCardSdk.Journal.Relational;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A folder of its own for the journals of a test; they are closed with it.</summary>
internal sealed class JournalFolder : IDisposable
{
    private readonly List<RelationalJournal> _open = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("giftcards-").FullName;

    public string JournalPath => Path.Combine(Folder, "orders.db");

    public RelationalJournal Open(string? path = null, TimeProvider? clock = null)
    {
        var journal = SqliteJournal.Open(new() { Path = path ?? JournalPath }, clock);
        _open.Add(journal);
        return journal;
    }

    public void Dispose()
    {
        _open.ForEach(journal => journal.Dispose());
        Directory.Delete(Folder, recursive: true);
    }
}
