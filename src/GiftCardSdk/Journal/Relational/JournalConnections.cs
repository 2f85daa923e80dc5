using System.Data.Common;

namespace GiftCardSdk.Journal.Relational;

/// <summary>Where the journal's connections come from, and what is known of that place.</summary>
public abstract class JournalConnections : IAsyncDisposable
{
    /// <summary>Whether connections are kept open by the journal; otherwise each is given back after its statement, to a driver that pools.</summary>
    public virtual bool AreKept => false;

    /// <summary>The id by which other processes with the same journal know this one; null if the coordinator makes one.</summary>
    public virtual string? OwnerId => null;

    /// <summary>The schema that the tables lie in, once a connection was opened; null for the one that the connection finds by itself.</summary>
    public virtual string? Schema => null;

    /// <summary>A connection of the journal's own that is open, outside the caller's transactions.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The connection, and what is disposed of to give it back.</returns>
    public abstract ValueTask<OpenConnection> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Called before each write; throws if what would be written could not be found again, such as in a file that was removed.</summary>
    public virtual void EnsureWritable() { }

    /// <summary>Whether another process is over for certain, so that what it was sending has ended. False in doubt.</summary>
    /// <param name="owner">Its <see cref="OwnerId"/>.</param>
    /// <returns>True if it is known to have ended.</returns>
    public virtual bool HasEnded(string owner) => false;

    /// <summary>
    /// Called when the journal is opened and its tables are there: how many commits it has had, if the database is older than that, such as a backup that
    /// was put back. What is known beside the database must have been read before the database was, since others may go on meanwhile.
    /// </summary>
    /// <param name="written">How many commits the database knows of, and the journal's own id.</param>
    /// <returns>The number; null if the database is not older.</returns>
    public virtual long? CommitsBefore(JournalMark written) => null;

    /// <summary>Called when the journal has been opened and after commits; what outlives the database's file may be written down, seldom.</summary>
    /// <param name="written">How many writes the database knows of.</param>
    public virtual void Committed(JournalMark written) { }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A connection and whoever it is given back to.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Owner">Disposed of when the connection is not needed any more: the connection itself, or what holds it.</param>
public readonly record struct OpenConnection(DbConnection Connection, IAsyncDisposable Owner);

/// <summary>How far a journal has come.</summary>
/// <param name="JournalId">The journal's own id: made once with its tables.</param>
/// <param name="Commits">How many commits it has had.</param>
public readonly record struct JournalMark(string JournalId, long Commits);
