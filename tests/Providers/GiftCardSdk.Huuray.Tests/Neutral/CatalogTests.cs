using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>The catalog and balances roles.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task Products_have_one_offer_each_and_what_cannot_be_ordered_is_left_out()
    {
        await using var stage = await Stage.StartAsync();

        var products = await stage.Account.Catalog.ListAsync().ToListAsync();

        products.Count.ShouldBeGreaterThan(50);
        products.ShouldAllBe(product => product.Offers.Count == 1 && product.Provider == "huuray");
        products.ShouldNotContain(product => product.Brand == "Winter Closed Demo", "it is not active");
        products.ShouldNotContain(product => product.Brand == "Members Only Demo", "this account may not order it");
        var coffee = products.Single(product => product.Id == Requests.Product);
        (coffee.Brand, coffee.Description, coffee.Kind).ShouldBe(("Nordkaffe Demo", "Demo coffee bars.", ProductKind.Branded));
        coffee.Categories.ShouldBe(["Food", "Coffee"]);
        coffee.RedemptionInstructions.ShouldBe("Show the code at the till.");
        coffee.ImageUrl.ShouldBe(new Uri("https://img.example.test/pt-nord-kaffe-se.png"));
        var offer = coffee.Offers[0];
        (offer.Currency, offer.DiscountPercent, offer.FeePerCard, offer.Stock).ShouldBe(("SEK", 3.25m, null, null));
        offer.Countries.Codes.ShouldBe(["SE"]);
        offer.CostOf(Money.Of(100, "SEK")).ShouldBeNull("whether a card costs a fee besides is not documented");
    }

    [Theory]
    [InlineData(HuurayRangeNotation.Dash, "50.00 SEK to 5000.00 SEK")]
    [InlineData(HuurayRangeNotation.Words, "unknown")]
    [InlineData(HuurayRangeNotation.Null, "unknown")]
    public async Task Quirk_13_a_range_is_read_or_unknown(HuurayRangeNotation notation, string read)
    {
        await using var stage = await Stage.StartAsync(twin => twin.RangeNotation = notation);

        var product = await stage.Account.Catalog.GetAsync("pt-nord-kaffe-flex-se");

        product.Offers[0].Denominations.ToString().ShouldBe(read);
    }

    [Theory]
    [InlineData(HuurayDenominationUnit.Major, HuurayMinorUnits.Iso4217)]
    [InlineData(HuurayDenominationUnit.Minor, HuurayMinorUnits.Iso4217)]
    [InlineData(HuurayDenominationUnit.Minor, HuurayMinorUnits.AlwaysHundredths)]
    public async Task Quirk_13_face_values_are_read_in_whichever_unit_they_come(HuurayDenominationUnit unit, HuurayMinorUnits minor)
    {
        await using var stage = await Stage.StartAsync(
            twin => (twin.DenominationUnit, twin.MinorUnits) = (unit, minor),
            account =>
            {
                account.WireAssumptions.DenominationsInMinorUnits = unit == HuurayDenominationUnit.Minor;
                account.WireAssumptions.CountsInHundredths = minor == HuurayMinorUnits.AlwaysHundredths;
            }
        );

        (await ValuesAsync(Requests.Product)).ShouldBe([Money.Of(100, "SEK"), Money.Of(250, "SEK"), Money.Of(500, "SEK")]);
        (await ValuesAsync("pt-hikari-games-jp")).ShouldBe([Money.Of(1000, "JPY"), Money.Of(3000, "JPY"), Money.Of(5000, "JPY")]);
        (await ValuesAsync("pt-harbour-cinema-gb"))[0].ShouldBe(Money.Of(12.5m, "GBP"));

        async Task<IReadOnlyList<Money>> ValuesAsync(string id) =>
            ((FixedDenominations)(await stage.Account.Catalog.GetAsync(id)).Offers[0].Denominations).Values;
    }

    [Theory]
    [InlineData("""  "10, 25.50 ,25.50" """, "10.00 EUR, 25.50 EUR")]
    [InlineData(""" "10-20,50" """, "unknown")]
    [InlineData(""" "50-10" """, "unknown")]
    [InlineData(""" "0,10" """, "unknown")]
    [InlineData(""" "-5" """, "unknown")]
    [InlineData(""" "" """, "unknown")]
    [InlineData(""" "99999999999999999999999999999999999" """, "unknown")]
    public async Task Quirk_13_no_text_is_an_error(string denominations, string read)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            $$"""{ "Products": [{ "ProductToken": "p", "Currency": "EUR", "CountryCode": "Sweden", "Denominations": {{denominations}} }], "Status": 200 }"""
        );

        var product = await accounts.Account.Catalog.GetAsync("p");

        product.Offers[0].Denominations.ToString().ShouldBe(read);
        (product.Brand, product.Offers[0].Countries.IsKnown).ShouldBe(("p", false));
    }

    [Fact]
    public async Task Quirk_14_the_public_catalogue_has_no_tokens_and_nothing_of_it_is_offered()
    {
        await using var stage = await Stage.StartAsync();

        var all = await stage.Api.GetCatalogueAsync(all: true);
        var own = await stage.Api.GetCatalogueAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();

        all.Products.ShouldAllBe(product => product.ProductToken == null && product.Discount == null);
        own.Products.ShouldAllBe(product => product.ProductToken != null);
        all.Products.Count.ShouldBeGreaterThan(own.Products.Count);
        stage.Twin.Requests.For("catalogue.list")[^1].Body.ShouldBe("""{"All":false}""");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(10, 1)]
    public async Task Quirk_15_one_product_costs_the_whole_catalogue_unless_it_may_be_kept(int minutes, int calls)
    {
        await using var stage = await Stage.StartAsync(account: options => options.CatalogCacheTime = TimeSpan.FromMinutes(minutes));

        await stage.Account.Catalog.GetAsync(Requests.Product);
        await stage.Account.Catalog.GetAsync("pt-hikari-games-jp");
        stage.Twin.Requests.Count("catalogue.list").ShouldBe(calls);
        stage.Clock.Advance(TimeSpan.FromMinutes(minutes));
        stage.Twin.RemoveProduct(Requests.Product);
        var gone = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync(Requests.Product));

        (gone.Code, gone.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NotAnOrder));
    }

    [Fact]
    public async Task What_is_kept_of_the_catalogue_can_be_forgotten()
    {
        await using var stage = await Stage.StartAsync(account: options => options.CatalogCacheTime = TimeSpan.FromMinutes(10));
        await stage.Account.Catalog.GetAsync(Requests.Product);
        stage.Twin.RemoveProduct(Requests.Product);
        await stage.Account.Catalog.GetAsync(Requests.Product);

        await stage.Accounts.Services.GetRequiredService<IGiftCards>().Catalog.ForgetAsync(stage.Account.Name);

        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync(Requests.Product))).Code.ShouldBe(
            GiftCardErrorCode.ProductUnavailable
        );
    }

    [Theory]
    [InlineData(404, "order-search-none")]
    [InlineData(200, """{ "Products": [], "Status": 200 }""")]
    [InlineData(200, """{ "Products": null, "Status": 200 }""")]
    public async Task Quirk_9_an_empty_catalogue_is_empty_in_either_form(int status, string body)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(status == 404 ? Example.Read(body) : body, status);

        (await accounts.Account.Catalog.ListAsync().CountAsync()).ShouldBe(0);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_choice_card_is_one_where_its_token_is_named()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.ChoiceProducts = ["pt-free-choice-se"]);

        var choices = await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Choice }).ToListAsync();

        choices.ShouldHaveSingleItem().Id.ShouldBe("pt-free-choice-se");
    }

    [Fact]
    public async Task Stock_is_told_for_a_value_and_unknown_for_what_is_made_as_it_is_ordered()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetStock(Requests.Product, 25000, 7);

        (await stage.Api.GetStockAsync(Requests.Product, 25000)).Stock.ShouldBe(7);
        (await stage.Api.GetStockAsync(Requests.Product)).Stock.ShouldBe(100_000);
        (await stage.Api.GetStockAsync("pt-free-choice-se")).Stock.ShouldBeNull();
        (await Should.ThrowAsync<GiftCardException>(() => stage.Api.GetStockAsync("p"))).Code.ShouldBe(
            GiftCardErrorCode.ProductUnavailable
        );
    }

    [Fact]
    public async Task Balances_are_counted_in_each_currencys_own_units()
    {
        await using var stage = await Stage.StartAsync();

        var balances = (await stage.Account.Balances.ListAsync()).Select(balance => balance.Available).ToArray();

        balances.ShouldContain(Money.Of(250_000_000, "EUR"));
        balances.ShouldContain(Money.Of(50_000_000, "JPY"));
        balances.ShouldContain(Money.Of(5_000, "KWD"));
    }

    [Fact]
    public async Task A_balance_in_no_currency_is_left_to_the_native_interface()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("balance-get", json => json["Balances"]![0]!["Currency"] = "kronor"));

        var balances = await accounts.Account.Balances.ListAsync();
        var native = await accounts.Api.GetBalancesAsync();

        balances.ShouldHaveSingleItem().Currency.ShouldBe("GBP");
        native.Balances[0].Currency.ShouldBe("kronor");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Quirk_27_a_rate_can_be_asked_for_and_an_order_names_no_currency_to_pay_in(bool withSpread)
    {
        await using var stage = await Stage.StartAsync(twin => twin.RateContainsSpread = withSpread);

        var rate = await stage.Api.GetExchangeRateAsync("EUR", "SEK");
        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Returned("o-1") with { PaymentCurrency = "EUR" })
        );

        (rate.ExchangeRate > 1, rate.Spread).ShouldBe((true, 2));
        failure.Message.ShouldContain("PaymentCurrency");
        stage.Twin.Requests.Count("order.create").ShouldBe(0);
    }
}
