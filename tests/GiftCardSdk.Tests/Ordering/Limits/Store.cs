using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>An application with one account "shop" at a provider in memory, put together as a user does it.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Store(
        SpendingLimits? limits = null,
        ManualTimeProvider? clock = null,
        InMemoryGiftCardProvider? provider = null,
        IOrderJournal? journal = null,
        IJournalRecords? records = null,
        IdempotencyProfile? profile = null,
        IReadOnlyList<Product>? products = null,
        IReadOnlyList<OrderShape>? shapes = null
    )
    {
        Clock = clock ?? new();
        Provider =
            provider
            ?? new(
                new()
                {
                    Products = products ?? Products,
                    Shapes = shapes ?? [],
                    Idempotency = profile ?? Profiles.NeverBuysAgain,
                },
                Clock
            );
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        if (journal is not null)
        {
            services.AddSingleton(journal);
        }

        if (records is not null)
        {
            services.AddSingleton(records);
        }

        var builder = services.AddGiftCards().AddInMemory("shop", Provider);
        if (limits is not null)
        {
            builder.LimitSpending("shop", limits);
        }

        _services = services.BuildServiceProvider(validateScopes: true);
        GiftCards = _services.GetRequiredService<IGiftCards>();
        Account = GiftCards.GetAccount("shop");
    }

    /// <summary>Coffee with 4 % off, tea with 1.5 % and a quarter of an euro on top, cake of unknown cost, and books in dollars at face value.</summary>
    public static IReadOnlyList<Product> Products { get; } =
    [
        Make("coffee", "EUR", discount: 4, fee: 0),
        Make("tea", "EUR", discount: -1.5m, fee: 0.25m),
        Make("cake", "EUR", discount: 4, fee: null),
        Make("books", "USD", discount: 0, fee: 0),
    ];

    public ManualTimeProvider Clock { get; }

    public InMemoryGiftCardProvider Provider { get; }

    public IGiftCards GiftCards { get; }

    public IGiftCardAccount Account { get; }

    public static Product Make(string id, string currency, decimal? discount, decimal? fee) =>
        new()
        {
            Provider = "in-memory",
            Id = id,
            Brand = id,
            Offers =
            [
                new()
                {
                    Currency = currency,
                    Countries = CountrySet.Worldwide,
                    DiscountPercent = discount,
                    FeePerCard = fee is { } each ? Money.Of(each, currency) : null,
                },
            ],
        };

    public static OrderRequest Order(string reference, decimal amount, string product = "books", string currency = "USD", int cards = 1) =>
        new()
        {
            Reference = reference,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = Money.Of(amount, currency),
                    Quantity = cards,
                },
            ],
            Delivery = Delivery.Returned,
        };

    public static OrderRequest Mail(string reference, decimal amount, string to) =>
        Order(reference, amount) with
        {
            Delivery = Delivery.Email,
            Lines = [Order(reference, amount).Lines[0] with { Recipient = new() { Email = to } }],
        };

    public Task<Order> PlaceAsync(OrderRequest order) => Clock.LetPassAsync(Account.Orders.PlaceAsync(order));

    public async Task<GiftCardException> FailAsync(OrderRequest order) =>
        await Should.ThrowAsync<GiftCardException>(() => PlaceAsync(order));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
