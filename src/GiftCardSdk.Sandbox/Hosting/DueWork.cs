namespace GiftCardSdk.Sandbox;

/// <summary>
/// Work that belongs to a later instant. Nothing runs in the background: whoever looks at the twin next first lets what is due happen, as
/// of the instant it was due. Guarded by the twin's lock.
/// </summary>
internal sealed class DueWork
{
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset Due, long Sequence)> _queue = new();
    private long _sequence;

    public void Add(DateTimeOffset due, Action<DateTimeOffset> work) => _queue.Enqueue(work, (due, ++_sequence));

    /// <summary>When the next work is due; null if there is none.</summary>
    public DateTimeOffset? Next => _queue.TryPeek(out _, out var at) ? at.Due : null;

    public void RunUntil(DateTimeOffset now)
    {
        while (_queue.TryPeek(out var work, out var at) && at.Due <= now)
        {
            _queue.Dequeue();
            work(at.Due);
        }
    }
}
