using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>The catalog: a list without prices, and a call for each brand.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task All_brands_and_the_choices_of_known_regions_are_listed()
    {
        await using var stage = await Stage.StartAsync();

        var products = await stage.Account.Catalog.ListAsync().ToListAsync();

        products.Where(product => product.Kind == ProductKind.Branded).Select(product => product.Id).ShouldBe(stage.Twin.BrandCodes);
        products
            .Where(product => product.Kind == ProductKind.Choice)
            .Select(product => product.Id)
            .ShouldBe([GiftbitProductId.OfRegion("Canada"), GiftbitProductId.OfRegion("USA")]);
        products.ShouldAllBe(product => product.Provider == GiftbitDefaults.Provider && product.Offers.Count == 1);
    }

    [Fact]
    public async Task A_range_and_a_list_of_values_become_denominations()
    {
        await using var stage = await Stage.StartAsync();

        var range = await stage.Account.Catalog.GetAsync("northcafeus");
        var list = await stage.Account.Catalog.GetAsync("trailgearus");

        (range.Brand, range.Description, range.Disclaimer).ShouldBe(("North Cafe", "Coffee and cake.", null));
        range.Offers[0].Denominations.ShouldBe(new RangeDenominations(Money.Of(3, "USD"), Money.Of(400, "USD")));
        list.Disclaimer.ShouldBe("Trail Gear is not a sponsor.");
        list.Offers[0]
            .Denominations.ShouldBeOfType<FixedDenominations>()
            .Values.ShouldBe([Money.Of(15, "USD"), Money.Of(30, "USD"), Money.Of(75, "USD")]);
        list.Offers[0].Deliveries.ShouldBe([Delivery.Returned, Delivery.Email]);
        list.ImageUrl.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("northcafeus", "US")]
    [InlineData("northcafeca", "CA")]
    [InlineData("reefdiveau", "AU")]
    [InlineData("cloudmilesus", "worldwide")]
    [InlineData("nordkaffeede", "unknown")]
    [InlineData("charityglobal", "unknown")]
    public async Task Region_numbers_become_countries_where_their_names_are_known(string product, string countries)
    {
        await using var stage = await Stage.StartAsync();

        var offer = (await stage.Account.Catalog.GetAsync(product)).Offers[0];

        offer.Countries.ToString().ShouldBe(countries);
    }

    [Fact]
    public async Task A_region_that_is_made_known_has_countries_and_can_be_ordered_whole()
    {
        await using var stage = await Stage.StartAsync(account: options =>
            options.WireAssumptions = new()
            {
                RegionCountries = new Dictionary<string, string>(StringComparer.Ordinal) { ["Germany"] = "DE" },
                RegionCurrencies = new Dictionary<string, string>(StringComparer.Ordinal) { ["Germany"] = "EUR" },
            }
        );

        var choices = await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Choice }).ToListAsync();

        var offer = choices.ShouldHaveSingleItem().Offers[0];
        (offer.Currency, offer.Countries.ToString()).ShouldBe(("EUR", "DE"));
        (await stage.Account.Catalog.GetAsync(GiftbitProductId.OfRegion("Germany"))).Id.ShouldBe(choices[0].Id);
        stage.Twin.Requests.Count("brands.list").ShouldBe(0);
    }

    [Theory]
    [InlineData("nosuchbrand")]
    [InlineData("region:Atlantis")]
    [InlineData("region:Japan")]
    public async Task A_product_that_is_not_there_is_unavailable(string product)
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync(product));

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
    }

    [Fact]
    public async Task Currency_and_value_are_filtered_by_Giftbit_and_a_name_before_any_price_is_read()
    {
        await using var stage = await Stage.StartAsync();

        var byMoney = await stage
            .Account.Catalog.ListAsync(new() { FaceValue = Money.Of(400, "USD"), Kind = ProductKind.Branded })
            .ToListAsync();
        var target = stage.Twin.Requests.For("brands.list").ShouldHaveSingleItem().PathAndQuery;
        stage.Twin.Requests.Clear();
        var byName = await stage.Account.Catalog.ListAsync(new() { Search = "vÉLO", Currency = "eur" }).ToListAsync();

        target.ShouldBe("/papi/v1/brands?min_price_in_cents=40000&max_price_in_cents=40000&currencyisocode=USD&limit=100");
        byMoney.ShouldNotBeEmpty();
        byMoney.ShouldAllBe(product => product.Offers[0].Denominations.Allows(Money.Of(400, "USD")) == true);
        byName.ShouldHaveSingleItem().Id.ShouldBe("velobleufr");
        stage.Twin.Requests.Count("brands.get").ShouldBe(1);
    }

    [Fact]
    public async Task The_first_product_is_out_before_the_last_page_is_in_and_few_brands_are_read_ahead()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ExtraBrands = 1000, account => account.CatalogConcurrency = 3);

        var first = await stage.Account.Catalog.ListAsync().FirstAsync();

        first.Id.ShouldBe("northcafeus");
        stage.Twin.Requests.Count("brands.list").ShouldBe(1);
        stage.Twin.Requests.Count("brands.get").ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_catalog_of_any_size_is_read_in_Giftbits_order()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ExtraBrands = 500);

        var ids = await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Branded }).Select(product => product.Id).ToListAsync();

        ids.ShouldBe(stage.Twin.BrandCodes);
        (stage.Twin.Requests.Count("brands.get"), stage.Twin.Requests.Count("regions.list")).ShouldBe((ids.Count, 1));
    }

    [Fact]
    public async Task Trap_6_a_brand_that_vanishes_between_list_and_price_is_left_out()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "brands.get",
                Kind = FaultKind.ProductGone,
                Key = "trailgearus",
            }
        );

        var ids = await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Branded }).Select(product => product.Id).ToListAsync();

        ids.ShouldBe(stage.Twin.BrandCodes.Where(code => code != "trailgearus"));
    }

    [Fact]
    public async Task A_brand_that_cannot_be_read_hides_no_other()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "brands.get",
                Kind = FaultKind.BrokenBody,
                Key = "pixelarcadeus",
            }
        );
        var seen = new List<string>();

        await foreach (var product in stage.Account.Catalog.ListAsync())
        {
            seen.Add(product.Id);
        }

        seen.ShouldNotContain(id => id == "pixelarcadeus");
        seen.ShouldContain(id => id == "northcafeus");
        seen.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Prices_are_read_at_the_pace_that_was_set()
    {
        var clock = new ManualTimeProvider();
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
        await using var accounts = Accounts.At(sandbox, clock, options => options.CatalogRequestsPerSecond = 4);
        await using var products = accounts.Account.Catalog.ListAsync().GetAsyncEnumerator();

        (await products.MoveNextAsync()).ShouldBeTrue();
        var second = products.MoveNextAsync().AsTask();
        await clock.WaitForTimersAsync(3, TimeSpan.FromMilliseconds(750));
        sandbox.Giftbit.Requests.Count("brands.get").ShouldBe(1);
        clock.Advance(TimeSpan.FromMilliseconds(250));

        (await second).ShouldBeTrue();
        sandbox.Giftbit.Requests.Count("brands.get").ShouldBe(2);
    }

    [Fact]
    public async Task What_a_card_costs_is_unknown_unless_the_agreement_is_told()
    {
        await using var stage = await Stage.StartAsync();
        await using var agreed = Accounts.At(stage.Sandbox, stage.Clock, options => options.DiscountPercent = 0);

        var unknown = (await stage.Account.Catalog.GetAsync("northcafeus")).Offers[0];
        var known = (await agreed.Account.Catalog.GetAsync("northcafeus")).Offers[0];

        (unknown.DiscountPercent, unknown.FeePerCard, unknown.CostOf(Money.Of(25, "USD"))).ShouldBe((null, null, null));
        known.CostOf(Money.Of(25, "USD")).ShouldBe(Money.Of(25, "USD"));
    }

    [Theory]
    [InlineData("""{ "brand_code": "b", "fund_currencyisocode": "dollars" }""", 0, null)]
    [InlineData("""{ "brand_code": "b", "fund_currencyisocode": "usd" }""", 1, "unknown")]
    [InlineData("""{ "brand_code": "b", "fund_currencyisocode": "USD", "variable_price": true, "min_price_in_cents": 1 }""", 1, "unknown")]
    [InlineData("""{ "brand_code": "b", "fund_currencyisocode": "USD", "variable_price": false, "allowed_prices_in_cents": [] }""", 1, "")]
    [InlineData("""{ "brand_code": "b", "fund_currencyisocode": "USD", "allowed_prices_in_cents": [100] }""", 1, "1.00 USD")]
    public async Task Prices_that_are_not_said_are_unknown(string brand, int offers, string? denominations)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerByPath = path =>
            path.EndsWith("/regions", StringComparison.Ordinal) ? Example.Read("regions-list") : $$"""{ "brand": {{brand}} }""";

        var product = await accounts.Account.Catalog.GetAsync("b");

        (product.Brand, product.Offers.Count).ShouldBe(("b", offers));
        product.Offers.Select(offer => offer.Denominations.ToString()).ShouldBe(denominations is null ? [] : [denominations]);
    }
}
