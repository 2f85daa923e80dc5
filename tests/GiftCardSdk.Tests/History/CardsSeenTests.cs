using GiftCardSdk.Adapters;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.History;

/// <summary>What a provider shows of cards at different times is put together, and what could be spent or names somebody is left out.</summary>
public sealed class CardsSeenTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Queue<Reward[]> _shown = new();
    private readonly ServiceProvider _services;
    private readonly IGiftCards _giftCards;

    public CardsSeenTests()
    {
        var provider = new InMemoryGiftCardProvider(new InMemoryProviderOptions(), _clock);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddLogging();
        services
            .AddGiftCards()
            .KeepOrderHistory()
            .AddAccount(
                new AccountRegistration(
                    "emea",
                    provider.Provider,
                    _ => GiftCardEnvironment.Sandbox,
                    context => new Shows(provider.CreateAdapter(context.AccountName), _shown)
                )
            );
        _services = services.BuildServiceProvider();
        _giftCards = _services.GetRequiredService<IGiftCards>();
    }

    [Fact]
    public async Task A_state_that_is_not_told_any_more_is_not_forgotten()
    {
        var history = await SeeAsync(
            [
                new()
                {
                    Id = "c-1",
                    Delivery = DeliveryState.Delivered,
                    Redemption = RedemptionState.Redeemable,
                },
            ],
            [new() { Id = "c-1", Redemption = RedemptionState.Redeemed }],
            [new() { Id = "c-1" }]
        );

        var card = history.Cards.ShouldHaveSingleItem();
        (card.Delivery, card.Redemption).ShouldBe((DeliveryState.Delivered, RedemptionState.Redeemed));
    }

    [Fact]
    public async Task A_late_bounce_takes_the_delivery_back()
    {
        var history = await SeeAsync(
            [new() { Id = "c-1", Delivery = DeliveryState.Delivered }],
            [new() { Id = "c-1", Delivery = DeliveryState.Undeliverable }]
        );

        history.Cards.ShouldHaveSingleItem().Delivery.ShouldBe(DeliveryState.Undeliverable);
    }

    [Fact]
    public async Task Cards_that_get_their_ids_later_are_the_same_cards()
    {
        var history = await SeeAsync(
            [new() { Line = 0 }, new() { Line = 0 }],
            [new() { Id = "c-1" }, new() { Id = "c-2" }],
            [new() { Id = "c-2", Redemption = RedemptionState.Redeemed }]
        );

        history.Cards.Select(card => (card.Id, card.Redemption)).ShouldBe([("c-1", default), ("c-2", RedemptionState.Redeemed)]);
    }

    [Fact]
    public async Task Of_a_large_order_a_thousand_cards_are_kept_and_the_rest_is_counted()
    {
        Reward[] cards =
        [
            .. Enumerable.Range(0, 1_234).Select(number => new Reward { Id = $"c-{number}", Redemption = RedemptionState.Redeemable }),
        ];

        var history = await SeeAsync(cards, cards);

        (history.Cards.Count, history.CardsNotKept).ShouldBe((1_000, 234));
        history.Story[^1].ShouldBe("There are 1214 further cards.");
    }

    [Theory]
    [InlineData("serial-0123456789", "6789")]
    [InlineData("short-1234", null)]
    public async Task Of_a_serial_number_four_characters_are_kept_where_it_is_long(string serial, string? ending)
    {
        var history = await SeeAsync([
            [
                new()
                {
                    Id = "c-1",
                    Code = new("the-code"),
                    Serial = new(serial),
                },
            ],
        ]);

        history.Cards.ShouldHaveSingleItem().SerialEnding.ShouldBe(ending);
    }

    [Fact]
    public async Task Of_a_serial_number_that_redeems_the_card_nothing_is_kept()
    {
        var history = await SeeAsync([
            [new() { Id = "c-1", Serial = new("serial-0123456789") }],
        ]);

        history.Cards.ShouldHaveSingleItem().SerialEnding.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_that_can_be_spent_or_names_somebody_is_kept()
    {
        string[] secrets =
        [
            "canary-code-83",
            "canary-pin-83",
            "https://canary.example/83",
            "canary-challenge-83",
            "canary-serial-0000083",
            "canary-cvv-83",
            "canary@mail.example",
            "+4915112345683",
            "Canary Name",
            "Canary Street 83",
            "canary-remark-83",
        ];
        var recipient = new Recipient
        {
            Email = secrets[6],
            Phone = secrets[7],
            Name = secrets[8],
            PostalAddress = new()
            {
                Line1 = secrets[9],
                City = "Canarytown",
                PostalCode = "83083",
                Country = "DE",
            },
        };
        var reward = new Reward
        {
            Id = "c-1",
            Code = new(secrets[0]),
            Pin = new(secrets[1]),
            Link = new(secrets[2]),
            Challenge = new(secrets[3]),
            Serial = new(secrets[4]),
            SecurityCode = new(secrets[5]),
            Remark = new(secrets[10]),
            Recipient = recipient,
            RawDeliveryState = secrets[6],
        };
        _shown.Enqueue([reward]);
        await _giftCards.Accounts[0].Orders.PlaceAsync(HistoryShop.Request("order-1", secrets[6]));

        var records = _services.GetRequiredService<Journal.IJournalRecords>();
        var kept = await records
            .ListAsync(new() { Kind = "order" })
            .Select(record => $"{record.Id} {record.Group} {record.Body}")
            .ToListAsync();
        var told = (await _giftCards.History.FindAsync("emea", "order-1")).ShouldNotBeNull();

        kept.ShouldHaveSingleItem().ShouldContain("\"serialEnding\":\"0083\"");
        foreach (var secret in secrets)
        {
            kept[0].ShouldNotContain(secret, Case.Insensitive);
            told.ToString().ShouldNotContain(secret, Case.Insensitive);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Places an order, and reads it once a minute as often as the provider shows something.</summary>
    private async Task<OrderHistory> SeeAsync(params Reward[][] shown)
    {
        foreach (var cards in shown)
        {
            _shown.Enqueue(cards);
        }

        var account = _giftCards.Accounts[0];
        var placed = await account.Orders.PlaceAsync(HistoryShop.Request());
        for (var i = 1; i < shown.Length; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await account.Status.GetAsync(placed.Id);
        }

        return (await _giftCards.History.FindAsync("emea", "order-1")).ShouldNotBeNull();
    }

    /// <summary>Shows of an order's cards what the test says.</summary>
    private sealed class Shows(GiftCardAdapter sound, Queue<Reward[]> shown) : WrappedAdapter(sound)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
            await base.SubmitOrderAsync(submission, cancellationToken) with
            {
                Rewards = shown.Dequeue(),
            };

        public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
            await base.GetOrderAsync(orderId, detail, cancellationToken) with
            {
                Rewards = shown.Dequeue(),
            };
    }
}
