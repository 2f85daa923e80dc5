using GiftCardSdk.Journal;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>
/// A journal in front of another one; by itself it changes nothing but that several processes may use it. It awaits each answer, since Coyote spoils
/// what passes a <see cref="ValueTask"/> of a rewritten assembly on.
/// </summary>
internal class SharedJournal(IOrderJournal inner) : IOrderJournal
{
    public bool IsDurable => inner.IsDurable;

    public virtual bool IsExclusive => false;

    public async ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        await inner.GetFingerprintKeyAsync(cancellationToken);

    public async ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
        await inner.FindAsync(identity, cancellationToken);

    public virtual async ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        await inner.TryAddAsync(entry, cancellationToken);

    public virtual async ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        await inner.TryUpdateAsync(entry, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);

    public async ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        await inner.DropTombstonesAsync(purgedBefore, cancellationToken);
}
