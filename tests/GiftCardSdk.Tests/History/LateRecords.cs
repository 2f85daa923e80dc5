using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.History;

/// <summary>Records whose writer of one kind is overtaken just before it adds one.</summary>
internal sealed class LateRecords(string kind) : IJournalRecords
{
    private readonly IJournalRecords _inner = new InMemoryOrderJournal().Records!;

    /// <summary>What happens meanwhile.</summary>
    public Func<Task>? BeforeAdd { get; set; }

    public async ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default)
    {
        if (record.Kind == kind && BeforeAdd is { } meanwhile)
        {
            await meanwhile();
        }

        return await _inner.TryAddAsync(record, cancellationToken);
    }

    public ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(kind, id, cancellationToken);

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        _inner.TryUpdateAsync(record, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        _inner.TryRemoveAsync(record, cancellationToken);

    public IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default) =>
        _inner.ListAsync(query, cancellationToken);
}
