using System.Collections.Concurrent;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Since when this process knows that an order's last send has ended, on the monotonic clock: wall clocks jump, and what another process saw
/// proves nothing here. Holds only orders that are open, or were believed absent.
/// </summary>
internal sealed class QuietTimes(TimeProvider time)
{
    private readonly ConcurrentDictionary<OrderIdentity, (int Attempt, long Since)> _starts = new();

    /// <summary>A send has ended without a readable answer: the time starts anew.</summary>
    public void Restart(JournalEntry entry) => _starts[entry.Identity] = (entry.Attempt, time.GetTimestamp());

    /// <summary>Whatever was sent for this order without being written down had ended by a time of the monotonic clock.</summary>
    public void StartAt(JournalEntry entry, long since) => _starts[entry.Identity] = (entry.Attempt, since);

    /// <summary>A repeat was refused for certain: it changes nothing about the sends before it.</summary>
    public void Continue(JournalEntry entry)
    {
        if (_starts.TryGetValue(entry.Identity, out var start))
        {
            _starts[entry.Identity] = (entry.Attempt, start.Since);
        }
    }

    /// <summary>Whether it has passed; it starts now if this process sees this send for the first time.</summary>
    public bool IsOver(JournalEntry entry, TimeSpan quietTime)
    {
        if (!_starts.TryGetValue(entry.Identity, out var start) || start.Attempt != entry.Attempt)
        {
            _starts[entry.Identity] = start = (entry.Attempt, time.GetTimestamp());
        }

        return time.GetElapsedTime(start.Since) >= quietTime;
    }

    public void Forget(OrderIdentity identity) => _starts.TryRemove(identity, out _);
}
