using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>An order is compared with its products as they are now, where the caller asks for it.</summary>
public sealed class ProductCheckTests
{
    [Theory]
    [InlineData(
        12,
        "EUR",
        "DE",
        Delivery.Returned,
        "Lines[0].FaceValue: 12.00 EUR was given; 'tea' is sold at 10.00 EUR, 25.00 EUR; or 50.00 EUR to 100.00 EUR by 5.00 EUR."
    )]
    [InlineData(52, "EUR", "DE", Delivery.Returned, "50.00 EUR to 100.00 EUR by 5.00 EUR.")]
    [InlineData(10, "GBP", "DE", Delivery.Returned, "Lines[0].FaceValue: 10.00 GBP was given; 'tea' is sold in EUR, USD.")]
    [InlineData(10, "EUR", "US", Delivery.Returned, "Lines[0].Country: US was given; 'tea' in EUR is for DE, FR.")]
    [InlineData(10, "USD", "US", Delivery.Returned, "Delivery: Returned was given; 'tea' comes by Email.")]
    public async Task What_does_not_fit_is_refused_with_what_would(
        decimal value,
        string currency,
        string country,
        Delivery delivery,
        string message
    )
    {
        var provider = Provider();
        await using var services = Application(provider);

        var refusal = await Should.ThrowAsync<GiftCardException>(
            Orders(services).PlaceCheckedAsync(Tea(value, currency, country, delivery), TestContext.Current.CancellationToken)
        );

        (refusal.Code, refusal.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        refusal.Message.ShouldContain(message);
        provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task More_cards_than_there_are_left_are_refused_with_their_number()
    {
        await using var services = Application(Provider());

        var refusal = await Should.ThrowAsync<GiftCardException>(
            Orders(services).PlaceCheckedAsync(Tea(25, "EUR", "DE", quantity: 4), TestContext.Current.CancellationToken)
        );

        refusal.Message.ShouldContain("Lines[0].Quantity: 4 was given; of 'tea' at 25.00 EUR there are 3 left.");
    }

    [Fact]
    public async Task What_fits_is_bought_and_without_the_choice_nothing_is_compared()
    {
        var provider = Provider();
        await using var services = Application(provider);

        await Orders(services).PlaceCheckedAsync(Tea(25, "EUR", "DE"), TestContext.Current.CancellationToken);
        await Orders(services).PlaceAsync(Tea(25, "EUR", "US") with { Reference = "tea-2" }, TestContext.Current.CancellationToken);

        provider.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_product_that_is_gone_is_refused_before_anything_is_sent()
    {
        var provider = Provider();
        await using var services = Application(provider);
        var request = Tea(25, "EUR", "DE");
        var unknown = request with { Lines = [request.Lines[0] with { ProductId = "no-tea" }] };

        var refusal = await Should.ThrowAsync<GiftCardException>(
            Orders(services).PlaceCheckedAsync(unknown, TestContext.Current.CancellationToken)
        );

        (refusal.Code, refusal.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        refusal.Message.ShouldContain(
            "Lines[0].ProductId: 'no-tea' was given; the catalog has no such product for this account now. Nothing was sent."
        );
        provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_bought_is_returned_whatever_the_catalog_says_by_then()
    {
        var settings = Settings();
        var provider = new InMemoryGiftCardProvider(settings);
        await using var services = Application(provider);
        var first = await Orders(services).PlaceCheckedAsync(Tea(25, "EUR", "DE"), TestContext.Current.CancellationToken);
        settings.Products = [];

        var again = await Orders(services).PlaceCheckedAsync(Tea(25, "EUR", "DE"), TestContext.Current.CancellationToken);

        (again.Id, again.WasReplayed).ShouldBe((first.Id, true));
    }

    private static IGiftCardOrders Orders(ServiceProvider services) => services.GetRequiredService<IGiftCards>().GetAccount("shop").Orders;

    private static ServiceProvider Application(InMemoryGiftCardProvider provider)
    {
        var services = new ServiceCollection();
        services.AddGiftCards().AddInMemory("shop", provider);
        return services.BuildServiceProvider();
    }

    private static InMemoryGiftCardProvider Provider() => new(Settings());

    private static InMemoryProviderOptions Settings() =>
        new()
        {
            Products =
            [
                new()
                {
                    Provider = "in-memory",
                    Id = "tea",
                    Brand = "Leaf & Gone Tea",
                    Offers =
                    [
                        Offer("EUR", new FixedDenominations([Money.Of(10, "EUR"), Money.Of(25, "EUR")]), ["DE", "FR"]) with
                        {
                            Stock = 3,
                        },
                        Offer("EUR", new RangeDenominations(Money.Of(50, "EUR"), Money.Of(100, "EUR"), Money.Of(5, "EUR")), ["DE", "FR"]),
                        Offer("USD", UnknownDenominations.Instance, ["US"]) with
                        {
                            Deliveries = [Delivery.Email],
                        },
                    ],
                },
            ],
        };

    private static Offer Offer(string currency, Denominations denominations, string[] countries) =>
        new()
        {
            Currency = currency,
            Denominations = denominations,
            Countries = CountrySet.Of(countries),
        };

    private static OrderRequest Tea(
        decimal value,
        string currency,
        string country,
        Delivery delivery = Delivery.Returned,
        int quantity = 1
    ) =>
        new()
        {
            Reference = "tea-1",
            Delivery = delivery,
            Lines =
            [
                new()
                {
                    ProductId = "tea",
                    FaceValue = Money.Of(value, currency),
                    Country = country,
                    Quantity = quantity,
                },
            ],
        };
}
