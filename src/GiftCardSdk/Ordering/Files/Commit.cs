namespace GiftCardSdk.Ordering.Files;

/// <summary>One record on its way to the disk.</summary>
/// <param name="hash">Whose it is.</param>
/// <param name="entry">The entry that it holds; null if the order is forgotten.</param>
/// <param name="record">Its bytes.</param>
internal sealed class Commit(IdentityHash hash, JournalEntry? entry, ReadOnlyMemory<byte> record) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource _done = new();

    public IdentityHash Hash { get; } = hash;

    public JournalEntry? Entry { get; } = entry;

    public ReadOnlyMemory<byte> Record { get; } = record;

    /// <summary>Whether a send waits for it.</summary>
    public bool IsSend => Entry is { State: OrderJournalState.Sending };

    /// <summary>Where it lies in the file; set by the writer.</summary>
    public long Offset { get; set; }

    /// <summary>Why it is not known whether it is on the disk; set by the writer.</summary>
    public OrderJournalException? Failure { get; set; }

    /// <summary>Completes when it is on the disk, or fails if that is not known.</summary>
    public Task Done => _done.Task;

    /// <summary>Tells those who wait, and goes on with their work.</summary>
    public void Complete() => _ = Failure is null ? _done.TrySetResult() : _done.TrySetException(Failure);

    /// <summary>Tells those who wait, on another thread.</summary>
    public void CompleteElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    void IThreadPoolWorkItem.Execute() => Complete();
}
