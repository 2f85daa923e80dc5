using System.Collections.Concurrent;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>What is counted during one pass, by many looks at a time.</summary>
internal sealed class PassStatistics
{
    private readonly ConcurrentDictionary<OrderIdentity, (OrderJournalState State, DateTimeOffset Since)> _states = new();
    private int _lookedAt;
    private int _accepted;
    private int _absent;
    private int _parked;
    private int _stillUnknown;
    private int _needCaller;
    private int _withoutAccount;
    private int _inOtherHands;

    /// <summary>Every order that was listed.</summary>
    public IReadOnlySet<OrderIdentity> Seen => _states.Keys.ToHashSet();

    /// <summary>How many are open at the end of the pass, and how old the oldest is, by account and state (Unknown or Parked).</summary>
    public IEnumerable<((string Provider, string Account, OrderJournalState State) Key, (int Count, TimeSpan Oldest) Open)> OpenAt(
        DateTimeOffset now
    ) =>
        _states
            .Where(order => order.Value.State is Sending or Unknown or Parked)
            .GroupBy(
                order => (order.Key.Provider, order.Key.Account, order.Value.State == Parked ? Parked : Unknown),
                order => now - order.Value.Since
            )
            .Select(ages => (ages.Key, (ages.Count(), ages.Max())));

    public ResolveSummary Summary =>
        new()
        {
            LookedAt = _lookedAt,
            Accepted = _accepted,
            Absent = _absent,
            Parked = _parked,
            StillUnknown = _stillUnknown,
            NeedCaller = _needCaller,
            WithoutAccount = _withoutAccount,
            InOtherHands = _inOtherHands,
        };

    public void Listed(JournalEntry entry) => _states[entry.Identity] = (entry.State, entry.FirstSentAt ?? entry.CreatedAt);

    public void NeedsCaller() => Interlocked.Increment(ref _needCaller);

    public void HasNoAccount() => Interlocked.Increment(ref _withoutAccount);

    public void IsInOtherHands() => Interlocked.Increment(ref _inOtherHands);

    /// <summary>It was looked up, and this is how it now stands.</summary>
    public void Looked(JournalEntry entry, bool hasEnded)
    {
        Listed(entry);
        Interlocked.Increment(ref _lookedAt);
        _ = (entry.State, hasEnded) switch
        {
            (Accepted, true) => Interlocked.Increment(ref _accepted),
            (Absent, true) => Interlocked.Increment(ref _absent),
            (Parked, true) => Interlocked.Increment(ref _parked),
            (Sending or Unknown, _) => Interlocked.Increment(ref _stillUnknown),
            _ => 0,
        };
    }
}
