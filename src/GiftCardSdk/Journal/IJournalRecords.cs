namespace GiftCardSdk.Journal;

/// <summary>
/// Small documents that are kept beside the orders, in the same place and as durable: deliveries of webhooks, what was spent of a limit, what
/// became of a card. Safe for use by many callers at once. None of them decides whether an order was sent: that is the journal's alone.
/// </summary>
/// <remarks>A write is durable, as far as the journal is, when its task has completed. One whose answer was lost is told by the version.</remarks>
public interface IJournalRecords
{
    /// <summary>Finds a record.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id among those of its kind; letter for letter.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The record as last written; null if there is none.</returns>
    /// <exception cref="OrderJournalException">The journal could not be read.</exception>
    ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default);

    /// <summary>Writes a new record, unless there is one of the same kind and id.</summary>
    /// <param name="record">The record; its version is 1.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was written is then not known.</param>
    /// <returns>False if there is one already; nothing was written then.</returns>
    /// <exception cref="OrderJournalException">The journal could not be written.</exception>
    ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default);

    /// <summary>Replaces a record, unless somebody else has replaced or removed it in the meantime.</summary>
    /// <param name="record">The record; its version is one above the stored one.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was written is then not known.</param>
    /// <returns>False if the stored version is another one, or there is none; nothing was written then.</returns>
    /// <exception cref="OrderJournalException">The journal could not be written.</exception>
    ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default);

    /// <summary>Removes a record, unless somebody has replaced it in the meantime.</summary>
    /// <param name="record">The record as it was read.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was removed is then not known.</param>
    /// <returns>False if the stored version is another one, or there is none; nothing was removed then.</returns>
    /// <exception cref="OrderJournalException">The journal could not be written.</exception>
    ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default);

    /// <summary>Streams records, oldest first; those written while it runs may or may not be among them.</summary>
    /// <param name="query">Which records.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The records.</returns>
    /// <exception cref="OrderJournalException">The journal could not be read.</exception>
    IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// The time by the clock of where the records are kept, which is one for all processes, whatever their own say. Spending limits count by it.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The time; null if there is no such clock, and each process goes by its own.</returns>
    /// <exception cref="OrderJournalException">It could not be asked.</exception>
    ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default);
}
