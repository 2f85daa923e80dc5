using GiftCardSdk.Huuray;
using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What an orchestrator hears of accounts, money, orders and the journal.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task All_is_well_at_first()
    {
        await using var stage = await HealthStage.StartAsync(options => options.Floors.Add(new("huuray", Money.Of(1, "SEK"))));

        var report = await stage.CheckAsync();

        report.Status.ShouldBe(HealthStatus.Healthy);
        report.Entries.Keys.ShouldBe(
            [
                "giftcards.account.huuray",
                "giftcards.balances",
                "giftcards.circuits",
                "giftcards.inbox",
                "giftcards.journal",
                "giftcards.orders",
            ],
            ignoreOrder: true
        );
        report.Entries.Values.ShouldAllBe(entry => entry.Tags.Contains("giftcards", StringComparer.Ordinal));
        report.Entries["giftcards.balances"].Data["huuray SEK"].ShouldBe(9_000_000m);
    }

    [Fact]
    public async Task Refused_credentials_are_unhealthy_and_are_not_shown()
    {
        await using var stage = await HealthStage.StartAsync();
        var (token, secret) = (stage.Twin.ApiToken, stage.Twin.ApiSecret);
        stage.Twin.SetApiCredentials();

        var entry = (await stage.CheckAsync()).Entries["giftcards.account.huuray"];

        entry.Status.ShouldBe(HealthStatus.Unhealthy);
        entry.Data["error"].ShouldBe("Unauthorized");
        var shown = $"{entry.Description} {entry.Exception} {string.Join(' ', entry.Data.Values)}";
        (shown.Contains(token, StringComparison.Ordinal) || shown.Contains(secret, StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_as_bad_as_the_application_says()
    {
        await using var stage = await HealthStage.StartAsync(options => options.Reachability = HealthStatus.Unhealthy);
        stage.Twin.Faults.Add(
            new Fault
            {
                Operation = "balance.get",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Status = 400,
            }
        );

        var entry = (await stage.CheckAsync()).Entries["giftcards.account.huuray"];

        entry.Status.ShouldBe(HealthStatus.Unhealthy);
        entry.Description.ShouldNotBeNull().ShouldStartWith("'huuray' cannot be read: ");
    }

    [Fact]
    public async Task A_provider_is_asked_once_a_period_however_often_the_checks_run()
    {
        await using var stage = await HealthStage.StartAsync(options => options.Floors.Add(new("huuray", Money.Of(1, "EUR"))));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.CheckAsync()));
        var first = stage.Twin.Requests.Count("balance.get");

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.CheckAsync();

        (first, stage.Twin.Requests.Count("balance.get")).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_balance_below_its_floor_is_told_with_its_figure_and_ends_when_it_is_filled()
    {
        await using var stage = await HealthStage.StartAsync(options => options.Floors.Add(new("huuray", Money.Of(100, "SEK"))));
        stage.Twin.SetBalance("SEK", 9_950);

        var low = (await stage.CheckAsync()).Entries["giftcards.balances"];
        stage.Twin.SetBalance("SEK", 10_000);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        var filled = (await stage.CheckAsync()).Entries["giftcards.balances"];

        (low.Status, low.Data["huuray SEK"]).ShouldBe((HealthStatus.Degraded, 99.50m));
        low.Description.ShouldBe($"huuray holds {Money.Of(99.50m, "SEK")}, less than {Money.Of(100, "SEK")}.");
        filled.Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_floor_of_an_account_that_does_not_exist_is_told()
    {
        await using var stage = await HealthStage.StartAsync(options => options.Floors.Add(new("hurray", Money.Of(100, "SEK"))));

        var entry = (await stage.CheckAsync()).Entries["giftcards.balances"];

        (entry.Status, entry.Description).ShouldBe((HealthStatus.Degraded, "there is no account 'hurray'."));
    }

    [Fact]
    public async Task An_open_circuit_is_named()
    {
        await using var stage = await HealthStage.StartAsync();
        stage.Twin.Faults.Add(new Fault { Operation = "order.create", Kind = FaultKind.ServerErrorBeforeCommit });
        var api = (IHuurayApi)stage.Account.GetService(typeof(IHuurayApi))!;
        for (var call = 0; call < 20; call++)
        {
            await Should.ThrowAsync<GiftCardException>(() => api.CreateOrderAsync(HealthStage.NewOrder));
        }

        var entry = (await stage.CheckAsync("giftcards.circuits")).Entries.Values.Single();

        (entry.Status, entry.Description).ShouldBe((HealthStatus.Degraded, "Open: huuray."));
        entry.Data.Keys.ShouldBe(["huuray"]);
    }

    [Fact]
    public async Task An_order_whose_end_is_unknown_is_told_when_it_is_old()
    {
        await using var stage = await HealthStage.StartAsync();
        await stage.LeaveOpenAsync("unknown-1", OrderJournalState.Unknown);

        var young = (await stage.CheckAsync()).Entries["giftcards.orders"];
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        var old = (await stage.CheckAsync()).Entries["giftcards.orders"];

        (young.Status, young.Data["unresolved"]).ShouldBe((HealthStatus.Healthy, 1));
        (old.Status, old.Data["unresolved.oldest.seconds"]).ShouldBe((HealthStatus.Degraded, 900d));
    }

    [Fact]
    public async Task An_order_that_waits_for_a_person_is_told_at_once()
    {
        await using var stage = await HealthStage.StartAsync();
        await stage.LeaveOpenAsync("parked-1", OrderJournalState.Parked);

        var entry = (await stage.CheckAsync()).Entries["giftcards.orders"];

        (entry.Status, entry.Description).ShouldBe((HealthStatus.Degraded, "0 unresolved, 1 waiting for a person."));
    }

    [Fact]
    public async Task An_event_that_is_overdue_is_told()
    {
        await using var stage = await HealthStage.StartAsync();
        await stage.AddEventAsync();

        var inTime = (await stage.CheckAsync()).Entries["giftcards.inbox"];
        stage.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = (await stage.CheckAsync()).Entries["giftcards.inbox"];

        inTime.Status.ShouldBe(HealthStatus.Healthy);
        (late.Status, late.Data["overdue"]).ShouldBe((HealthStatus.Degraded, 1));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_unhealthy()
    {
        await using var stage = await HealthStage.StartAsync(services: services => new FailingRecords { IsDown = true }.AddTo(services));

        var entry = (await stage.CheckAsync()).Entries["giftcards.journal"];

        (entry.Status, entry.Data["error"]).ShouldBe((HealthStatus.Unhealthy, "OrderJournalException"));
    }

    /// <summary>An application with one account at Huuray's twin, and its health checks, on a manual clock.</summary>
    private sealed class HealthStage(GiftCardSandbox sandbox, ServiceProvider services, ManualTimeProvider clock) : IAsyncDisposable
    {
        public ManualTimeProvider Clock => clock;

        public HuurayTwin Twin => sandbox.Huuray;

        public IGiftCardAccount Account => services.GetRequiredService<IGiftCards>().GetAccount("huuray");

        public static HuurayNewOrder NewOrder { get; } =
            new()
            {
                Product = new()
                {
                    Token = "pt-nord-kaffe-se",
                    Value = 25_000,
                    Currency = "SEK",
                    Quantity = 1,
                },
                Sync = true,
            };

        public static async Task<HealthStage> StartAsync(
            Action<GiftCardHealthOptions>? configure = null,
            Action<IServiceCollection>? services = null
        )
        {
            var clock = new ManualTimeProvider();
            var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
            var collection = new ServiceCollection();
            var (address, token, secret) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret);
            collection.AddLogging().AddSingleton<TimeProvider>(clock);
            services?.Invoke(collection);
            collection
                .AddGiftCards()
                .AddHuuray(options => (options.BaseAddress, options.ApiToken, options.ApiSecret) = (address, token, secret));
            collection.AddHealthChecks().AddGiftCards(configure);
            return new(sandbox, collection.BuildServiceProvider(), clock);
        }

        public Task<HealthReport> CheckAsync(string? only = null) =>
            services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => only is null || check.Name == only);

        /// <summary>What a process that died has left in the journal.</summary>
        public async Task LeaveOpenAsync(string reference, OrderJournalState state)
        {
            var now = clock.GetUtcNow();
            var identity = new OrderIdentity("huuray", GiftCardEnvironment.Sandbox, "huuray", OrderIdentity.PlaceOrder, reference);
            var entry = new JournalEntry
            {
                Identity = identity,
                ProviderKey = reference,
                Fingerprint = "v2:key:0",
                State = state,
                FirstSentAt = now,
                LastSentAt = now,
                Attempt = 1,
                CreatedAt = now,
                UpdatedAt = now,
            };
            (await services.GetRequiredService<IOrderJournal>().TryAddAsync(entry)).ShouldBeTrue();
        }

        /// <summary>An event that no handler has taken.</summary>
        public async Task AddEventAsync()
        {
            var now = clock.GetUtcNow();
            var record = new JournalRecord
            {
                Kind = "webhook",
                Id = "event-1",
                Group = "open",
                DueAt = now,
                CreatedAt = now,
                UpdatedAt = now,
                Body = "{}",
            };
            (await services.GetRequiredService<IJournalRecords>().TryAddAsync(record)).ShouldBeTrue();
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await sandbox.DisposeAsync();
        }
    }
}
