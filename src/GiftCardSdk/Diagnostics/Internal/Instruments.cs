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
    private readonly Gauge<double> _oldest;
    private readonly Counter<long> _ended;
    private readonly Counter<double> _faceValue;
    private readonly Counter<double> _cost;
    private readonly Gauge<long> _circuitOpen;
    private readonly Counter<long> _webhooks;
    private readonly Histogram<double> _eventsLag;
    private readonly Gauge<double> _balance;
    private readonly Gauge<double> _runway;
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
        RateLimited = meter.CreateCounter<long>(GiftCardTelemetry.RateLimited, "{answer}", "Answers 429.");
        _circuitOpen = meter.CreateGauge<long>(GiftCardTelemetry.CircuitOpen, "{circuit}", "Whether nothing is sent for now.");
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
        _ended = meter.CreateCounter<long>(GiftCardTelemetry.OrdersEnded, "{order}", "Orders that were placed, and what became of them.");
        // The currency is a tag, so the unit is not.
        _faceValue = meter.CreateCounter<double>(GiftCardTelemetry.OrdersFaceValue, "{money}", "Face value of what was bought.");
        _cost = meter.CreateCounter<double>(GiftCardTelemetry.OrdersCost, "{money}", "What was paid, where the provider says so.");
        _webhooks = meter.CreateCounter<long>(GiftCardTelemetry.WebhooksReceived, "{delivery}", "Deliveries of webhooks.");
        _eventsLag = meter.CreateHistogram(
            GiftCardTelemetry.EventsLag,
            "s",
            "From the reception of an event until every handler was done with it.",
            tags: null,
            advice
        );
        _oldest = meter.CreateGauge<double>(GiftCardTelemetry.OrdersOldest, "s", "Age of the oldest order whose end is open.");
        _open = meter.CreateGauge<long>(GiftCardTelemetry.OrdersOpen, "{order}", "Orders whose end is open after a pass of the resolver.");
        _balance = meter.CreateGauge<double>(
            GiftCardTelemetry.BalanceAvailable,
            null,
            "What can be spent, in major units of its currency."
        );
        _runway = meter.CreateGauge<double>(GiftCardTelemetry.BalanceRunway, "h", "How long it lasts at the present rate of spending.");
    }

    public static ActivitySource Source { get; } = new(GiftCardTelemetry.ActivitySourceName);

    public Histogram<double> OperationDuration { get; }

    public Histogram<double> RateLimitWait { get; }

    public Counter<long> Retries { get; }

    public Counter<long> RateLimited { get; }

    /// <summary>Says whether an account's circuit is open.</summary>
    public void Circuit(string provider, string account, bool isOpen) =>
        Quietly(() => _circuitOpen.Record(isOpen ? 1 : 0, Tags(provider, account)));

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

    /// <summary>An order that was placed here has come to an end, or the time for finding it out is up.</summary>
    public void OrderEnded(OrderIdentity order, OrderJournalState state) =>
        Quietly(() => _ended.Add(1, Tags(order.Provider, order.Account, state)));

    /// <summary>Whether anybody hears of ordered money.</summary>
    public bool CountsOrders => _ended.Enabled || _faceValue.Enabled || _cost.Enabled;

    /// <summary>Money was spent. What it cost is null where the provider does not say.</summary>
    public void Bought(OrderIdentity order, IEnumerable<Money> faceValues, Money? cost = null) =>
        Quietly(() =>
        {
            foreach (var value in faceValues)
            {
                _faceValue.Add((double)value.Amount, Tags(order, value.Currency));
            }

            if (cost is { } paid)
            {
                _cost.Add((double)paid.Amount, Tags(order, paid.Currency));
            }
        });

    /// <summary>A delivery of a webhook was answered. Of a stranger no account is named.</summary>
    public void WebhookAnswered(string? account, string? verdict, int status) =>
        Quietly(() =>
            _webhooks.Add(
                1,
                new TagList
                {
                    { GiftCardTelemetry.AccountTag, account },
                    { GiftCardTelemetry.WebhookVerdictTag, verdict },
                    { GiftCardTelemetry.StatusTag, status },
                }
            )
        );

    /// <summary>Every handler is done with an event.</summary>
    public void EventHandled(string provider, string account, TimeSpan lag) =>
        Quietly(() => _eventsLag.Record(lag.TotalSeconds, Tags(provider, account)));

    /// <summary>Sets how many orders are open, and the age of the oldest; what is not named any more is zero.</summary>
    public void OpenOrders(
        IEnumerable<((string Provider, string Account, OrderJournalState State) Key, (int Count, TimeSpan Oldest) Open)> open
    )
    {
        var orders = open.ToDictionary(entry => entry.Key, entry => entry.Open);
        foreach (var key in orders.Keys)
        {
            _everOpen.TryAdd(key, true);
        }

        foreach (var key in _everOpen.Keys)
        {
            var (count, oldest) = orders.GetValueOrDefault(key);
            var tags = Tags(key.Provider, key.Account, key.State);
            Quietly(() => _open.Record(count, tags));
            Quietly(() => _oldest.Record(oldest.TotalSeconds, tags));
        }
    }

    /// <summary>Sets what an account can spend, and how long that lasts if it is known.</summary>
    public void BalanceRead(string provider, string account, Money available, TimeSpan? runway)
    {
        var tags = new TagList
        {
            { GiftCardTelemetry.ProviderTag, provider },
            { GiftCardTelemetry.AccountTag, account },
            { GiftCardTelemetry.CurrencyTag, available.Currency },
        };
        Quietly(() => _balance.Record((double)available.Amount, tags));
        if (runway is { } left)
        {
            Quietly(() => _runway.Record(left.TotalHours, tags));
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

    private static TagList Tags(string provider, string account) =>
        new() { { GiftCardTelemetry.ProviderTag, provider }, { GiftCardTelemetry.AccountTag, account } };

    private static TagList Tags(string provider, string account, OrderJournalState state)
    {
        var tags = Tags(provider, account);
        tags.Add(GiftCardTelemetry.StateTag, state.ToString());
        return tags;
    }

    private static TagList Tags(OrderIdentity order, string currency)
    {
        var tags = Tags(order.Provider, order.Account);
        tags.Add(GiftCardTelemetry.CurrencyTag, currency);
        return tags;
    }

    public void Dispose() => _own?.Dispose();
}
