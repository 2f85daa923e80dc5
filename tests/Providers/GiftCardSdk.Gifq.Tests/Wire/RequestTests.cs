namespace GiftCardSdk.Gifq.Tests;

/// <summary>What each operation puts on the wire, compared with the documents member by member.</summary>
public sealed class RequestTests
{
    [Fact]
    public Task A_page_of_the_catalog() =>
        SendsAsync(
            "GET",
            "/api/products?page=1&limit=20",
            null,
            "products.list",
            api => api.ListProductsAsync(new() { Page = 1, Limit = 20 })
        );

    [Fact]
    public Task The_catalog_as_GIFQ_cuts_it() => SendsAsync("GET", "/api/products", null, "products.list", api => api.ListProductsAsync());

    [Fact]
    public Task An_order() =>
        SendsAsync("POST", "/api/orders", Example.Read("order-request"), "orders.create", api => api.CreateOrderAsync(WireCalls.NewOrder));

    [Fact]
    public Task An_order_that_another_currency_pays() =>
        SendsAsync(
            "POST",
            "/api/orders",
            Example.Read("order-request", json => json["payment_currency"] = "EUR"),
            "orders.create",
            api => api.CreateOrderAsync(WireCalls.NewOrder with { PaymentCurrency = "EUR" })
        );

    [Fact]
    public Task A_page_of_orders() =>
        SendsAsync("GET", "/api/orders?page=1&limit=2", null, "orders.list", api => api.ListOrdersAsync(new() { Page = 1, Limit = 2 }));

    [Fact]
    public Task An_order_by_its_id() => SendsAsync("GET", "/api/orders/77410", null, "orders.get", api => api.GetOrderAsync("77410"));

    [Fact]
    public Task An_id_cannot_lead_elsewhere() =>
        SendsAsync("GET", "/api/orders/..%2Fbalances%3Fa", null, "orders.get", api => api.GetOrderAsync("../balances?a"));

    [Fact]
    public Task A_page_of_campaigns() =>
        SendsAsync("GET", "/api/campaigns?page=2", null, "campaigns.list", api => api.ListCampaignsAsync(new() { Page = 2 }));

    [Fact]
    public Task A_new_campaign() =>
        SendsAsync(
            "POST",
            "/api/campaigns",
            Example.Read("campaign-request"),
            "campaigns.create",
            api =>
                api.CreateCampaignAsync(
                    new()
                    {
                        Name = "Panel thank-you",
                        SenderName = "Fjord Research",
                        EmailSubject = "For you, {{recipient_name}}",
                        EmailBody = "{{amount}} is ready.",
                        ExcludedBrandIds = [],
                    }
                )
        );

    [Fact]
    public Task A_campaign_with_every_member() =>
        SendsAsync(
            "POST",
            "/api/campaigns",
            """
            { "name": "n", "sender_name": "s", "description": "d", "webpage_headline": "wh", "webpage_body": "wb",
              "email_subject": "es", "email_body": "eb", "excluded_brand_ids": ["b-1"] }
            """,
            "campaigns.create",
            api =>
                api.CreateCampaignAsync(
                    new()
                    {
                        Name = "n",
                        SenderName = "s",
                        Description = "d",
                        WebpageHeadline = "wh",
                        WebpageBody = "wb",
                        EmailSubject = "es",
                        EmailBody = "eb",
                        ExcludedBrandIds = ["b-1"],
                    }
                )
        );

    [Fact]
    public Task A_campaign_by_its_id() =>
        SendsAsync("GET", $"/api/campaigns/{WireCalls.Campaign}", null, "campaigns.get", api => api.GetCampaignAsync(WireCalls.Campaign));

    [Fact]
    public Task A_change_of_a_campaign_names_what_changes_and_nothing_else() =>
        SendsAsync(
            "PATCH",
            $"/api/campaigns/{WireCalls.Campaign}",
            Example.Read("campaign-update-request"),
            "campaigns.update",
            api => api.UpdateCampaignAsync(WireCalls.Campaign, new() { Description = "Wave 2" })
        );

    [Fact]
    public Task A_description_is_taken_away_by_null() =>
        SendsAsync(
            "PATCH",
            $"/api/campaigns/{WireCalls.Campaign}",
            """{ "description": null }""",
            "campaigns.update",
            api => api.UpdateCampaignAsync(WireCalls.Campaign, new() { ClearsDescription = true })
        );

    [Fact]
    public Task The_catalog_of_a_campaign() =>
        SendsAsync(
            "GET",
            $"/api/campaigns/{WireCalls.Campaign}/catalog?page=3",
            null,
            "campaigns.catalog",
            api => api.ListCampaignProductsAsync(WireCalls.Campaign, new() { Page = 3 })
        );

    [Theory]
    [InlineData("activate")]
    [InlineData("pause")]
    [InlineData("archive")]
    public Task A_move_of_a_campaign(string move) =>
        SendsAsync("POST", $"/api/campaigns/{WireCalls.Campaign}/{move}", "", $"campaigns.{move}", Move(move));

    [Theory]
    [InlineData("activate", "active")]
    [InlineData("pause", "paused")]
    [InlineData("archive", "archived")]
    public Task A_move_of_a_campaign_by_its_status_where_that_is_assumed(string move, string status) =>
        SendsAsync(
            "PATCH",
            $"/api/campaigns/{WireCalls.Campaign}",
            $$"""{ "status": "{{status}}" }""",
            $"campaigns.{move}",
            Move(move),
            options => options.WireAssumptions.ChangesCampaignStateByUpdate = true
        );

    [Fact]
    public Task A_batch_of_payouts() =>
        SendsAsync(
            "POST",
            "/api/payout-orders",
            Example.Read("payout-order-request"),
            "payout_orders.create",
            api => api.CreatePayoutOrderAsync(Requests.Batch(WireCalls.Campaign) with { CallbackUrl = "https://hooks.fjord.example/gifq" })
        );

    [Fact]
    public Task A_page_of_batches() =>
        SendsAsync("GET", "/api/payout-orders?limit=5", null, "payout_orders.list", api => api.ListPayoutOrdersAsync(new() { Limit = 5 }));

    [Fact]
    public Task A_batch_by_its_id() =>
        SendsAsync("GET", "/api/payout-orders/po-218", null, "payout_orders.get", api => api.GetPayoutOrderAsync("po-218"));

    [Fact]
    public Task A_page_of_payouts() =>
        SendsAsync("GET", "/api/payouts?page=1", null, "payouts.list", api => api.ListPayoutsAsync(new() { Page = 1 }));

    [Fact]
    public Task Balances() => SendsAsync("GET", "/api/balances", null, "balances.list", api => api.ListBalancesAsync());

    [Fact]
    public Task A_page_of_transactions() =>
        SendsAsync("GET", "/api/transactions?page=1", null, "transactions.list", api => api.ListTransactionsAsync(new() { Page = 1 }));

    [Fact]
    public Task Assumed_paths_can_be_others() =>
        SendsAsync(
            "GET",
            "/api/batches/po-218/show",
            null,
            "payout_orders.get",
            api => api.GetPayoutOrderAsync("po-218"),
            options => options.WireAssumptions.PayoutOrderPath = "api/batches/{id}/show"
        );

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 0)]
    [InlineData(null, 21)]
    public async Task A_page_that_cannot_be_is_refused_here(int? page, int? limit)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);

        var mistake = await Should.ThrowAsync<ArgumentException>(() => accounts.Api.ListOrdersAsync(new() { Page = page, Limit = limit }));

        mistake.ParamName.ShouldBe("page");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_batch_of_too_many_or_none_is_refused_here(int recipients)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        var batch = Requests.Batch(WireCalls.Campaign) with
        {
            Recipients = [.. Enumerable.Repeat(Requests.Batch(WireCalls.Campaign).Recipients[0], recipients)],
        };

        var mistake = await Should.ThrowAsync<ArgumentException>(() => accounts.Api.CreatePayoutOrderAsync(batch));

        mistake.Message.ShouldContain("a batch has 1 to 1000");
        server.Requests.ShouldBeEmpty();
    }

    private static Func<IGifqApi, Task<GifqCampaign>> Move(string move) =>
        move switch
        {
            "activate" => api => api.ActivateCampaignAsync(WireCalls.Campaign),
            "pause" => api => api.PauseCampaignAsync(WireCalls.Campaign),
            _ => api => api.ArchiveCampaignAsync(WireCalls.Campaign),
        };

    private static async Task SendsAsync<T>(
        string method,
        string target,
        string? body,
        string operation,
        Func<IGifqApi, Task<T>> call,
        Action<GifqOptions>? configure = null
    )
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server, configure);
        server.Answer(WireCalls.All[operation].Answer);

        await call(accounts.Api);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe((method, target));
        request.Headers["X-Api-Token"].ShouldBe(Accounts.Token);
        request.Headers["Accept"].ShouldBe("application/json");
        if (string.IsNullOrEmpty(body))
        {
            request.Body.ShouldBeEmpty();
            request.Headers.ContainsKey("Content-Type").ShouldBeFalse();
        }
        else
        {
            request.Body.ShouldBeJson(body);
            request.Headers["Content-Type"].ShouldBe("application/json");
        }
    }
}
