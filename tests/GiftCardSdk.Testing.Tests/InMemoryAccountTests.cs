using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Testing.Tests;

/// <summary>The provider in memory as a user's unit test sees it: behind the neutral interface.</summary>
public sealed class InMemoryAccountTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryGiftCardProvider _provider;
    private readonly ServiceProvider _services;

    public InMemoryAccountTests()
    {
        _provider = new(new() { CompletesAfter = TimeSpan.FromMinutes(1) }, _clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddGiftCards().AddInMemory("test", _provider);
        _services = services.BuildServiceProvider();
    }

    private IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount("test");

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public void The_account_is_named_and_says_what_it_can_do()
    {
        Account.Provider.ShouldBe("in-memory");
        Account.Environment.ShouldBe(GiftCardEnvironment.Sandbox);
        Account.Capabilities.Supports(GiftCardFeature.FindByReference).ShouldBeTrue();
        Account.Capabilities.ShapeFor(Delivery.Post).ShouldNotBeNull();
        Account.GetService<InMemoryGiftCardProvider>().ShouldBeSameAs(_provider);
    }

    [Fact]
    public async Task A_product_of_its_catalog_can_be_found_and_bought()
    {
        var product = await Account.Catalog.ListAsync(new() { Currency = "USD" }).FirstAsync();
        var value = ((FixedDenominations)product.Offers.Single().Denominations).Values[0];

        var order = await Account.Orders.PlaceAsync(Request(product.Id, value));

        order.Status.ShouldBe(OrderStatus.Pending);
        order.Rewards.ShouldBeEmpty();
        _provider.Ledger.Single().Lines.Single().ProductId.ShouldBe(product.Id);
    }

    [Fact]
    public async Task Cards_come_when_the_clock_says_so_and_carry_their_codes_only_on_request()
    {
        var order = await Account.Orders.PlaceAsync(Request());
        _clock.Advance(TimeSpan.FromMinutes(1));

        var state = await Account.Status.GetAsync(order.Id, RewardDetail.State);
        var secrets = await Account.Status.GetAsync(order.Id, RewardDetail.Secrets);

        state.Status.ShouldBe(OrderStatus.Completed);
        state.Rewards.Single().HasSecret.ShouldBeFalse();
        secrets.Rewards.Single().Code!.Reveal().ShouldBe("TEST-0001-000001-001");
        secrets.Rewards.Single().Link!.Reveal().ShouldEndWith(".example/TEST-0001-000001-001");
    }

    [Fact]
    public async Task An_e_mailed_card_is_delivered_and_shows_no_code()
    {
        var order = await Account.Orders.PlaceAsync(
            Request() with
            {
                Delivery = Delivery.Email,
                Lines =
                [
                    new()
                    {
                        ProductId = "coffee",
                        FaceValue = Money.Of(5, "EUR"),
                        Recipient = new() { Email = "pat@person.example" },
                    },
                ],
            }
        );
        _clock.Advance(TimeSpan.FromMinutes(1));

        var reward = (await Account.Status.GetAsync(order.Id)).Rewards.Single();

        reward.Delivery.ShouldBe(DeliveryState.Delivered);
        reward.HasSecret.ShouldBeFalse();
    }

    [Fact]
    public async Task A_claimed_card_cannot_be_taken_back_and_an_open_one_can()
    {
        var order = await Account.Orders.PlaceAsync(Request(quantity: 2));
        _clock.Advance(TimeSpan.FromMinutes(1));
        var rewards = (await Account.Status.GetAsync(order.Id)).Rewards;
        _provider.Redeem(rewards[0].Id!);

        var cancelled = await Account.Orders.CancelAsync(order.Id, rewards[1].Id);
        var refusal = await Should.ThrowAsync<GiftCardException>(() => Account.Orders.CancelAsync(order.Id, rewards[0].Id));

        cancelled.Single().Redemption.ShouldBe(RedemptionState.Cancelled);
        refusal.Code.ShouldBe(GiftCardErrorCode.Conflict);
        (await Account.Orders.ResendAsync(order.Id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Money_is_spent_and_runs_out()
    {
        _provider.SetBalance(Money.Of(30, "EUR"));
        await Account.Orders.PlaceAsync(Request());

        var refusal = await Should.ThrowAsync<GiftCardException>(() => Account.Orders.PlaceAsync(Request() with { Reference = "order-2" }));

        refusal.Code.ShouldBe(GiftCardErrorCode.InsufficientFunds);
        (await Account.Balances.GetAsync("EUR"))!.Available.ShouldBe(Money.Of(5, "EUR"));
        (await Account.Balances.GetAsync("USD")).ShouldBeNull();
        _provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_is_found_by_its_reference_or_not_at_all()
    {
        var order = await Account.Orders.PlaceAsync(Request());

        (await Account.Status.FindAsync("order-1"))!.Id.ShouldBe(order.Id);
        (await Account.Status.FindAsync("order-2")).ShouldBeNull();
    }

    [Fact]
    public async Task A_lost_answer_loses_no_card()
    {
        var provider = new InMemoryGiftCardProvider();
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .ConfigureOrdering(options => options.FirstDelay = TimeSpan.FromMilliseconds(1))
            .AddInMemory("test", provider);
        await using var container = services.BuildServiceProvider();
        var account = container.GetRequiredService<IGiftCards>().GetAccount("test");
        provider.NextOrders(ScriptedEnd.AnswerLost);

        var order = await account.Orders.PlaceAsync(Request());
        var again = await account.Orders.PlaceAsync(Request());

        again.Id.ShouldBe(order.Id);
        again.WasReplayed.ShouldBeTrue();
        provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Unknown_things_are_not_found()
    {
        (await Should.ThrowAsync<GiftCardException>(() => Account.Status.GetAsync("nope"))).Code.ShouldBe(GiftCardErrorCode.NotFound);
        (await Should.ThrowAsync<GiftCardException>(() => Account.Catalog.GetAsync("nope"))).Code.ShouldBe(
            GiftCardErrorCode.ProductUnavailable
        );
        (await Should.ThrowAsync<GiftCardException>(() => Account.Orders.ResendAsync("nope"))).Code.ShouldBe(GiftCardErrorCode.NotFound);
        Should.Throw<ArgumentException>(() => _provider.Redeem("nope"));
        Should.Throw<ArgumentException>(() => _provider.Redeem("im1-1-1"));
    }

    private static OrderRequest Request(string product = "coffee", Money? value = null, int quantity = 1) =>
        new()
        {
            Reference = "order-1",
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = value ?? Money.Of(25, "EUR"),
                    Quantity = quantity,
                },
            ],
            Delivery = Delivery.Returned,
        };
}
