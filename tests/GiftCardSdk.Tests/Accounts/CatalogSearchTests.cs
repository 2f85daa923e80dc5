using GiftCardSdk.Tests.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Accounts;

/// <summary>The catalogs of all accounts together.</summary>
public sealed class CatalogSearchTests
{
    private static readonly CatalogQuery Coffee = new() { Search = "coffee", FaceValue = Money.Of(25, "EUR") };

    [Fact]
    public async Task The_cheapest_comes_first_and_what_is_unknown_last()
    {
        await using var services = Application(builder =>
            builder
                .AddInMemory("a", TwoShops.Provider("a", discount: null))
                .AddInMemory("b", TwoShops.Provider("b", discount: 2))
                .AddInMemory("c", TwoShops.Provider("c", discount: -1))
                .AddInMemory("d", TwoShops.Provider("d", discount: 8))
        );

        var found = await Catalog(services).SearchAsync(Coffee, cancellationToken: TestContext.Current.CancellationToken);

        found.Offers.Select(offer => (offer.Account, offer.Cost?.Amount)).ShouldBe([("d", 23m), ("b", 24.5m), ("c", 25.25m), ("a", null)]);
        found.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Equals_stand_in_one_order_however_the_accounts_were_added()
    {
        string[] names = ["x", "y", "z"];
        await using var forwards = Application(builder => Add(builder, names));
        await using var backwards = Application(builder => Add(builder, names.Reverse()));

        var first = await Catalog(forwards).SearchAsync(Coffee, cancellationToken: TestContext.Current.CancellationToken);
        var second = await Catalog(backwards).SearchAsync(Coffee, cancellationToken: TestContext.Current.CancellationToken);

        first.Offers.Select(offer => offer.Account).ShouldBe(names);
        second.Offers.Select(offer => offer.Account).ShouldBe(names);

        static void Add(GiftCardsBuilder builder, IEnumerable<string> accounts)
        {
            foreach (var account in accounts)
            {
                builder.AddInMemory(account, TwoShops.Provider(account, discount: 5));
            }
        }
    }

    [Fact]
    public async Task An_account_that_fails_hides_nothing_of_the_others()
    {
        await using var services = Application(builder =>
            builder
                .AddInMemory("works", TwoShops.Provider("works", discount: 5))
                .AddAccount(
                    new(
                        "fails",
                        "broken",
                        _ => GiftCardEnvironment.Sandbox,
                        _ => throw new InvalidOperationException("It has no settings.")
                    )
                )
        );

        var found = await Catalog(services).SearchAsync(Coffee, cancellationToken: TestContext.Current.CancellationToken);

        found.Offers.Select(offer => offer.Account).ShouldBe(["works"]);
        found.Failures.Select(failure => (failure.Account, failure.Error.Message)).ShouldBe([("fails", "It has no settings.")]);
    }

    [Fact]
    public async Task Accounts_can_be_named_and_one_that_is_not_there_is_said_to_be_missing()
    {
        await using var services = Application(builder =>
            builder.AddInMemory("a", TwoShops.Provider("a", discount: 5)).AddInMemory("b", TwoShops.Provider("b", discount: 5))
        );

        var found = await Catalog(services).SearchAsync(Coffee, ["b"], TestContext.Current.CancellationToken);
        found.Offers.Select(offer => offer.Account).ShouldBe(["b"]);

        (
            await Should.ThrowAsync<ArgumentException>(Catalog(services).SearchAsync(Coffee, ["c"], TestContext.Current.CancellationToken))
        ).Message.ShouldContain("'c'");
    }

    [Fact]
    public void Category_delivery_and_stock_are_asked_for_too()
    {
        var offer = new Offer { Currency = "EUR", Deliveries = [Delivery.Email] };
        var product = new Product
        {
            Provider = "test",
            Id = "tea",
            Brand = "Tea",
            Categories = ["Drinks"],
            Offers = [offer, offer with { Deliveries = [], Stock = 0 }],
        };

        new CatalogQuery { Category = "drinks" }
            .Match(product)
            .ShouldBe(product);
        new CatalogQuery { Category = "books" }
            .Match(product)
            .ShouldBeNull();
        new CatalogQuery { Delivery = Delivery.Returned }
            .Match(product)
            .ShouldNotBeNull()
            .Offers.ShouldBe([product.Offers[1]]);
        new CatalogQuery { InStock = true }
            .Match(product)
            .ShouldNotBeNull()
            .Offers.ShouldBe([offer]);
        new CatalogQuery { Delivery = Delivery.Returned, InStock = true }
            .Match(product)
            .ShouldBeNull();
    }

    private static IGiftCardCatalogs Catalog(ServiceProvider services) => services.GetRequiredService<IGiftCards>().Catalog;

    private static ServiceProvider Application(Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddGiftCards());
        return services.BuildServiceProvider();
    }
}
