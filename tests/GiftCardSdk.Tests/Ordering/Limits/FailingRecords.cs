using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>Records on a disk that is full until it is said to work.</summary>
internal sealed class FailingRecords : IJournalRecords
{
    private readonly IJournalRecords _inner = new InMemoryOrderJournal().Records!;

    public bool IsWorking { get; set; }

    /// <summary>Whether what fails was written all the same.</summary>
    public bool LosesAnswers { get; init; }

    public ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(kind, id, cancellationToken);

    public ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        WriteAsync(() => _inner.TryAddAsync(record, cancellationToken));

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        WriteAsync(() => _inner.TryUpdateAsync(record, cancellationToken));

    public ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        WriteAsync(() => _inner.TryRemoveAsync(record, cancellationToken));

    public IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default) =>
        _inner.ListAsync(query, cancellationToken);

    private async ValueTask<bool> WriteAsync(Func<ValueTask<bool>> write)
    {
        if (IsWorking)
        {
            return await write();
        }

        if (LosesAnswers)
        {
            await write();
        }

        throw new OrderJournalException("The disk is full.");
    }
}
