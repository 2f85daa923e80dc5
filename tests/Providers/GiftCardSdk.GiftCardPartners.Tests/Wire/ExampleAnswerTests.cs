namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Every answer that the documents show, read by the real client over a socket, member by member, in both spellings of its names.</summary>
public sealed class ExampleAnswerTests
{
    public static TheoryData<bool> Spellings => [false, true];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_token(bool camelCase)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server.BaseAddress, "a@account.example", "t", new ConformanceClock());
        server.Answer(Spelled("token-create", camelCase));

        var token = await accounts.Api.CreateTokenAsync();

        (token.Value.Reveal(), token.ExpiresIn).ShouldBe(("tok.demo.5d0e", 1800m));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_digital_order(bool camelCase)
    {
        var order = await ReadAsync("order-create-email", camelCase, api => api.CreateOrderAsync(Requests.Wire()), 201);

        (order.Id, order.Type, order.Status, order.PONumber).ShouldBe(("ord-51c0a2", "DigitalDelivery", "Completed", "NL-2031-000417"));
        order.CreatedDate.ShouldBe("2031-05-06T09:14:22Z");
        var line = order.LineItems.ShouldNotBeNull().ShouldHaveSingleItem().ShouldNotBeNull();
        (line.Id, line.ProductId, line.Value, line.Quantity).ShouldBe(("li-51c0a2-1", "HARBOR-COFFEE-US", 15m, 1));
        (line.Cost, line.Status, line.Culture, line.BrandingId).ShouldBe((14.55m, "Completed", "en-US", "brd-teal-2"));
        line.ClaimData.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_pending_order(bool camelCase)
    {
        var order = await ReadAsync("order-create-links", camelCase, api => api.CreateOrderAsync(Requests.Wire()), 201);

        (order.Id, order.Type, order.Status, order.PONumber).ShouldBe(("ord-51c0b9", "Links", "Pending", "NL-2031-000418"));
        order.LineItems.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task An_order_with_links(bool camelCase)
    {
        var order = await ReadAsync("order-get", camelCase, api => api.GetOrderAsync("ord-51c0b9"));

        var line = order.LineItems.ShouldNotBeNull().ShouldHaveSingleItem().ShouldNotBeNull();
        (line.Value, line.Quantity, line.Cost).ShouldBe((5m, 60, 291m));
        var claim = line.ClaimData.ShouldNotBeNull().ShouldHaveSingleItem().ShouldNotBeNull();
        (claim.Id, claim.ClaimLink?.Reveal()).ShouldBe(("clm-0001", "https://claim.sandbox.example/c/9QF2"));
        (claim.ClaimLinkChallengeAnswer?.Reveal(), claim.BarcodePath, claim.BarcodeType).ShouldBe(("4471", null, null));
        claim.OtherMembers.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_page_of_orders(bool camelCase)
    {
        var page = await ReadAsync("orders-list", camelCase, api => api.ListOrdersAsync(new() { PageSize = 50 }));

        (page.Page, page.PageSize, page.TotalCount).ShouldBe((1, 50, 1));
        var order = page.Data.ShouldHaveSingleItem();
        (order.Id, order.Type, order.Status, order.PONumber).ShouldBe(("ord-51c0a2", "DigitalDelivery", "Completed", "NL-2031-000417"));
        order.LineItems.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_balance(bool camelCase)
    {
        var balance = await ReadAsync("balance-get", camelCase, api => api.GetBalanceAsync());

        (balance.Available, balance.Pending, balance.CurrencyCode).ShouldBe((2140.75m, 5000m, "USD"));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_page_of_products(bool camelCase)
    {
        var page = await ReadAsync("products-list", camelCase, api => api.ListProductsAsync());

        (page.Page, page.PageSize, page.TotalCount).ShouldBe((1, 100, 1));
        var product = page.Data.ShouldHaveSingleItem();
        (product.Id, product.Name, product.Type).ShouldBe(("HARBOR-COFFEE-US", "Harbor Coffee", "Digital"));
        (product.DenominationType, product.CurrencyCode).ShouldBe(("Fixed", "USD"));
        product.Denominations.ShouldBe([5m, 15m, 30m]);
        product.CultureCodes.ShouldBe(["en-US", "fr-CA"]);
        product.AvailableDeliveryTypes.ShouldBe(["DigitalDelivery", "Links"]);
        (product.ShortDescription, product.LongDescription).ShouldBe(("Coffee and pastries.", "Valid in every Harbor Coffee shop."));
        (product.Terms, product.Disclaimer).ShouldBe(("No cash value.", "Not affiliated with any real brand."));
        product.RedemptionNote.ShouldBe("Show the code at the till.");
        product.Meta?.ShippingConfiguration.ShouldBe(new() { FulfillmentGroup = "none", HasRequiredCardCarriers = false });
        product
            .Media?.Faceplates.ShouldNotBeNull()
            .ShouldHaveSingleItem()
            .ShouldBe(new() { Name = "Classic", Path = "https://img.sandbox.example/harbor.png" });
        product.Cost.ShouldBe(new() { Fee = 0m, DiscountPercentage = 3m });
        product
            .Translations.ShouldNotBeNull()
            .ShouldHaveSingleItem()
            .ShouldBe(
                new()
                {
                    CultureCode = "fr",
                    Name = "Café du Port",
                    Description = "Café et viennoiseries.",
                }
            );
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task One_product(bool camelCase)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(camelCase ? Example.InCamelCase(Example.OneProduct()) : Example.OneProduct());

        (await accounts.Api.GetProductAsync(Requests.Coffee)).Name.ShouldBe("Harbor Coffee");
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("""{{ "Page": 1, "PageSize": 1, "TotalCount": 1, "Data": {0} }}""")]
    [InlineData("""{{ "data": {0}, "page": null, "pageSize": "many" }}""")]
    public async Task The_short_lists_bare_and_in_an_envelope(string form)
    {
        (await ListAsync("shipping-methods-list", form, api => api.ListShippingMethodsAsync())).ShouldBe(
            new()
            {
                Id = "shp-ground",
                Name = "Ground",
                Cost = 6.95m,
                FulfillmentGroup = "books",
            }
        );
        (await ListAsync("carriers-list", form, api => api.ListCarriersAsync())).ShouldBe(
            new()
            {
                Id = "car-kraft",
                Name = "Kraft sleeve",
                FulfillmentGroup = "books",
            }
        );
        (await ListAsync("brandings-list", form, api => api.ListBrandingsAsync())).ShouldBe(
            new() { Id = "brd-teal-2", Name = "Teal header" }
        );
        (await ListAsync("departments-list", form, api => api.ListDepartmentsAsync())).ShouldBe(
            new() { Id = "dep-research", Name = "Research" }
        );
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task The_health_of_the_service(bool camelCase) =>
        (await ReadAsync("status-get", camelCase, api => api.GetStatusAsync())).Status.ShouldBe("Ok");

    [Fact]
    public async Task Numbers_may_stand_in_texts()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "Available": "2140.75", "Pending": "0" }""");

        var balance = await accounts.Api.GetBalanceAsync();

        (balance.Available, balance.Pending).ShouldBe((2140.75m, 0m));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task Any_success_to_an_order_is_one(int status) =>
        (await ReadAsync("order-create-email", false, api => api.CreateOrderAsync(Requests.Wire()), status)).Id.ShouldBe("ord-51c0a2");

    private static async Task<T> ListAsync<T>(string example, string form, Func<IGiftCardPartnersApi, Task<GiftCardPartnersPage<T>>> call)
        where T : class
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Example.Read(example)));
        return (await call(accounts.Api)).Data.ShouldHaveSingleItem();
    }

    private static async Task<T> ReadAsync<T>(string example, bool camelCase, Func<IGiftCardPartnersApi, Task<T>> call, int status = 200)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Spelled(example, camelCase), status);
        return await call(accounts.Api);
    }

    private static string Spelled(string example, bool camelCase) =>
        camelCase ? Example.InCamelCase(Example.Read(example)) : Example.Read(example);
}
