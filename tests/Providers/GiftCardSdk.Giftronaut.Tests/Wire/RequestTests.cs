namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>What each operation puts on the wire, compared with the documents member by member.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task The_quickstart_goes_over_the_wire_field_by_field_with_its_key_in_the_header_alone()
    {
        await using var server = await ReplayServer.StartAsync();
        var tokens = new List<ReplayedRequest>();
        server.Special = request =>
        {
            if (request.Path != "/oauth2/token")
            {
                return null;
            }

            tokens.Add(request);
            return new(Example.Read("seed-token"));
        };
        server.AnswerNext(Example.Read("seed-catalog"));
        server.AnswerNext(Example.Read("seed-order"), 201);
        server.AnswerNext(Example.Read("seed-order"));
        await using var accounts = Accounts.At(
            server.BaseAddress,
            "YOUR_CLIENT_ID",
            "YOUR_CLIENT_SECRET",
            new HastyClock(),
            options =>
            {
                options.KeyPlacement = GiftronautKeyPlacement.Header;
                options.Scopes = "orders.read orders.write catalog.read";
            }
        );

        await accounts.Api.ListBrandedCardsAsync();
        await accounts.Api.OrderBrandedCardsAsync(
            new()
            {
                ProductId = "GC-AMAZON-USD",
                Recipients =
                [
                    new()
                    {
                        FirstName = "Alice",
                        LastName = "Kim",
                        Email = "alice@giftronaut.com",
                        Amount = 50,
                    },
                    new()
                    {
                        FirstName = "Bob",
                        LastName = "Lee",
                        Email = "bob@giftronaut.com",
                        Amount = 25,
                    },
                ],
                EmailSetting = new()
                {
                    SenderName = "Acme Corp",
                    Subject = "You have received a gift card!",
                    Message = "Thank you for your hard work this quarter.",
                },
                SendTiming = GiftronautSendTiming.Immediate,
            },
            "my-first-order-001"
        );
        await accounts.Api.GetOrderAsync("OT-20260315-A8F2");

        var token = tokens.ShouldHaveSingleItem();
        (token.Method, token.Headers["Content-Type"]).ShouldBe(("POST", "application/x-www-form-urlencoded"));
        token
            .Body.Split('&')
            .Select(Uri.UnescapeDataString)
            .ShouldBe([
                "grant_type=client_credentials",
                "client_id=YOUR_CLIENT_ID",
                "client_secret=YOUR_CLIENT_SECRET",
                "scope=orders.read orders.write catalog.read",
            ]);
        token.Headers.ContainsKey("Authorization").ShouldBeFalse();
        server
            .Requests.Select(request => $"{request.Method} {request.Target}")
            .ShouldBe(["GET /api/v1/catalog/branded-cards", "POST /api/v1/orders/branded-card", "GET /api/v1/orders/OT-20260315-A8F2"]);
        server.Requests.ShouldAllBe(request => request.Headers["Authorization"] == "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9...");
        var order = server.Requests[1];
        order.Body.ShouldBeJson(Example.Read("seed-order-request"));
        (order.Headers["X-Idempotency-Key"], order.Headers["Content-Type"]).ShouldBe(("my-first-order-001", "application/json"));
        server.Requests[0].Headers.ContainsKey("X-Idempotency-Key").ShouldBeFalse();
    }

    [Fact]
    public Task A_catalog_by_page_country_and_currency() =>
        SendsAsync(
            "GET",
            "/api/v1/catalog/branded-cards?page=2&pageSize=50&countryCode=DEU&currencyCode=EUR",
            null,
            "branded_cards.list",
            api =>
                api.ListBrandedCardsAsync(
                    new()
                    {
                        Page = 2,
                        PageSize = 50,
                        CountryCode = "DEU",
                        CurrencyCode = "EUR",
                    }
                )
        );

    [Fact]
    public Task The_designs_of_choice_cards() =>
        SendsAsync("GET", "/api/v1/catalog/choice-cards", null, "choice_cards.list", api => api.ListChoiceCardsAsync());

    [Fact]
    public Task An_order_of_branded_cards() =>
        SendsAsync(
            "POST",
            "/api/v1/orders/branded-card",
            Example.Read("branded-order-request"),
            "branded_cards.order",
            api => api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key),
            key: WireCalls.Key
        );

    [Fact]
    public Task A_scheduled_order_of_choice_cards() =>
        SendsAsync(
            "POST",
            "/api/v1/orders/choice-cards",
            Example.Read("choice-order-request"),
            "choice_cards.order",
            api => api.OrderChoiceCardsAsync(WireCalls.ChoiceOrder, "a7d1f2c0-0e7b-4f0e-8b53-2f60b4a4e0c9"),
            key: "a7d1f2c0-0e7b-4f0e-8b53-2f60b4a4e0c9"
        );

    [Theory]
    [InlineData(GiftronautKeyPlacement.HeaderAndBody, true, true)]
    [InlineData(GiftronautKeyPlacement.Header, true, false)]
    [InlineData(GiftronautKeyPlacement.Body, false, true)]
    public async Task Quirk_13_the_key_stands_where_the_account_wants_it(GiftronautKeyPlacement placement, bool inHeader, bool inBody)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server, options => options.KeyPlacement = placement);
        foreach (var operation in new[] { "branded_cards.order", "choice_cards.order", "reward_links.order", "campaigns.run" })
        {
            server.Answer(WireCalls.All[operation].Answer);
            await WireCalls.All[operation].Call(accounts.Api);

            var request = server.Requests[^1];
            request.Headers.ContainsKey("X-Idempotency-Key").ShouldBe(inHeader, operation);
            request.Body.Contains($"\"idempotencyKey\":\"{WireCalls.Key}\"", StringComparison.Ordinal).ShouldBe(inBody, operation);
        }
    }

    [Fact]
    public Task Orders_by_every_filter() =>
        SendsAsync(
            "GET",
            "/api/v1/orders?page=1&pageSize=2&orderType=ONE_TIME&cardType=BRANDED_CARD&status=COMPLETE&startDate=2025-06-01&endDate=2025-06-30&searchKeyword=North%20wind&clientOrderId=k-1",
            null,
            "orders.list",
            api =>
                api.ListOrdersAsync(
                    new()
                    {
                        Page = 1,
                        PageSize = 2,
                        OrderType = "ONE_TIME",
                        CardType = "BRANDED_CARD",
                        Status = "COMPLETE",
                        StartDate = new(2025, 6, 1),
                        EndDate = new(2025, 6, 30),
                        SearchKeyword = "North wind",
                        ClientOrderId = "k-1",
                    }
                )
        );

    [Fact]
    public Task A_documented_page_of_orders() =>
        SendsAsync(
            "GET",
            "/api/v1/orders?page=1&pageSize=2&status=COMPLETE&startDate=2025-06-01",
            null,
            "orders.list",
            api =>
                api.ListOrdersAsync(
                    new()
                    {
                        Page = 1,
                        PageSize = 2,
                        Status = "COMPLETE",
                        StartDate = new(2025, 6, 1),
                    }
                )
        );

    [Fact]
    public Task An_id_cannot_lead_elsewhere() =>
        SendsAsync("GET", "/api/v1/orders/..%2Fbalance%3Fa", null, "orders.get", api => api.GetOrderAsync("../balance?a"));

    [Fact]
    public Task A_cancellation() =>
        SendsAsync(
            "POST",
            "/api/v1/orders/OT-20250611-M2ZD/cancel",
            "",
            "orders.cancel",
            api => api.CancelOrderAsync("OT-20250611-M2ZD"),
            key: ""
        );

    [Fact]
    public Task A_resend_with_a_corrected_address() =>
        SendsAsync(
            "POST",
            "/api/v1/orders/OT-20250611-K7Q4/resend",
            Example.Read("resend-request"),
            "orders.resend",
            api => api.ResendOrderAsync("OT-20250611-K7Q4", WireCalls.Resend),
            key: ""
        );

    [Fact]
    public Task Reward_links() =>
        SendsAsync(
            "POST",
            "/api/v1/orders/reward-links",
            Example.Read("reward-links-request"),
            "reward_links.order",
            api => api.OrderRewardLinksAsync(WireCalls.RewardLinks, "5c0f1d7b-7a1d-4b52-9b1a-0d5f5f7f1c11"),
            key: "5c0f1d7b-7a1d-4b52-9b1a-0d5f5f7f1c11"
        );

    [Fact]
    public Task A_test_email() =>
        SendsAsync(
            "POST",
            "/api/v1/orders/test-email",
            """
            { "email": "team@fabrikam.example", "productId": "CHOICE-SUNRISE-USD", "amount": 25, "emailSubject": "A look at it",
              "senderName": "Fabrikam Rewards", "emailMessage": "As recipients will see it.", "templateId": "31" }
            """,
            "test_email.send",
            api => api.SendTestEmailAsync(WireCalls.TestEmail with { TemplateId = "31" }),
            key: ""
        );

    [Fact]
    public Task The_balance() => SendsAsync("GET", "/api/v1/balance", null, "balance.get", api => api.GetBalanceAsync());

    [Fact]
    public Task The_ledger_by_every_filter() =>
        SendsAsync(
            "GET",
            "/api/v1/balance/ledger?page=3&pageSize=100&type=USE&startDate=2025-06-01&endDate=2025-06-30",
            null,
            "balance.ledger",
            api =>
                api.ListLedgerAsync(
                    new()
                    {
                        Page = 3,
                        PageSize = 100,
                        Type = GiftronautWords.LedgerType.Use,
                        StartDate = new(2025, 6, 1),
                        EndDate = new(2025, 6, 30),
                    }
                )
        );

    [Fact]
    public Task A_top_up() =>
        SendsAsync(
            "POST",
            "/api/v1/balance/charge",
            """
            { "amount": 500, "companyName": "Fabrikam", "companyWebsite": "https://fabrikam.example", "phoneNumber": "+12025550143",
              "billingAddress": "18 Quarry Road", "city": "Springfield", "state": "IL", "country": "US", "zipCode": "62701", "ein": "12-3456789" }
            """,
            "balance.charge",
            api => api.RequestTopUpAsync(WireCalls.TopUp with { CompanyWebsite = "https://fabrikam.example" }, WireCalls.Key),
            key: WireCalls.Key
        );

    [Fact]
    public Task A_page_of_templates() =>
        SendsAsync(
            "GET",
            "/api/v1/templates?page=2&pageSize=10",
            null,
            "templates.list",
            api => api.ListTemplatesAsync(new() { Page = 2, PageSize = 10 })
        );

    [Fact]
    public Task A_template_by_its_id() =>
        SendsAsync("GET", "/api/v1/templates/31", null, "templates.get", api => api.GetTemplateAsync("31"));

    [Fact]
    public Task A_new_template_with_every_member() =>
        SendsAsync(
            "POST",
            "/api/v1/templates",
            """
            { "name": "Panel", "senderName": "Fabrikam Rewards", "message": "Hello", "imageAlignment": "left", "imageSize": 60,
              "borderColor": "#112233", "buttonColor": "#445566", "buttonFontColor": "#FFFFFF" }
            """,
            "templates.create",
            api =>
                api.CreateTemplateAsync(
                    WireCalls.TemplateEdit with
                    {
                        Message = "Hello",
                        ImageAlignment = "left",
                        ImageSize = 60,
                        BorderColor = "#112233",
                        ButtonColor = "#445566",
                        ButtonFontColor = "#FFFFFF",
                    }
                )
        );

    [Fact]
    public Task A_replaced_template() =>
        SendsAsync(
            "PUT",
            "/api/v1/templates/31",
            """{ "name": "Panel", "senderName": "Fabrikam Rewards" }""",
            "templates.replace",
            api => api.ReplaceTemplateAsync("31", WireCalls.TemplateEdit)
        );

    [Fact]
    public Task Campaigns_by_name() =>
        SendsAsync(
            "GET",
            "/api/v1/campaigns?search=Panel&page=1&pageSize=20",
            null,
            "campaigns.list",
            api =>
                api.ListCampaignsAsync(
                    new()
                    {
                        Search = "Panel",
                        Page = 1,
                        PageSize = 20,
                    }
                )
        );

    [Fact]
    public Task A_campaign_by_its_id() =>
        SendsAsync("GET", "/api/v1/campaigns/CA-9K2M4T7X", null, "campaigns.get", api => api.GetCampaignAsync("CA-9K2M4T7X"));

    [Theory]
    [InlineData("POST", "/api/v1/campaigns", "campaigns.create")]
    [InlineData("PUT", "/api/v1/campaigns/CA-9K2M4T7X", "campaigns.replace")]
    public Task A_campaign_with_every_member(string method, string target, string operation)
    {
        var campaign = Requests.Campaign with { Message = "Hello", TemplateId = "31", RefundOption = true };
        return SendsAsync(
            method,
            target,
            """
            { "name": "Panel thank-you", "cardType": "CHOICE_CARD", "productId": "CHOICE-SUNRISE-USD", "amount": 25, "subject": "For you",
              "senderName": "Fabrikam Rewards", "message": "Hello", "templateId": "31", "refundOption": true }
            """,
            operation,
            api => operation == "campaigns.create" ? api.CreateCampaignAsync(campaign) : api.ReplaceCampaignAsync("CA-9K2M4T7X", campaign)
        );
    }

    [Fact]
    public Task A_documented_campaign_run() =>
        SendsAsync(
            "POST",
            "/api/v1/campaigns/CA-9K2M4T7X/orders",
            Example.Read("campaign-run-request"),
            "campaigns.run",
            api => api.RunCampaignAsync("CA-9K2M4T7X", WireCalls.CampaignRun, WireCalls.Key),
            options => options.KeyPlacement = GiftronautKeyPlacement.Header,
            WireCalls.Key
        );

    [Theory]
    [InlineData("templates.delete", "/api/v1/templates/31")]
    [InlineData("campaigns.delete", "/api/v1/campaigns/CA-9K2M4T7X")]
    public async Task A_deletion_carries_content_and_wants_none(string operation, string target)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer("", 204, null);

        await WireCalls.All[operation].Call(accounts.Api);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target, request.Body, request.Headers["Content-Length"]).ShouldBe(("DELETE", target, "", "0"));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("a key with blanks")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public async Task Quirk_13_a_key_that_is_too_long_or_odd_is_refused_and_never_cut(string key)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);

        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, key));
        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.OrderRewardLinksAsync(WireCalls.RewardLinks, key));
        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.RunCampaignAsync("CA-1", WireCalls.CampaignRun, key));
        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.RequestTopUpAsync(WireCalls.TopUp, key));

        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100.5)]
    public async Task A_top_up_is_at_least_a_hundred_whole_dollars(double amount)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);

        var mistake = await Should.ThrowAsync<ArgumentException>(() =>
            accounts.Api.RequestTopUpAsync(WireCalls.TopUp with { Amount = (decimal)amount }, WireCalls.Key)
        );

        mistake.Message.ShouldContain("whole US dollars are expected, at least 100");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 0)]
    [InlineData(1, 101)]
    public async Task A_page_that_cannot_be_is_refused_here(int page, int size)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);

        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.ListOrdersAsync(new() { Page = page, PageSize = size }));
        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.ListTemplatesAsync(new() { Page = page, PageSize = size }));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Assumed_paths_and_parameters_can_be_others()
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(
            server,
            options =>
            {
                var assumptions = options.WireAssumptions;
                assumptions.BrandedCardOrderPath = "orders/brands";
                assumptions.ChoiceCardOrderPath = "orders/choices";
                assumptions.CancelOrderPath = "orders/{id}/void";
                assumptions.ResendOrderPath = "orders/{id}/again";
                assumptions.TestEmailPath = "emails/test";
                assumptions.ClientOrderIdParameter = "externalId";
                assumptions.LedgerTypeParameter = "kind";
            }
        );

        foreach (
            var operation in new[] { "branded_cards.order", "choice_cards.order", "orders.cancel", "orders.resend", "test_email.send" }
        )
        {
            server.Answer(WireCalls.All[operation].Answer);
            await WireCalls.All[operation].Call(accounts.Api);
        }

        server.Answer(Example.Read("empty-page"));
        await accounts.Api.ListOrdersAsync(new() { ClientOrderId = "k" });
        await accounts.Api.ListLedgerAsync(new() { Type = "USE" });

        server
            .Requests.Select(request => request.Target)
            .ShouldBe([
                "/api/v1/orders/brands",
                "/api/v1/orders/choices",
                "/api/v1/orders/OT-20250611-M2ZD/void",
                "/api/v1/orders/OT-20250611-K7Q4/again",
                "/api/v1/emails/test",
                "/api/v1/orders?externalId=k",
                "/api/v1/balance/ledger?kind=USE",
            ]);
    }

    private static async Task SendsAsync<T>(
        string method,
        string target,
        string? body,
        string operation,
        Func<IGiftronautApi, Task<T>> call,
        Action<GiftronautOptions>? configure = null,
        string? key = null
    )
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server, configure);
        server.Answer(WireCalls.All[operation].Answer);

        await call(accounts.Api);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe((method, target));
        request.Headers["Authorization"].ShouldBe($"Bearer {Accounts.Token}");
        request.Headers["Accept"].ShouldBe("application/json");
        Guid.TryParse(request.Headers["X-Request-Id"], out _).ShouldBeTrue();
        ShouldHaveKey(request, key);
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

    /// <param name="request">What arrived.</param>
    /// <param name="key">The key; empty for any, null for none.</param>
    private static void ShouldHaveKey(ReplayedRequest request, string? key)
    {
        request.Headers.TryGetValue("X-Idempotency-Key", out var sent).ShouldBe(key is not null);
        if (key?.Length > 0)
        {
            sent.ShouldBe(key);
        }
    }
}
