namespace GiftCardSdk.Gifq.Tests;

/// <summary>Every answer that the documents show is read, word for word and member by member.</summary>
public sealed class ExampleAnswerTests
{
    [Fact]
    public async Task The_catalog()
    {
        var page = await ReadAsync("products-list", api => api.ListProductsAsync(new() { Page = 1, Limit = 20 }));

        (page.CurrentPage, page.PageItems, page.TotalCount, page.TotalPages).ShouldBe((1, 1, 1, 1));
        var brand = page.Rows.ShouldHaveSingleItem();
        brand.Id.ShouldBe("0b9a3d52-6f1e-4c55-9a77-3f2f0c1d8e10");
        (brand.Slug, brand.Title, brand.Logo).ShouldBe(("lumen-books", "Lumen Books", "https://static.example/lumen.png"));
        (brand.Description, brand.Terms).ShouldBe(("Books and stationery.", "One card per basket."));
        brand.RedeemInstructions.ShouldBe("Enter the code at checkout.");
        brand.Categories.ShouldBe(["books"]);
        brand.Countries.ShouldBe(["IE", "US"]);
        brand.Products.ShouldNotBeNull().Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_option_of_a_fixed_value_with_a_discount()
    {
        var page = await ReadAsync("products-list-first", api => api.ListProductsAsync());

        var option = page.Rows[0].Products![0];
        (option.Currency, option.MinFaceValue, option.MaxFaceValue, option.StockCount).ShouldBe(("USD", 25m, 25m, 118));
        option.Countries.ShouldBe(["US"]);
        (option.Discount, option.DiscountPercent, option.FeePercent).ShouldBe((4m, 4m, null));
        (option.Expiry, option.BalanceCheckUrl, option.Id).ShouldBe(("24 months", null, null));
    }

    [Fact]
    public async Task An_option_with_a_range_a_fee_and_unknown_stock()
    {
        var page = await ReadAsync("products-list-first", api => api.ListProductsAsync());

        var option = page.Rows[0].Products![1];
        (option.Currency, option.MinFaceValue, option.MaxFaceValue, option.StockCount).ShouldBe(("EUR", 10m, 200m, null));
        (option.Discount, option.DiscountPercent, option.FeePercent).ShouldBe((-1.5m, null, 1.5m));
        (option.Expiry, option.BalanceCheckUrl).ShouldBe((null, "https://lumen.example/balance"));
    }

    [Fact]
    public async Task An_order_as_it_was_taken()
    {
        var order = await ReadAsync("order-create", api => api.CreateOrderAsync(WireCalls.NewOrder));

        (order.Id, order.Reference, order.Status).ShouldBe(("77410", "fjord-000417", GifqWords.OrderStatus.Pending));
        (order.Currency, order.FaceValue, order.RedeemDetails, order.FxFee).ShouldBe(("USD", 25m, null, null));
    }

    [Fact]
    public async Task An_order_that_another_currency_pays()
    {
        var order = await ReadAsync(
            "order-create-cross-currency",
            api => api.CreateOrderAsync(WireCalls.NewOrder with { PaymentCurrency = "EUR", Reference = "fjord-000418" })
        );

        (order.Id, order.PaymentCurrency).ShouldBe(("77411", "EUR"));
        var fx = order.FxFee.ShouldNotBeNull();
        (fx.Rate, fx.FeePercentage, fx.Total, fx.Currency).ShouldBe((0.92m, 1.0m, 22.30m, "EUR"));
    }

    [Fact]
    public async Task A_completed_order_with_its_card()
    {
        var order = await ReadAsync("order-get", api => api.GetOrderAsync("77410"));

        (order.Id, order.Status, order.Brand, order.Country).ShouldBe(("77410", GifqWords.OrderStatus.Completed, "lumen-books", "US"));
        (order.FaceValue, order.Amount, order.Discount).ShouldBe((25m, 24.00m, 4m));
        var card = order.RedeemDetails.ShouldNotBeNull();
        (card.Code!.Reveal(), card.Pin!.Reveal(), card.Serial!.Reveal()).ShouldBe(("LMN4-82QK-1190", "5531", "900017734"));
        (card.Link, card.LinkChallengeCode, card.SecurityCode, card.SecretCode).ShouldBe((null, null, null, null));
        (order.Instructions, order.ExpiresAt).ShouldBe(("Enter the code at checkout.", "2028-05-31T00:00:00Z"));
        (order.CreatedAt, order.UpdatedAt).ShouldBe(("2026-06-02T09:14:08Z", null));
    }

    [Fact]
    public async Task The_list_of_orders()
    {
        var page = await ReadAsync("orders-list", api => api.ListOrdersAsync(new() { Page = 1, Limit = 2 }));

        page.Rows.Select(order => (order.Id, order.Reference, order.Status))
            .ShouldBe([("77411", "fjord-000418", "pending"), ("77410", "fjord-000417", "completed")]);
    }

    [Fact]
    public async Task Balances()
    {
        var balances = await ReadAsync("balances-list", api => api.ListBalancesAsync());

        balances.Select(balance => (balance.Currency, balance.Amount)).ShouldBe([("EUR", 4977.70m), ("GBP", 5000.00m), ("USD", 4976.00m)]);
    }

    [Fact]
    public async Task Transactions()
    {
        var page = await ReadAsync("transactions-list", api => api.ListTransactionsAsync(new() { Page = 1 }));

        page.Rows.Select(row => (row.Id, row.Type, row.Amount, row.Currency, row.Reference, row.CreatedAt))
            .ShouldBe([
                ("t-903", "order", -22.30m, "EUR", "fjord-000418", "2026-06-02T09:20:41Z"),
                ("t-902", "order", -24.00m, "USD", "fjord-000417", "2026-06-02T09:14:08Z"),
            ]);
    }

    [Fact]
    public async Task A_campaign()
    {
        var campaign = await ReadAsync("campaign-create", api => api.CreateCampaignAsync(WireCalls.NewCampaign));

        (campaign.Id, campaign.Status, campaign.Name).ShouldBe((WireCalls.Campaign, GifqWords.CampaignStatus.Draft, "Panel thank-you"));
    }

    [Fact]
    public async Task A_batch_of_payouts()
    {
        var batch = await ReadAsync("payout-order-create", api => api.CreatePayoutOrderAsync(WireCalls.Batch));

        (batch.Id, batch.CampaignId, batch.Status).ShouldBe(("po-218", WireCalls.Campaign, GifqWords.PayoutOrderStatus.Pending));
        (batch.WalletCurrency, batch.TotalAmount, batch.RecipientsCount).ShouldBe(("EUR", 20.00m, 1));
    }

    [Fact]
    public async Task Payouts()
    {
        var page = await ReadAsync("payouts-list", api => api.ListPayoutsAsync(new() { Page = 1 }));

        var payout = page.Rows.ShouldHaveSingleItem();
        (payout.Id, payout.PayoutOrderId, payout.Email).ShouldBe(("p-5507", "po-218", "ida@fjord.example"));
        (payout.Amount, payout.Currency, payout.Status).ShouldBe((20m, "EUR", GifqWords.PayoutStatus.Pending));
        (payout.Brand, payout.ExpiresAt).ShouldBe((null, "2026-07-17T10:00:00Z"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task Any_2xx_means_that_an_order_was_taken(int status)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create"), status);

        (await accounts.Api.CreateOrderAsync(WireCalls.NewOrder)).Id.ShouldBe("77410");
    }

    private static async Task<T> ReadAsync<T>(string example, Func<IGifqApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        return await server.AnswerAsync(example, () => call(accounts.Api));
    }
}
