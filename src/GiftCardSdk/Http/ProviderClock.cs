using System.Net.Http.Headers;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Http;

/// <summary>
/// The clock of a provider, as one account hears it: from the <c>Date</c> of answers that were readable as this provider's own, carried on by
/// this machine's monotonic clock. This machine's wall clock may be minutes off, and says nothing about the times that a provider writes.
/// </summary>
/// <remarks>
/// A gateway in between may write a <c>Date</c> of its own. So answers that come from a cache are passed over, the last few must agree, and times on
/// a provider's orders are compared with this clock only once an order that was made just now has shown that both fit. Safe for use by many
/// callers at once.
/// </remarks>
public sealed class ProviderClock
{
    /// <summary>How far a time of the provider's may lie before a first send and still be of that send: servers of one provider differ.</summary>
    public static TimeSpan Margin { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The last answers that have to agree.</summary>
    private const int KeptAnswers = 4;

    /// <summary>The orders made last that a list is held against.</summary>
    private const int KeptOrders = 32;

    /// <summary>How much the dates of answers may differ: servers differ a little, and answers travel.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>How far from the call that made it an order's time may lie; well within <see cref="Margin"/>.</summary>
    private static readonly TimeSpan OffByMost = TimeSpan.FromMinutes(2);

    /// <summary>The same of local times: no zone is farther from UTC. Well within the day that such times are uncertain by.</summary>
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14) + OffByMost;

    private readonly TimeProvider _time;
    private readonly long _begun;
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _offsets = new(KeptAnswers);
    private readonly Queue<(string Id, DateTimeOffset Since, DateTimeOffset Until)> _made = new(KeptOrders);
    private DateTimeOffset? _withZone;
    private DateTimeOffset? _withoutZone;
    private (long At, DateTimeOffset Date)? _last;

    internal ProviderClock(TimeProvider time)
    {
        _time = time;
        _begun = time.GetTimestamp();
    }

    /// <summary>The time there now, or a little earlier; null while the provider has not been heard, or the dates of its answers do not agree.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            lock (_gate)
            {
                return IsSteady() ? Earliest() : null;
            }
        }
    }

    /// <summary>
    /// An order was made just now. The time that the provider writes on it, in this answer or in a list that is read later, shows whether its times
    /// fit this clock; until one does, no time ends a <see cref="NewestFirstScan"/>.
    /// </summary>
    /// <param name="orderId">The provider's id of the order. Not one that a repeat was answered with, which may be older.</param>
    /// <param name="since">What <see cref="Now"/> was before the call that made it; null if that was not known: then it shows nothing.</param>
    /// <param name="made">When it was made, as the answer says; null if it does not.</param>
    public void Made(string orderId, DateTimeOffset? since, ProviderTime? made = null)
    {
        ArgumentNullException.ThrowIfNull(orderId);
        lock (_gate)
        {
            if (since is not { } begun || !IsSteady())
            {
                return;
            }

            while (_made.Count >= KeptOrders)
            {
                _made.Dequeue();
            }

            _made.Enqueue((orderId, begun, Earliest()));
        }

        Seen(orderId, made);
    }

    /// <summary>What the provider writes on an order; it is compared if this process has made it lately.</summary>
    internal void Seen(string orderId, ProviderTime? made)
    {
        lock (_gate)
        {
            var order = _made.FirstOrDefault(order => order.Id == orderId);
            if (made is not { } time || order.Id is null || !IsSteady())
            {
                return;
            }

            var (early, late) = (order.Since - time.Written, time.Written - order.Until);
            var fits = (early > late ? early : late) <= (time.HasZone ? OffByMost : FarthestZone);
            (_withZone, _withoutZone) = (time.HasZone, fits) switch
            {
                (true, true) => (_offsets.Min(), _withoutZone),
                (true, false) => (null, _withoutZone),
                (false, true) => (_withZone, _offsets.Min()),
                _ => (_withZone, (DateTimeOffset?)null),
            };
        }
    }

    /// <summary>Whether times of this kind have been seen to fit the clock as it goes now.</summary>
    internal bool Fits(bool withZone)
    {
        lock (_gate)
        {
            return (withZone ? _withZone : _withoutZone) is { } shown && IsSteady() && (_offsets.Min() - shown).Duration() <= Tolerance;
        }
    }

    /// <summary>An answer was read that is this provider's.</summary>
    internal void Hear(HttpResponseHeaders headers)
    {
        if (headers.Date is not { } date || headers.Age > TimeSpan.Zero)
        {
            return;
        }

        lock (_gate)
        {
            var now = _time.GetTimestamp();
            _last = (now, date);
            while (_offsets.Count >= KeptAnswers)
            {
                _offsets.Dequeue();
            }

            _offsets.Enqueue(date - _time.GetElapsedTime(_begun, now));
        }
    }

    /// <summary>The time there, by an answer that has come since then; null if there was none. Of a time that passed while this machine slept only such an answer can tell.</summary>
    /// <param name="timestamp">A timestamp of the monotonic clock.</param>
    internal DateTimeOffset? HeardSince(long timestamp)
    {
        lock (_gate)
        {
            return _last is { } last && last.At >= timestamp ? last.Date + _time.GetElapsedTime(last.At) : null;
        }
    }

    // All under the lock.
    private DateTimeOffset Earliest() => _offsets.Min() + _time.GetElapsedTime(_begun);

    private bool IsSteady() => _offsets.Count > 0 && _offsets.Max() - _offsets.Min() <= Tolerance;
}
