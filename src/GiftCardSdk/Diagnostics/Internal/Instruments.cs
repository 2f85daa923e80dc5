using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>The activity source and the instruments, once an application.</summary>
internal sealed class Instruments : IDisposable
{
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 100];

    private readonly Meter? _own;
    private readonly Counter<long> _oddMembers;
    private readonly Counter<long> _resolved;
    private readonly Gauge<long> _open;
    private readonly ConcurrentDictionary<(string Provider, string Account, OrderJournalState State), bool> _everOpen = new();
    private readonly ConcurrentDictionary<(string Provider, string Operation, string Member), bool> _everOdd = new();

    /// <param name="factory">The application's meters; null makes a meter of our own.</param>
    public Instruments(IMeterFactory? factory = null)
    {
        var meter = factory?.Create(new MeterOptions(GiftCardTelemetry.MeterName)) ?? (_own = new Meter(GiftCardTelemetry.MeterName));
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets };
        OperationDuration = meter.CreateHistogram(
            GiftCardTelemetry.OperationDuration,
            "s",
            "Duration of calls to providers, waits and retries included.",
            tags: null,
            advice
        );
        RateLimitWait = meter.CreateHistogram(
            GiftCardTelemetry.RateLimitWait,
            "s",
            "Waits for an account's rate limit.",
            tags: null,
            advice
        );
        Retries = meter.CreateCounter<long>(GiftCardTelemetry.Retries, "{retry}", "Reads that were sent once more.");
        _oddMembers = meter.CreateCounter<long>(
            GiftCardTelemetry.OddMembers,
            "{member}",
            "Members of answers that could not be read and were left out, or whose row was."
        );
        _resolved = meter.CreateCounter<long>(
            GiftCardTelemetry.OrdersResolved,
            "{order}",
            "Orders that nobody waited for and whose end was found out."
        );
        _open = meter.CreateGauge<long>(GiftCardTelemetry.OrdersOpen, "{order}", "Orders whose end is open after a pass of the resolver.");
    }

    public static ActivitySource Source { get; } = new(GiftCardTelemetry.ActivitySourceName);

    public Histogram<double> OperationDuration { get; }

    public Histogram<double> RateLimitWait { get; }

    public Counter<long> Retries { get; }

    /// <summary>Counts an odd member, and says whether it is the first time that this member of this operation is one.</summary>
    public bool MemberWasOdd(string provider, string account, string operation, string member, int count)
    {
        Quietly(() =>
            _oddMembers.Add(
                count,
                new TagList
                {
                    { GiftCardTelemetry.ProviderTag, provider },
                    { GiftCardTelemetry.AccountTag, account },
                    { GiftCardTelemetry.OperationTag, operation },
                    { GiftCardTelemetry.MemberTag, member },
                }
            )
        );
        return _everOdd.TryAdd((provider, operation, member), true);
    }

    public void OrderResolved(OrderIdentity order, OrderJournalState end) =>
        Quietly(() => _resolved.Add(1, Tags(order.Provider, order.Account, end)));

    /// <summary>Sets how many orders are open; what is not named any more is zero.</summary>
    public void OpenOrders(IEnumerable<((string Provider, string Account, OrderJournalState State) Key, int Count)> open)
    {
        var counts = open.ToDictionary(entry => entry.Key, entry => entry.Count);
        foreach (var key in counts.Keys)
        {
            _everOpen.TryAdd(key, true);
        }

        foreach (var (provider, account, state) in _everOpen.Keys)
        {
            Quietly(() => _open.Record(counts.GetValueOrDefault((provider, account, state)), Tags(provider, account, state)));
        }
    }

    /// <summary>A listener of the application that throws changes nothing of what is measured.</summary>
    public static void Quietly(Action report)
    {
        try
        {
            report();
        }
        catch (Exception)
        {
            // There is nowhere left to report it.
        }
    }

    private static TagList Tags(string provider, string account, OrderJournalState state) =>
        new()
        {
            { GiftCardTelemetry.ProviderTag, provider },
            { GiftCardTelemetry.AccountTag, account },
            { GiftCardTelemetry.StateTag, state.ToString() },
        };

    public void Dispose() => _own?.Dispose();
}
