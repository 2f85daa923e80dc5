using GiftCardSdk.Journal;

namespace GiftCardSdk.TestHelpers;

/// <summary>Records that are somebody else's; a test says in which way they are not.</summary>
public abstract class ForwardingRecords(IJournalRecords inner) : IJournalRecords
{
    public virtual ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) =>
        inner.FindAsync(kind, id, cancellationToken);

    public virtual ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryAddAsync(record, cancellationToken);

    public virtual ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryUpdateAsync(record, cancellationToken);

    public virtual ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryRemoveAsync(record, cancellationToken);

    public virtual IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);

    public virtual ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default) =>
        inner.GetTimeAsync(cancellationToken);
}
