namespace GiftCardSdk.Gifq.Tests;

/// <summary>The catalog role over the twin.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task Every_brand_is_listed_once_with_its_texts()
    {
        await using var stage = await Stage.StartAsync();

        var products = await stage.Account.Catalog.ListAsync().ToListAsync();

        products.Select(product => product.Id).Order(StringComparer.Ordinal).ShouldBe(stage.Twin.Products.Order(StringComparer.Ordinal));
        var product = products.Single(product => product.Id == "lumen-books");
        (product.Provider, product.Brand, product.Kind).ShouldBe(("gifq", "Lumen Books", ProductKind.Branded));
        product.Description.ShouldNotBeNullOrEmpty();
        product.Terms.ShouldNotBeNullOrEmpty();
        product.RedemptionInstructions.ShouldNotBeNullOrEmpty();
        product.ImageUrl.ShouldNotBeNull();
        product.Categories.ShouldBe(["books"]);
    }

    [Fact]
    public async Task Quirk_1_a_negative_discount_is_a_fee_and_raises_the_cost()
    {
        await using var stage = await Stage.StartAsync();

        var product = await stage.Account.Catalog.GetAsync("lumen-books");

        var discounted = product.Offers.Single(offer => offer.Currency == "USD");
        (discounted.DiscountPercent, discounted.CostOf(Money.Of(25, "USD"))).ShouldBe((4m, Money.Of(24, "USD")));
        discounted.Denominations.ShouldBe(new FixedDenominations([Money.Of(25, "USD")]), new DenominationsComparer());
        var charged = product.Offers.Single(offer => offer.Currency == "EUR");
        (charged.DiscountPercent, charged.CostOf(Money.Of(100, "EUR"))).ShouldBe((-1.5m, Money.Of(101.5m, "EUR")));
        charged.Denominations.ShouldBe(new RangeDenominations(Money.Of(10, "EUR"), Money.Of(200, "EUR")));
    }

    [Fact]
    public async Task Quirk_2_stock_that_is_not_counted_is_unknown_and_not_none()
    {
        await using var stage = await Stage.StartAsync();

        var product = await stage.Account.Catalog.GetAsync("last-seats");
        var uncounted = await stage.Account.Catalog.GetAsync("lumen-books");

        product.Offers.Select(offer => offer.Stock).ShouldBe([0, 0, 3]);
        uncounted.Offers.Select(offer => offer.Stock).ShouldBe([118, null]);
    }

    [Fact]
    public async Task Quirk_3_country_currency_and_amount_must_match_one_and_the_same_offer()
    {
        await using var stage = await Stage.StartAsync();

        var irish = await stage
            .Account.Catalog.ListAsync(
                new()
                {
                    Country = "IE",
                    Currency = "USD",
                    Search = "Lumen",
                }
            )
            .ToListAsync();
        var american = await stage
            .Account.Catalog.ListAsync(
                new()
                {
                    Country = "US",
                    Currency = "USD",
                    Search = "Lumen",
                }
            )
            .ToListAsync();

        irish.ShouldBeEmpty("the brand has dollars and it has Ireland, but no offer has both");
        american.ShouldHaveSingleItem().Offers.ShouldHaveSingleItem().Countries.ShouldBe(CountrySet.Of("US"));
    }

    [Fact]
    public async Task An_unknown_discount_is_an_unknown_cost_and_a_worldwide_card_is_for_everybody()
    {
        await using var stage = await Stage.StartAsync();

        var offer = (await stage.Account.Catalog.GetAsync("bright-courses")).Offers.ShouldHaveSingleItem();

        offer.CostOf(Money.Of(100, "USD")).ShouldBeNull();
        (offer.Countries.IsWorldwide, offer.Countries.Includes("DE")).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("hon-no-mori", "JPY", 1000)]
    [InlineData("pearl-souk", "KWD", 500)]
    [InlineData("sound-pond", "USD", 999)]
    public async Task Face_values_are_exact_whatever_places_the_currency_has(string brand, string currency, long smallest)
    {
        await using var stage = await Stage.StartAsync();

        var offer = (await stage.Account.Catalog.GetAsync(brand)).Offers.First(offer => offer.Currency == currency);

        offer.Denominations.Allows(Money.FromMinorUnits(smallest, currency)).ShouldBe(true);
        offer.Denominations.Allows(Money.FromMinorUnits(smallest - 1, currency)).ShouldBe(false);
    }

    [Fact]
    public async Task A_brand_that_was_listed_is_read_anew_by_one_call()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();
        var before = stage.Twin.Requests.Count("products.list");

        (await stage.Account.Catalog.GetAsync("vistula-style")).Id.ShouldBe("vistula-style");

        stage.Twin.Requests.Count("products.list").ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_brand_that_has_moved_to_the_page_before_is_found_there()
    {
        await using var stage = await Stage.StartAsync();
        var products = await stage.Account.Catalog.ListAsync().ToListAsync();
        var before = stage.Twin.Requests.Count("products.list");
        stage.Twin.RemoveProduct(products[0].Id);

        var first = products[20].Id;
        (await stage.Account.Catalog.GetAsync(first)).Id.ShouldBe(first);

        stage.Twin.Requests.Count("products.list").ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_brand_that_is_gone_is_not_available()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();
        stage.Twin.RemoveProduct("vistula-style");

        var gone = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync("vistula-style"));
        var never = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync("nobody-knows-it"));

        (gone.Code, never.Code).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardErrorCode.ProductUnavailable));
    }

    [Fact]
    public async Task There_are_no_choice_cards_and_nothing_is_asked_for_them()
    {
        await using var stage = await Stage.StartAsync();

        (await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Choice }).ToListAsync()).ShouldBeEmpty();
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Quirk_13_a_large_catalog_is_read_page_by_page_at_the_pace_of_the_limit()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ExtraBrands = 500);
        var started = stage.Clock.GetUtcNow();

        var count = await stage.Account.Catalog.ListAsync().CountAsync();

        count.ShouldBe(stage.Twin.Products.Count);
        var pages = stage.Twin.Requests.Count("products.list");
        pages.ShouldBe((count + 19) / 20);
        (stage.Clock.GetUtcNow() - started).ShouldBeGreaterThan(TimeSpan.FromSeconds((pages / GifqDefaults.RequestsPerSecond) - 1));
    }

    [Fact]
    public async Task The_catalog_ends_early_for_whoever_stops_reading()
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Catalog.ListAsync().Take(5).CountAsync();

        stage.Twin.Requests.Count("products.list").ShouldBe(1);
    }

    /// <summary>Lists inside records compare by reference; here their values count.</summary>
    private sealed class DenominationsComparer : IEqualityComparer<Denominations>
    {
        public bool Equals(Denominations? x, Denominations? y) => x?.ToString() == y?.ToString();

        public int GetHashCode(Denominations obj) => obj.ToString()!.GetHashCode(StringComparison.Ordinal);
    }
}
