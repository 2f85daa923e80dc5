using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>Records as one of several processes sees them, which stops before it reads one kind until it is let on.</summary>
internal sealed class HeldRecords(IJournalRecords inner, string held) : IJournalRecords
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the process stands before that kind.</summary>
    public Task Reached => _reached.Task;

    public void LetOn() => _letOn.SetResult();

    public async ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default)
    {
        if (kind == held)
        {
            _reached.TrySetResult();
            await _letOn.Task;
        }

        return await inner.FindAsync(kind, id, cancellationToken);
    }

    public ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryAddAsync(record, cancellationToken);

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryUpdateAsync(record, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        inner.TryRemoveAsync(record, cancellationToken);

    public IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);
}
