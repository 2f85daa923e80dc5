namespace GiftCardSdk.Sqlite;

/// <summary>Where the journal lies and how it is opened.</summary>
public sealed class SqliteJournalOptions
{
    /// <summary>
    /// The database file. Its folder must exist, on a local disk. Beside it lie SQLite's own <c>-wal</c> and <c>-shm</c>, the folder
    /// <c>-owners</c>, by which processes know which of them are over, and <c>-guard</c>, which knows how far the journal has come.
    /// </summary>
    public string Path { get; set; } = "";

    /// <summary>
    /// Whether a file that is not there is made. Set it to false once the application has run: a disk that was not mounted is then told from a
    /// first start. Default true.
    /// </summary>
    public bool CreateIfMissing { get; set; } = true;
}
