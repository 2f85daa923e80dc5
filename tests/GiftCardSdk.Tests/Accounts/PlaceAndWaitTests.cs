using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Accounts;

/// <summary>A timeout is all that a caller waits, whatever the time goes into.</summary>
public sealed class PlaceAndWaitTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();
    private readonly List<ServiceProvider> _containers = [];

    private static OrderRequest Request { get; } =
        new()
        {
            Reference = "order-1",
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers)
        {
            await container.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_card_that_is_ready_in_time_is_returned_with_its_code()
    {
        var account = AccountAt(new(new() { CompletesAfter = TimeSpan.FromSeconds(10) }, _clock));

        var order = await RunAsync(account.PlaceAndWaitAsync(Request, Patience), TimeSpan.FromSeconds(19));

        order.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue();
        order.Reference.ShouldBe("order-1");
    }

    [Fact]
    public async Task A_card_that_is_late_is_returned_as_pending_before_the_time_is_up()
    {
        var account = AccountAt(new(new() { CompletesAfter = TimeSpan.FromHours(1) }, _clock));
        var started = _clock.GetTimestamp();

        var order = await RunAsync(account.PlaceAndWaitAsync(Request, Patience));

        order.Status.IsFinal.ShouldBeFalse();
        _clock.GetElapsedTime(started).ShouldBeLessThanOrEqualTo(Patience);
    }

    [Fact]
    public async Task An_order_that_has_no_end_when_the_time_is_up_is_unknown_and_bought_once()
    {
        var provider = new InMemoryGiftCardProvider(timeProvider: _clock);
        provider.NextOrders(ScriptedEnd.HangsAfterSale);
        var account = AccountAt(provider);
        var started = _clock.GetTimestamp();

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            RunAsync(account.PlaceAndWaitAsync(Request, Patience), Patience)
        );

        _clock.GetElapsedTime(started).ShouldBe(Patience);
        (unknown.Reference, unknown.Account, unknown.Outcome).ShouldBe(("order-1", "test", GiftCardOutcome.MayExist));
        var order = await RunAsync(account.PlaceAndWaitAsync(Request, TimeSpan.FromMinutes(10)), TimeSpan.FromMinutes(2));
        order.Rewards.ShouldHaveSingleItem();
        provider.SoldUnder("order-1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_cancels_is_told_so_by_the_token_that_was_given()
    {
        var provider = new InMemoryGiftCardProvider(timeProvider: _clock);
        provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = new TaskCompletionSource().Task });
        using var caller = new CancellationTokenSource();
        var placing = AccountAt(provider).PlaceAndWaitAsync(Request, Patience, caller.Token);

        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => placing)).CancellationToken.ShouldBe(caller.Token);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(25 * 24)]
    public async Task No_time_at_all_and_more_than_a_timer_takes_are_refused_before_anything_is_sent(int hours)
    {
        var provider = new InMemoryGiftCardProvider(timeProvider: _clock);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() =>
            AccountAt(provider).PlaceAndWaitAsync(Request, TimeSpan.FromHours(hours))
        );

        provider.Arrivals.ShouldBe(0);
    }

    private IGiftCardAccount AccountAt(InMemoryGiftCardProvider provider)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock);
        services.AddGiftCards().AddInMemory("test", provider);
        var container = services.BuildServiceProvider();
        _containers.Add(container);
        return container.GetRequiredService<IGiftCards>().GetAccount("test");
    }

    /// <summary>Lets the clock run to each armed timer in turn until the work is done; longer ones, of a patience that is not tried, are left alone.</summary>
    private Task<Order> RunAsync(Task<Order> work, TimeSpan? within = null) => _clock.RunUntilCompletedAsync(work, within);
}
