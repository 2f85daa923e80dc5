using System.Text.Json.Nodes;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>The catalog: what its products mean, and how long it is kept.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task A_product_is_told_with_its_texts_its_face_values_and_what_it_costs()
    {
        await using var stage = await Stage.StartAsync();

        var product = await stage.Account.Catalog.GetAsync(Requests.Coffee);

        (product.Provider, product.Brand, product.Kind).ShouldBe(("giftcardpartners", "Harbor Coffee", ProductKind.Branded));
        product.Description.ShouldNotBeNull().ShouldContain("Harbor Coffee");
        product.ImageUrl.ShouldNotBeNull().Host.ShouldBe("img.sandbox.example");
        (product.Terms is null, product.Disclaimer is null, product.RedemptionInstructions is null).ShouldBe((false, false, false));
        var offer = product.Offers.ShouldHaveSingleItem();
        (offer.Currency, offer.Countries.IsKnown).ShouldBe(("USD", false));
        offer
            .Denominations.ShouldBeOfType<FixedDenominations>()
            .Values.ShouldBe([Money.Of(5, "USD"), Money.Of(15, "USD"), Money.Of(30, "USD")]);
        (offer.DiscountPercent, offer.FeePerCard).ShouldBe((3m, Money.Of(0, "USD")));
        offer.CostOf(Money.Of(15, "USD")).ShouldBe(Money.Of(14.55m, "USD"));
        offer.Deliveries.ShouldBe([Delivery.Email, Delivery.Sms, Delivery.EmailAndSms, Delivery.Returned]);
    }

    [Theory]
    [InlineData("PRODUCTA", "USD", "5.00 USD to 500.00 USD")]
    [InlineData("KISSATEN-JP", "JPY", "500 JPY to 30000 JPY")]
    [InlineData("DHOW-MARKET-KW", "KWD", "2.500 KWD, 5.000 KWD, 10.000 KWD")]
    public async Task Face_values_are_in_the_products_own_currency(string id, string currency, string values)
    {
        await using var stage = await Stage.StartAsync();

        var offer = (await stage.Account.Catalog.GetAsync(id)).Offers.ShouldHaveSingleItem();

        (offer.Currency, offer.Denominations.ToString()).ShouldBe((currency, values));
    }

    [Fact]
    public async Task A_posted_card_with_a_fee_can_be_posted_only()
    {
        await using var stage = await Stage.StartAsync();

        var offer = (await stage.Account.Catalog.GetAsync("COPPER-KETTLE-CARD")).Offers.ShouldHaveSingleItem();

        offer.Deliveries.ShouldBe([Delivery.Post]);
        (offer.DiscountPercent, offer.FeePerCard).ShouldBe((7m, Money.Of(0.75m, "USD")));
        offer.CostOf(Money.Of(50, "USD")).ShouldBe(Money.Of(47.25m, "USD"));
    }

    [Theory]
    [InlineData("""{ "Id": "P", "CurrencyCode": "USD" }""", "unknown")]
    [InlineData("""{ "Id": "P", "CurrencyCode": "USD", "DenominationType": "Fixed", "Denominations": [] }""", "unknown")]
    [InlineData("""{ "Id": "P", "CurrencyCode": "USD", "DenominationType": "Auction", "Denominations": [1, 2] }""", "unknown")]
    [InlineData(
        """{ "Id": "P", "CurrencyCode": "usd", "DenominationType": "variable", "Denominations": [50, 5] }""",
        "5.00 USD to 50.00 USD"
    )]
    public async Task What_is_not_said_is_unknown_and_never_guessed(string body, string values)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body);

        var product = await accounts.Account.Catalog.GetAsync("P");

        product.Brand.ShouldBe("P");
        var offer = product.Offers.ShouldHaveSingleItem();
        (offer.Denominations.ToString(), offer.DiscountPercent, offer.FeePerCard, offer.Deliveries.Count).ShouldBe((values, null, null, 0));
        offer.CostOf(Money.Of(5, "USD")).ShouldBeNull();
    }

    [Fact]
    public async Task A_product_without_a_currency_has_no_offer_and_cannot_be_ordered()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.OneProduct(product => product["CurrencyCode"] = "dollars"));

        (await accounts.Account.Catalog.GetAsync(Requests.Coffee)).Offers.ShouldBeEmpty();
        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.PlaceAsync(Requests.Links("o")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        server.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task All_pages_are_read_and_the_core_filters()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ExtraProducts = 230);

        (await ListAsync(stage.Accounts)).Select(product => product.Id).ShouldBe(stage.Twin.ProductIds);
        (await ListAsync(stage.Accounts, new() { Currency = "KWD" })).ShouldHaveSingleItem().Id.ShouldBe("DHOW-MARKET-KW");
        (await ListAsync(stage.Accounts, new() { Search = "harbor" })).Count.ShouldBe(2);
        stage.Twin.Requests.Count("products.list").ShouldBe(3, "it is kept whole, whatever is asked for");
    }

    [Fact]
    public async Task The_first_product_is_out_before_the_last_page_is_read()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ExtraProducts = 230);

        await foreach (var product in stage.Account.Catalog.ListAsync())
        {
            product.Id.ShouldBe(stage.Twin.ProductIds[0]);
            break;
        }

        stage.Twin.Requests.Count("products.list").ShouldBe(1);
        (await ListAsync(stage.Accounts)).Count.ShouldBe(stage.Twin.ProductIds.Count, "a list that was not read to its end is not kept");
    }

    [Fact]
    public async Task The_catalog_is_kept_for_a_week()
    {
        await using var stage = await Stage.StartAsync();
        await ListAsync(stage.Accounts);

        stage.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await ListAsync(stage.Accounts);
        stage.Twin.Requests.Count("products.list").ShouldBe(1);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await ListAsync(stage.Accounts);
        stage.Twin.Requests.Count("products.list").ShouldBe(2);
    }

    [Fact]
    public async Task By_option_nothing_is_kept()
    {
        await using var stage = await Stage.StartAsync(account: options => options.CacheTime = TimeSpan.Zero);

        for (var time = 1; time <= 2; time++)
        {
            await ListAsync(stage.Accounts);
            await stage.Accounts.Cache.ListCarriersAsync();
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{time}"));
        }

        (stage.Twin.Requests.Count("products.list"), stage.Twin.Requests.Count("carriers.list")).ShouldBe((2, 2));
        stage.Twin.Requests.Count("products.get").ShouldBe(2);
    }

    [Fact]
    public async Task Everything_that_is_kept_can_be_forgotten()
    {
        await using var stage = await Stage.StartAsync();
        var cache = stage.Accounts.Cache;

        for (var time = 1; time <= 2; time++)
        {
            for (var again = 1; again <= 2; again++)
            {
                await ListAsync(stage.Accounts);
                (await cache.ListShippingMethodsAsync()).Count.ShouldBe(4);
                (await cache.ListCarriersAsync()).Count.ShouldBe(3);
                (await cache.ListBrandingsAsync()).Count.ShouldBe(3);
                (await cache.ListDepartmentsAsync()).Count.ShouldBe(2);
            }

            foreach (var operation in new[] { "products", "shipping_methods", "carriers", "brandings", "departments" })
            {
                stage.Twin.Requests.Count($"{operation}.list").ShouldBe(time, operation);
            }

            cache.Invalidate();
        }
    }

    [Fact]
    public async Task One_product_is_read_fresh_and_an_order_takes_a_kept_one()
    {
        await using var stage = await Stage.StartAsync();
        await ListAsync(stage.Accounts);

        await stage.Account.Orders.PlaceAsync(Requests.Links("kept"));
        stage.Twin.Requests.Count("products.get").ShouldBe(0);
        await stage.Account.Catalog.GetAsync(Requests.Coffee);
        await stage.Account.Catalog.GetAsync(Requests.Coffee);

        stage.Twin.Requests.Count("products.get").ShouldBe(2);
    }

    [Fact]
    public async Task What_a_kept_product_rules_out_is_looked_up_afresh_before_it_is_refused()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Method == "POST" ? new(Example.Read("order-create-links", order => order["PONumber"] = "fresh"), 201)
            : request.Path == "/v1/Products" ? new(Example.Read("products-list"))
            : new(Example.OneProduct(product => product["Denominations"]!.AsArray().Add((JsonNode)17.5m)));
        await ListAsync(accounts);

        await accounts.Account.Orders.PlaceAsync(Requests.Links("fresh", Requests.Line(value: 17.5m)));

        server
            .Requests.Select(request => $"{request.Method} {request.Path}")
            .ShouldBe(["GET /v1/Products", "GET /v1/Products/HARBOR-COFFEE-US", "POST /v1/Orders"]);
    }

    [Fact]
    public async Task A_refusal_that_blames_the_product_has_the_catalog_forgotten_once()
    {
        await using var stage = await Stage.StartAsync();
        await ListAsync(stage.Accounts);
        stage.Twin.RemoveProduct(Requests.Coffee);

        var refused = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("gone")));
        var again = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("gone")));

        (refused.Code, refused.HttpStatus).ShouldBe((GiftCardErrorCode.ProductUnavailable, 400));
        (again.Code, again.HttpStatus).ShouldBe((GiftCardErrorCode.ProductUnavailable, 404));
        stage.Twin.Requests.Count("orders.create").ShouldBe(1, "the second time the product was looked up and was not there");
    }

    [Fact]
    public async Task Where_products_cannot_be_read_by_id_they_are_found_in_the_list()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.ProductsCanBeReadById = false);

        (await stage.Account.Catalog.GetAsync("KISSATEN-JP")).Brand.ShouldBe("Kissaten");
        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync("NO-SUCH-CARD"));
        await stage.Account.Orders.PlaceAsync(Requests.Links("by-list"));

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
        stage.Twin.Requests.Count("products.get").ShouldBe(0);
    }

    [Fact]
    public async Task Another_product_than_the_one_asked_for_is_not_taken_for_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.OneProduct());

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Catalog.GetAsync("PRODUCTA"));

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
    }

    private static async Task<List<Product>> ListAsync(Accounts accounts, CatalogQuery? query = null)
    {
        var products = new List<Product>();
        await foreach (var product in accounts.Account.Catalog.ListAsync(query))
        {
            products.Add(product);
        }

        return products;
    }
}
