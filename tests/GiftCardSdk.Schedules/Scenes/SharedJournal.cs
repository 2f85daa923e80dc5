using GiftCardSdk.Ordering;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>A journal in front of another one; by itself it changes nothing but that several processes may use it.</summary>
internal class SharedJournal(IOrderJournal inner) : IOrderJournal
{
    public bool IsDurable => inner.IsDurable;

    public virtual bool IsExclusive => false;

    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        inner.GetFingerprintKeyAsync(cancellationToken);

    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
        inner.FindAsync(identity, cancellationToken);

    public virtual ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        inner.TryAddAsync(entry, cancellationToken);

    public virtual ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        inner.TryUpdateAsync(entry, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);

    public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        inner.DropTombstonesAsync(purgedBefore, cancellationToken);
}
