namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>What each operation puts on the wire, compared with the documents member by member.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Forms => [.. Further.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_operation_sends_the_documented_request(string operation) =>
        SendsAsync(WireCalls.All[operation].Example, WireCalls.All[operation].Call);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Each_form_of_a_request_goes_out_word_for_word(string example) => SendsAsync(example, Further[example]);

    [Fact]
    public Task A_documented_campaign_run_has_its_key_in_the_header_alone() =>
        SendsAsync(
            "campaign-run",
            api => api.RunCampaignAsync("CA-9K2M4T7X", WireCalls.CampaignRun, WireCalls.Key),
            options => options.KeyPlacement = GiftronautKeyPlacement.Header
        );

    [Fact]
    public async Task An_id_cannot_lead_elsewhere()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get"));

        await accounts.Api.GetOrderAsync("../balance?a");

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/api/v1/orders/..%2Fbalance%3Fa");
    }

    [Fact]
    public async Task The_quickstart_goes_over_the_wire_field_by_field_with_its_key_in_the_header_alone()
    {
        await using var server = WireServer.Start();
        var tokens = new List<WireRequest>();
        server.Special = request =>
        {
            if (request.Path != "/oauth2/token")
            {
                return null;
            }

            tokens.Add(request);
            return new(Example.Read("token-create-quickstart"));
        };
        server.AnswerNext(Example.Read("branded-cards-list-quickstart"));
        server.AnswerNext(Example.Read("branded-card-order-quickstart"), 201);
        server.AnswerNext(Example.Read("branded-card-order-quickstart"));
        await using var accounts = Accounts.At(
            server.BaseAddress,
            "YOUR_CLIENT_ID",
            "YOUR_CLIENT_SECRET",
            new ConformanceClock(),
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
        order.Body.ShouldBeJson(Example.Request("branded-card-order-quickstart"));
        (order.Headers["X-Idempotency-Key"], order.Headers["Content-Type"]).ShouldBe(("my-first-order-001", "application/json"));
        server.Requests[0].Headers.ContainsKey("X-Idempotency-Key").ShouldBeFalse();
    }

    [Theory]
    [InlineData(GiftronautKeyPlacement.HeaderAndBody, true, true)]
    [InlineData(GiftronautKeyPlacement.Header, true, false)]
    [InlineData(GiftronautKeyPlacement.Body, false, true)]
    public async Task Quirk_13_the_key_stands_where_the_account_wants_it(GiftronautKeyPlacement placement, bool inHeader, bool inBody)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.KeyPlacement = placement);
        foreach (var operation in new[] { "branded_cards.order", "choice_cards.order", "reward_links.order", "campaigns.run" })
        {
            server.Answer(WireCalls.All[operation].Answer);
            await WireCalls.All[operation].Call(accounts.Api);

            var request = server.Requests[^1];
            request.Headers.ContainsKey("X-Idempotency-Key").ShouldBe(inHeader, operation);
            request
                .Body.Contains($"\"idempotencyKey\":\"{WireCalls.KeyOf(operation)}\"", StringComparison.Ordinal)
                .ShouldBe(inBody, operation);
        }
    }

    [Theory]
    [InlineData("templates.delete", "/api/v1/templates/31")]
    [InlineData("campaigns.delete", "/api/v1/campaigns/CA-9K2M4T7X")]
    public async Task A_deletion_carries_content_and_wants_none(string operation, string target)
    {
        await using var server = WireServer.Start();
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
        await using var server = WireServer.Start();
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
        await using var server = WireServer.Start();
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
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);

        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.ListOrdersAsync(new() { Page = page, PageSize = size }));
        await Should.ThrowAsync<ArgumentException>(() => accounts.Api.ListTemplatesAsync(new() { Page = page, PageSize = size }));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Assumed_paths_and_parameters_can_be_others()
    {
        await using var server = WireServer.Start();
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

        server.Answer(Example.Read("orders-list-empty"));
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

    private static GiftronautCampaignEdit FullCampaign { get; } =
        Requests.Campaign with
        {
            Message = "Hello",
            TemplateId = "31",
            RefundOption = true,
        };

    private static Dictionary<string, Func<IGiftronautApi, Task>> Further =>
        new(StringComparer.Ordinal)
        {
            ["branded-cards-list-filtered"] = api =>
                api.ListBrandedCardsAsync(
                    new()
                    {
                        Page = 2,
                        PageSize = 50,
                        CountryCode = "DEU",
                        CurrencyCode = "EUR",
                    }
                ),
            ["orders-list"] = api =>
                api.ListOrdersAsync(
                    new()
                    {
                        Page = 1,
                        PageSize = 2,
                        Status = "COMPLETE",
                        StartDate = new(2025, 6, 1),
                    }
                ),
            ["orders-list-filtered"] = api =>
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
                ),
            ["test-email-send-template"] = api => api.SendTestEmailAsync(WireCalls.TestEmail with { TemplateId = "31" }),
            ["ledger-list-filtered"] = api =>
                api.ListLedgerAsync(
                    new()
                    {
                        Page = 3,
                        PageSize = 100,
                        Type = GiftronautWords.LedgerType.Use,
                        StartDate = new(2025, 6, 1),
                        EndDate = new(2025, 6, 30),
                    }
                ),
            ["balance-charge-full"] = api =>
                api.RequestTopUpAsync(WireCalls.TopUp with { CompanyWebsite = "https://fabrikam.example" }, WireCalls.Key),
            ["templates-list-second"] = api => api.ListTemplatesAsync(new() { Page = 2, PageSize = 10 }),
            ["template-create-full"] = api =>
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
                ),
            ["campaigns-list-search"] = api =>
                api.ListCampaignsAsync(
                    new()
                    {
                        Search = "Panel",
                        Page = 1,
                        PageSize = 20,
                    }
                ),
            ["campaign-create-full"] = api => api.CreateCampaignAsync(FullCampaign),
            ["campaign-replace-full"] = api => api.ReplaceCampaignAsync("CA-9K2M4T7X", FullCampaign),
        };

    private static async Task SendsAsync(string example, Func<IGiftronautApi, Task> call, Action<GiftronautOptions>? configure = null)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, configure);
        await server.ShouldReceiveAsync(example, () => call(accounts.Api));
    }
}
