using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Gifq.Tests.Neutral;

/// <summary>More orders at once than the rate lets go.</summary>
public sealed class LineTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private GiftCardSandbox _sandbox = null!;
    private Accounts _accounts = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await GiftCardSandbox.StartAsync(options => options.Gifq.RequestsPerSecond = null);
        _accounts = Accounts.At(_sandbox, _clock, options => options.RequestsPerSecond = 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _accounts.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task An_order_that_waits_has_left_nothing_in_the_journal_and_whoever_gives_up_leaves_nothing()
    {
        var first = _accounts.Account.Orders.PlaceAsync(Requests.Order("first"));
        await HasHadItsTurnAsync("first");
        using var caller = new CancellationTokenSource();
        var second = _accounts.Account.Orders.PlaceAsync(Requests.Order("second"), caller.Token);

        (await EntryAsync("second")).ShouldBeNull();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);

        await FinishAsync(first);
        (await EntryAsync("second")).ShouldBeNull();
        (await EntryAsync("first")).ShouldNotBeNull().State.ShouldBe(OrderJournalState.Accepted);
        _sandbox.Gifq.Requests.Count("orders.create").ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_stops_does_not_wait_for_the_line()
    {
        var first = _accounts.Account.Orders.PlaceAsync(Requests.Order("first"));
        await HasHadItsTurnAsync("first");
        var second = _accounts.Account.Orders.PlaceAsync(Requests.Order("second"));
        var stopping = Task.WhenAll(
            _accounts.Services.GetServices<IHostedService>().Select(service => service.StopAsync(CancellationToken.None))
        );

        var refused = await Should.ThrowAsync<GiftCardException>(() => second);

        refused.Message.ShouldContain("shutting down");
        await FinishAsync(first);
        await stopping;
        (await EntryAsync("second")).ShouldBeNull();
    }

    /// <summary>Whoever is written down has had its turn; before that, the next order could be faster.</summary>
    private async Task HasHadItsTurnAsync(string reference)
    {
        while (await EntryAsync(reference) is null)
        {
            await Task.Yield();
        }
    }

    /// <summary>Lets the turns of an order come, and no deadline of what is on its way.</summary>
    private Task<Order> FinishAsync(Task<Order> order) => _clock.RunUntilCompletedAsync(order, within: TimeSpan.FromSeconds(2));

    private async Task<JournalEntry?> EntryAsync(string reference) =>
        await _accounts
            .Services.GetRequiredService<IOrderJournal>()
            .FindAsync(new("gifq", GiftCardEnvironment.Sandbox, "gifq", OrderIdentity.PlaceOrder, reference));
}
