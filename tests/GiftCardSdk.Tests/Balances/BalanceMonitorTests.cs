using System.Threading.Channels;
using GiftCardSdk.Adapters;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Tests.Diagnostics;
using GiftCardSdk.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.BalanceChange;

namespace GiftCardSdk.Tests.Balances;

/// <summary>A balance that runs low is told once, however often it is read.</summary>
public sealed class BalanceMonitorTests
{
    /// <summary>No other wait of the host is as long.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_crossing_is_told_once_and_coming_back_takes_a_little_more()
    {
        await using var watch = await Watch.StartAsync(options => options.AlertBelow("shop", Eur(100), recoversAt: Eur(120)), Eur(100));

        foreach (var available in (decimal[])[99.99m, 50, 100, 119.99m, 90, 120, 119, 100, 99])
        {
            await watch.ReadAsync(Eur(available));
        }

        watch
            .Told.Select(alert => (alert.Change, alert.Balance.Available))
            .ShouldBe([(Low, Eur(99.99m)), (Recovered, Eur(120)), (Low, Eur(99))]);
        var first = watch.Told[0];
        (first.Account, first.Provider, first.WhenShort).ShouldBe(("shop", "scripted", FundsShortage.Refuses));
        watch.Log.ShouldContain(line =>
            line.StartsWith("Warning 3000", StringComparison.Ordinal) && line.Contains("is low: 99.99 EUR can be spent")
        );
    }

    [Fact]
    public async Task Only_what_can_be_spent_counts()
    {
        await using var watch = await Watch.StartAsync(
            options => options.AlertBelow("shop", Eur(100)),
            new Balance
            {
                Available = Eur(99),
                Incoming = Eur(5000),
                Reserved = Eur(5000),
            }
        );

        watch.Told.ShouldHaveSingleItem().Change.ShouldBe(Low);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_has_no_low_balance()
    {
        await using var watch = await Watch.StartAsync(options => options.AlertBelow("shop", Eur(100)), Eur(500));

        for (var i = 0; i < 3; i++)
        {
            await watch.ReadAsync(new GiftCardException("Down.", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder));
        }

        watch.Told.ShouldBeEmpty();
        watch.Log.Count(line => line.Contains("could not be read (ProviderUnavailable)")).ShouldBe(1);
        await watch.ReadAsync(Eur(99));
        watch.Told.ShouldHaveSingleItem().Change.ShouldBe(Low);
    }

    [Fact]
    public async Task A_currency_that_the_provider_lists_no_more_holds_nothing()
    {
        await using var watch = await Watch.StartAsync(options => options.AlertBelow("shop", Money.Of(1, "USD")), Eur(500));

        var told = watch.Told.ShouldHaveSingleItem();
        (told.Change, told.Balance.Available).ShouldBe((Low, Money.Of(0, "USD")));
    }

    [Fact]
    public async Task How_long_a_balance_lasts_follows_from_what_was_spent_and_money_that_comes_in_is_no_negative_spending()
    {
        await using var watch = await Watch.StartAsync(
            options => options.AlertBelow("shop", Eur(0), runway: TimeSpan.FromHours(4)),
            Eur(1000)
        );

        // 10 EUR in five minutes for an hour; the 1,000 EUR that come in on the way hide those of one reading.
        for (var i = 1; i <= 12; i++)
        {
            await watch.ReadAsync(Eur(1000 - (10 * i) + (i >= 6 ? 1000 : 0)));
        }

        watch.Told.ShouldBeEmpty();
        watch.Metrics.Of(GiftCardTelemetry.BalanceRunway)[^1].ShouldStartWith("17.09");
        await watch.ReadAsync(Eur(470));

        // 1,520 EUR in 65 minutes.
        var told = watch.Told.ShouldHaveSingleItem();
        told.Change.ShouldBe(RunwayShort);
        told.Runway!.Value.TotalMinutes.ShouldBe(470.0 / 1520 * 65, 0.001);
        await watch.ReadAsync(Eur(7100));
        watch.Told[1].Change.ShouldBe(RunwayRecovered);
    }

    [Fact]
    public async Task What_was_spent_longer_ago_than_the_rate_is_measured_over_counts_no_more()
    {
        await using var watch = await Watch.StartAsync(
            options =>
            {
                options.RateOver = TimeSpan.FromHours(1);
                options.AlertBelow("shop", Eur(0), runway: TimeSpan.FromHours(1));
            },
            Eur(1000)
        );
        await watch.ReadAsync(Eur(100));
        for (var i = 0; i < 13; i++)
        {
            await watch.ReadAsync(Eur(100));
        }

        watch.Told.Select(alert => alert.Change).ShouldBe([RunwayShort, RunwayRecovered]);
        watch.Told[1].Runway.ShouldBe(TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task Where_a_provider_takes_orders_anyway_a_low_balance_is_no_warning_and_says_so()
    {
        await using var watch = await Watch.StartAsync(
            options => options.AlertBelow("shop", Eur(100)),
            Eur(1),
            FundsShortage.ConvertsOrParks
        );

        watch.Told.ShouldHaveSingleItem().WhenShort.ShouldBe(FundsShortage.ConvertsOrParks);
        var line = watch.Log.Single(static line => line.Contains("is low"));
        line.ShouldStartWith("Information 3000");
        line.ShouldContain("may convert from another balance, or take orders beyond it and wait for money");
    }

    [Fact]
    public async Task An_observer_that_fails_stops_neither_the_others_nor_the_watching()
    {
        await using var watch = await Watch.StartAsync(options => options.AlertBelow("shop", Eur(100)), Eur(99), isFailing: true);

        watch.Told.ShouldHaveSingleItem();
        watch.Log.ShouldContain(static line =>
            line.StartsWith("Error 3006", StringComparison.Ordinal) && line.Contains("Unruly failed with InvalidOperationException")
        );
        await watch.ReadAsync(Eur(500));
        watch.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_can_be_spent_is_a_gauge_by_account_and_currency()
    {
        await using var watch = await Watch.StartAsync(static _ => { }, Eur(99.5m));

        watch
            .Metrics.Of(GiftCardTelemetry.BalanceAvailable)
            .ShouldBe(["99.5 giftcards.account=shop giftcards.currency=EUR giftcards.provider=scripted"]);
        watch.Metrics.Of(GiftCardTelemetry.BalanceRunway).ShouldBeEmpty("nothing is known of the rate yet");
    }

    [Fact]
    public async Task The_last_readings_are_there_for_whoever_shows_them()
    {
        await using var watch = await Watch.StartAsync(static _ => { }, Eur(500));
        for (var i = 1; i <= BalanceReadings.MostKept; i++)
        {
            await watch.ReadAsync(Eur(500 - i));
        }

        var readings = watch.Readings.Of("shop", "EUR");
        readings.Count.ShouldBe(BalanceReadings.MostKept);
        readings.Select(reading => reading.Balance.Available).ShouldBe(Enumerable.Range(1, 300).Select(i => Eur(500 - i)));
        // 12 EUR an hour.
        readings[^1].Runway!.Value.TotalHours.ShouldBe(200 / 12.0, 0.1);
        watch.Readings.Latest.ShouldBe([readings[^1]]);
        watch.Readings.Of("shop", "USD").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_threshold_of_an_account_that_is_not_there_is_refused_at_the_start()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            Watch.StartAsync(options => options.AlertBelow("shpo", Eur(100)), Eur(1))
        );

        failure.Message.ShouldContain("'shpo'");
        failure.Message.ShouldContain("there is 'shop'");
    }

    [Fact]
    public void Thresholds_that_make_no_sense_are_refused_with_what_would_be_right()
    {
        var options = new BalanceMonitorOptions();

        Should.Throw<ArgumentException>(() => options.AlertBelow("shop", Eur(-1))).Message.ShouldContain("zero or more is expected");
        Should
            .Throw<ArgumentException>(() => options.AlertBelow("shop", Eur(100), Eur(100)))
            .Message.ShouldContain("more of the same currency is expected");
        Should.Throw<ArgumentException>(() => options.AlertBelow("shop", Eur(100), Money.Of(200, "USD"))).ParamName.ShouldBe("recoversAt");
        Should.Throw<ArgumentException>(() => options.AlertBelow("shop", Eur(100), runway: TimeSpan.Zero)).ParamName.ShouldBe("runway");
        options.AlertBelow("shop", Eur(100)).Thresholds.ShouldHaveSingleItem().RecoversAt.ShouldBe(Eur(110));
    }

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");

    /// <summary>A host with a monitor, on a clock of its own: one reading at the start, and one whenever the test says so.</summary>
    private sealed class Watch : IAsyncDisposable, IBalanceObserver
    {
        private readonly ManualTimeProvider _clock = new();
        private readonly PassClock _passes;
        private readonly Till _till;
        private readonly IHost _host;
        private readonly List<BalanceAlert> _told = [];
        private readonly LogCollector _log = new();

        private Watch(Action<BalanceMonitorOptions> configure, Till till, bool isFailing)
        {
            _till = till;
            _passes = new(_clock, Interval);
            var host = Host.CreateApplicationBuilder();
            host.Logging.ClearProviders().AddProvider(_log);
            host.Services.AddSingleton<TimeProvider>(_passes);
            if (isFailing)
            {
                host.Services.AddSingleton<IBalanceObserver, Unruly>();
            }

            host.Services.AddSingleton<IBalanceObserver>(this);
            host.Services.AddGiftCards()
                .AddAccount(new("shop", "scripted", static _ => GiftCardEnvironment.Sandbox, _ => till))
                .MonitorBalances(options =>
                {
                    options.Interval = Interval;
                    configure(options);
                });
            _host = host.Build();
            Metrics = new(_host.Services);
        }

        public List<BalanceAlert> Told => _told;

        public IReadOnlyCollection<string> Log => _log.Lines;

        public MetricCollector Metrics { get; }

        public BalanceReadings Readings => _host.Services.GetRequiredService<BalanceReadings>();

        public static Task<Watch> StartAsync(
            Action<BalanceMonitorOptions> configure,
            Money first,
            FundsShortage whenShort = FundsShortage.Refuses,
            bool isFailing = false
        ) => StartAsync(configure, new Balance { Available = first }, whenShort, isFailing);

        public static async Task<Watch> StartAsync(
            Action<BalanceMonitorOptions> configure,
            Balance first,
            FundsShortage whenShort = FundsShortage.Refuses,
            bool isFailing = false
        )
        {
            var watch = new Watch(configure, new(whenShort), isFailing);
            watch._till.Next(first);
            await watch._host.StartAsync();
            await watch._passes.EndsAsync();
            return watch;
        }

        public Task ReadAsync(Money available) => ReadAsync(new Balance { Available = available });

        public async Task ReadAsync(object next)
        {
            _till.Next(next);
            _clock.Advance(Interval);
            await _passes.EndsAsync();
        }

        public ValueTask OnBalanceAsync(BalanceAlert alert, CancellationToken cancellationToken = default)
        {
            _told.Add(alert);
            return default;
        }

        public async ValueTask DisposeAsync()
        {
            await _host.StopAsync();
            Metrics.Dispose();
            _host.Dispose();
            _log.Dispose();
        }
    }

    /// <summary>A provider whose balance is what the test says next.</summary>
    private sealed class Till(FundsShortage whenShort) : GiftCardAdapter
    {
        private readonly Channel<object> _next = Channel.CreateUnbounded<object>();

        public override string Provider => "scripted";

        public override Capabilities Capabilities { get; } =
            new()
            {
                Features = new HashSet<GiftCardFeature> { GiftCardFeature.Balances },
                WhenFundsAreShort = whenShort,
            };

        public void Next(object answer) => _next.Writer.TryWrite(answer);

        public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken)
        {
            var answer = await _next.Reader.ReadAsync(cancellationToken);
            return answer is Balance balance ? [balance] : throw (Exception)answer;
        }
    }

    private sealed class Unruly : IBalanceObserver
    {
        public ValueTask OnBalanceAsync(BalanceAlert alert, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Broken.");
    }
}
