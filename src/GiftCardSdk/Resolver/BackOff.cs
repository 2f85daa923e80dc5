using System.Collections.Concurrent;
using GiftCardSdk.Internal;

namespace GiftCardSdk.Resolver;

/// <summary>When each open order is looked up next: exponentially later, with jitter. Forgotten with the process, so that a restart looks at once.</summary>
internal sealed class BackOff(ResolverOptions options, TimeProvider time, JitterSource jitter)
{
    private const int MaxDoublings = 24;

    private readonly ConcurrentDictionary<OrderIdentity, (int Tries, long Since, TimeSpan Wait)> _waits = new();

    public bool IsDue(OrderIdentity identity) =>
        !_waits.TryGetValue(identity, out var last) || time.GetElapsedTime(last.Since) >= last.Wait;

    /// <summary>It was looked up to no avail.</summary>
    public void Postpone(OrderIdentity identity)
    {
        var tries = _waits.TryGetValue(identity, out var last) ? last.Tries + 1 : 1;
        var delay = options.FirstDelay * (1L << Math.Min(tries - 1, MaxDoublings));
        Wait(identity, tries, delay < options.MaxDelay ? delay : options.MaxDelay);
    }

    /// <summary>Nothing is expected of it any more.</summary>
    public void PostponeLong(OrderIdentity identity) => Wait(identity, 1, options.MaxDelay);

    /// <summary>Drops all orders but those that are still open.</summary>
    public void KeepOnly(IReadOnlySet<OrderIdentity> open)
    {
        foreach (var identity in _waits.Keys.Where(identity => !open.Contains(identity)))
        {
            _waits.TryRemove(identity, out _);
        }
    }

    // Between three and five quarters of the delay: many orders of one outage do not come back all at once.
    private void Wait(OrderIdentity identity, int tries, TimeSpan delay) =>
        _waits[identity] = (tries, time.GetTimestamp(), delay * (0.75 + (0.5 * jitter())));
}
