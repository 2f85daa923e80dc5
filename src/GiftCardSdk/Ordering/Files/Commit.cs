namespace GiftCardSdk.Ordering.Files;

/// <summary>One record on its way to the disk.</summary>
/// <param name="hash">Whose it is.</param>
/// <param name="entry">The entry that it holds; null if the order is forgotten.</param>
/// <param name="record">Its bytes.</param>
internal sealed class Commit(IdentityHash hash, JournalEntry? entry, ReadOnlyMemory<byte> record)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IdentityHash Hash { get; } = hash;

    public JournalEntry? Entry { get; } = entry;

    public ReadOnlyMemory<byte> Record { get; } = record;

    /// <summary>Where it lies in the file; set by the writer.</summary>
    public long Offset { get; set; }

    /// <summary>Completes when it is on the disk, or fails if that is not known.</summary>
    public Task Done => _done.Task;

    public void Succeed() => _done.TrySetResult();

    public void Fail(OrderJournalException failure) => _done.TrySetException(failure);
}
