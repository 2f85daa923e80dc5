using GiftCardSdk.Huuray;
using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>
/// Two processes on one database, and a provider where a repeat buys again. One is suspended by SIGSTOP in the middle of an order, longer than
/// its lease lasts, while the other one places the same order.
/// </summary>
public sealed class SleepingProcessTests(PostgresServer server) : IAsyncLifetime
{
    private const string CreateOrder = "order.create";

    private static readonly OrderRequest Request = new()
    {
        Reference = "order-1",
        Lines = [new() { ProductId = Twin.Product, FaceValue = Money.Of(250, "SEK") }],
        Delivery = Delivery.Returned,
    };

    private readonly ConformanceClock _clock = new(TimeProvider.System.GetUtcNow().AddHours(1));
    private Processes _processes = null!;
    private GiftCardSandbox _sandbox = null!;
    private IServiceProvider _second = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Whether a process is suspended is asked of Linux.");
        _processes = new(server);
        _sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = _clock);
        _second = _processes.Start(_clock, builder => builder.AddTwin(_sandbox));
    }

    public async ValueTask DisposeAsync()
    {
        _processes?.Dispose();
        await (_sandbox?.DisposeAsync() ?? default);
    }

    [Theory]
    [InlineData("AfterJournal")]
    [InlineData("BeforeRequest")]
    [InlineData("BeforeConnect")]
    [InlineData("AfterConnect")]
    [InlineData("BeforeBody")]
    public async Task Asleep_before_its_last_check_it_does_not_send_what_it_had_begun(string gap)
    {
        using var sleeper = await FallAsleepAsync(gap);
        await PlaceUntilParkedAsync();

        await sleeper.WakeUpAsync(hours: 2);

        // Nothing had left, and its caller still waits: it writes a new intent down, and that one is sent.
        await ShouldBeBoughtOnceAsync(await sleeper.SaysAsync(), attempt: 2);
    }

    [Fact]
    public async Task Asleep_between_its_last_check_and_the_socket_it_sends_late_and_once_and_the_order_is_found()
    {
        using var sleeper = await FallAsleepAsync("BeforeWrite");
        await PlaceUntilParkedAsync();

        await sleeper.WakeUpAsync(hours: 2);

        await ShouldBeBoughtOnceAsync(await sleeper.SaysAsync(), attempt: 1);
    }

    [Fact]
    public async Task Asleep_before_it_writes_its_intent_down_it_finds_the_order_that_the_other_one_bought()
    {
        using var sleeper = await FallAsleepAsync("BeforeJournal");
        var order = await PlaceAsync();

        await sleeper.WakeUpAsync(hours: 2);

        (await sleeper.SaysAsync()).ShouldBe($"accepted {order.Id}");
        _sandbox.Huuray.Requests.Count(CreateOrder).ShouldBe(1);
        _sandbox.Huuray.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Processes_that_place_one_order_at_once_buy_it_once()
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Worker.StartAsync(_processes.Database, _sandbox, "order-1")));
        try
        {
            foreach (var worker in workers)
            {
                worker.Go();
            }

            var ends = await Task.WhenAll(workers.Select(worker => worker.SaysAsync()));

            ends.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("accepted");
            _sandbox.Huuray.Ledger.Count.ShouldBe(1);
        }
        finally
        {
            Array.ForEach(workers, worker => worker.Dispose());
        }
    }

    private async Task<Worker> FallAsleepAsync(string gap)
    {
        var worker = await Worker.StartAsync(_processes.Database, _sandbox, "order-1", gap);
        worker.Go();
        await worker.FallsAsleepAsync();
        return worker;
    }

    /// <summary>The other process looks for the order for the whole quiet time; then a person has to decide, since the sleeper may wake up.</summary>
    private async Task PlaceUntilParkedAsync()
    {
        await Should.ThrowAsync<OrderOutcomeUnknownException>(PlaceAsync());
        _clock.Advance(TimeSpan.FromMinutes(11));
        await Should.ThrowAsync<OrderOutcomeUnknownException>(PlaceAsync());

        (await EntryAsync()).State.ShouldBe(OrderJournalState.Parked);
        _sandbox.Huuray.Requests.Count(CreateOrder).ShouldBe(0);
    }

    private async Task ShouldBeBoughtOnceAsync(string? said, int attempt)
    {
        var order = await PlaceAsync();
        said.ShouldBe($"accepted {order.Id}");
        order.WasReplayed.ShouldBeTrue();
        _sandbox.Huuray.Requests.Count(CreateOrder).ShouldBe(1);
        _sandbox.Huuray.Ledger.Sales.ShouldHaveSingleItem().ClientKey.ShouldBe("order-1");
        var entry = await EntryAsync();
        entry.State.ShouldBe(OrderJournalState.Accepted);
        entry.Attempt.ShouldBe(attempt);
    }

    private Task<Order> PlaceAsync() =>
        _second.GetRequiredService<IGiftCards>().GetAccount(HuurayDefaults.AccountName).Orders.PlaceAsync(Request);

    private async Task<JournalEntry> EntryAsync() =>
        (
            await _second
                .GetRequiredService<IOrderJournal>()
                .FindAsync(
                    new(
                        HuurayDefaults.Provider,
                        GiftCardEnvironment.Sandbox,
                        HuurayDefaults.AccountName,
                        OrderIdentity.PlaceOrder,
                        Request.Reference
                    )
                )
        ).ShouldNotBeNull();
}
