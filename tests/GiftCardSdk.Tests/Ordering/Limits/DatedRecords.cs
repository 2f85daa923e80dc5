using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>Records in a database that has a clock of its own.</summary>
internal sealed class DatedRecords(IJournalRecords inner, TimeProvider clock) : IJournalRecords
{
    public ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default) => new(clock.GetUtcNow());

    public ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) =>
        inner.FindAsync(kind, id, cancellationToken);

    public ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryAddAsync(record, cancellationToken);

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryUpdateAsync(record, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryRemoveAsync(record, cancellationToken);

    public IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);
}
