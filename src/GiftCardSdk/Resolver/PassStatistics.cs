using System.Collections.Concurrent;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>What is counted during one pass, by many looks at a time.</summary>
internal sealed class PassStatistics
{
    private readonly ConcurrentDictionary<OrderIdentity, OrderJournalState> _states = new();
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

    /// <summary>How many are open at the end of the pass, by account and state (Unknown or Parked).</summary>
    public IEnumerable<((string Provider, string Account, OrderJournalState State) Key, int Count)> Open =>
        _states
            .Select(order => (order.Key.Provider, order.Key.Account, State: order.Value == Sending ? Unknown : order.Value))
            .Where(order => order.State is Unknown or Parked)
            .CountBy(order => order)
            .Select(count => (count.Key, count.Value));

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

    public void Listed(JournalEntry entry) => _states[entry.Identity] = entry.State;

    public void NeedsCaller() => Interlocked.Increment(ref _needCaller);

    public void HasNoAccount() => Interlocked.Increment(ref _withoutAccount);

    public void IsInOtherHands() => Interlocked.Increment(ref _inOtherHands);

    /// <summary>It was looked up, and this is how it now stands.</summary>
    public void Looked(JournalEntry entry, bool hasEnded)
    {
        _states[entry.Identity] = entry.State;
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
