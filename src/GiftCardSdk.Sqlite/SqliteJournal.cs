using GiftCardSdk.Journal.Relational;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Sqlite;

/// <summary>Opens journals in SQLite databases without a container, checks them, copies them, and saves what can be saved.</summary>
public static class SqliteJournal
{
    /// <summary>
    /// Opens the journal, or makes it. Each write is on the disk when its task completes; writes at the same time share a flush. Several
    /// processes on one machine may have it open.
    /// </summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="logger">Told what was found and done; null for nobody.</param>
    /// <returns>The journal. Dispose of it when no order is on its way any more.</returns>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="OrderJournalException">
    /// The folder or the disk cannot be used, is not local, or has no file locks; the file is no journal, of a later version, or damaged, or a
    /// journal was here and is gone. The message says which, and what would help.
    /// </exception>
    public static RelationalJournal Open(
        SqliteJournalOptions options,
        TimeProvider? timeProvider = null,
        ILogger<RelationalJournal>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path, nameof(options));
        var time = timeProvider ?? TimeProvider.System;
        var journal = new RelationalJournal(new SqliteConnections(options, time), new SqliteDialect(), timeProvider: time, logger: logger);
        try
        {
            journal.OpenAsync().GetAwaiter().GetResult();
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Reads a whole journal and says what is damaged in it, by SQLite's own check. Orders may be placed meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What SQLite found, in its own words; empty if nothing is wrong.</returns>
    /// <exception cref="OrderJournalException">The file cannot be read at all.</exception>
    public static Task<IReadOnlyList<string>> CheckAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Task.Run(() => SqliteTools.Check(path, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Copies a journal to a new file as it stands at one moment. Orders may be placed meanwhile; a copy of the files made by other means while they
    /// are written is none.
    /// </summary>
    /// <param name="path">The file; it is only read.</param>
    /// <param name="backupPath">The new file; there must be none yet. Its mode is 0600.</param>
    /// <param name="cancellationToken">Ends the waiting before the work has begun.</param>
    /// <returns>When it is written and on the disk.</returns>
    /// <exception cref="OrderJournalException">A file cannot be read or written, or there is one at the new path already.</exception>
    public static Task BackupAsync(string path, string backupPath, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(backupPath);
        return Task.Run(() => SqliteTools.Copy(path, backupPath), cancellationToken);
    }

    /// <summary>
    /// Writes a new journal with every order that can be read of a damaged one. The damaged file is only read. The new one takes itself for
    /// older than what was written to it, so that what it does not know is looked up before it is sent.
    /// </summary>
    /// <param name="damagedPath">The damaged file; no process may have it open.</param>
    /// <param name="newPath">The new file; there must be none yet.</param>
    /// <param name="cancellationToken">Ends the work before the new file is in its place.</param>
    /// <returns>What was read, and what is lost.</returns>
    /// <exception cref="OrderJournalException">Nothing of the file can be read, or the new one cannot be written.</exception>
    public static Task<SqliteSalvage> SalvageAsync(string damagedPath, string newPath, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(damagedPath);
        ArgumentException.ThrowIfNullOrWhiteSpace(newPath);
        return Task.Run(() => new SqliteSalvaging(damagedPath, newPath).Run(cancellationToken), cancellationToken);
    }
}

/// <summary>What was saved of a damaged journal.</summary>
/// <param name="Path">The new file.</param>
/// <param name="Orders">How many orders it holds, tombstones included.</param>
/// <param name="UnreadableRows">How many rows could not be read, of orders and of what belongs to them, or hold what no order does.</param>
/// <param name="IsKeyLost">
/// Whether the key of the fingerprints could not be read, so that a new one is made. Every order that is known keeps its reference from buying
/// again, but what it stands for cannot be compared any more: placing it again ends with <see cref="GiftCardErrorCode.JournalUnavailable"/> and names the
/// order instead of returning it.
/// </param>
public sealed record SqliteSalvage(string Path, int Orders, int UnreadableRows, bool IsKeyLost);
