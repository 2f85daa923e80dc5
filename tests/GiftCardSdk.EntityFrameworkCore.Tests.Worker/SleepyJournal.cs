using GiftCardSdk.Journal;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The journal, with a gap before and after the entry of a new order.</summary>
internal sealed class SleepyJournal(IOrderJournal inner, Sleeper sleeper) : IOrderJournal
{
    public bool IsDurable => inner.IsDurable;

    public bool IsExclusive => inner.IsExclusive;

    public string? OwnerId => inner.OwnerId;

    public IJournalRecords? Records => inner.Records;

    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        inner.GetFingerprintKeyAsync(cancellationToken);

    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
        inner.FindAsync(identity, cancellationToken);

    public async ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        sleeper.Pass(Gap.BeforeJournal);
        var isAdded = await inner.TryAddAsync(entry, cancellationToken);
        sleeper.Pass(Gap.AfterJournal);
        return isAdded;
    }

    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        inner.TryUpdateAsync(entry, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);

    public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        inner.DropTombstonesAsync(purgedBefore, cancellationToken);

    public ValueTask<bool> TryLeaseAsync(string account, string holder, TimeSpan life, CancellationToken cancellationToken = default) =>
        inner.TryLeaseAsync(account, holder, life, cancellationToken);
}
