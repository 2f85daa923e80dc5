namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Every answer that the documents show is read, word for word and member by member.</summary>
public sealed class ExampleAnswerTests
{
    [Theory]
    [InlineData("token-create", Accounts.Token, "catalog.read orders.read orders.write balance.read")]
    [InlineData("token-create-quickstart", "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9...", "orders.read orders.write catalog.read")]
    public async Task A_token(string example, string value, string scope)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server.BaseAddress, "client", "secret", new ConformanceClock());
        server.Answer(Example.Read(example));

        var token = await accounts.Api.CreateTokenAsync();

        (token.AccessToken.Reveal(), token.TokenType, token.ExpiresIn, token.Scope).ShouldBe((value, "Bearer", 86400m, scope));
    }

    [Fact]
    public async Task The_quickstarts_catalog()
    {
        var page = await RepliedAsync("branded-cards-list-quickstart", api => api.ListBrandedCardsAsync());

        page.Rows.Select(card => (card.ProductId, card.BrandName, card.CurrencyCode, card.FaceValueType))
            .ShouldBe([("GC-AMAZON-USD", "Amazon", "USD", "FIXED"), ("GC-STARBUCKS-USD", "Starbucks", "USD", "RANGE")]);
        page.Rows[0].Denominations.ShouldBe([10m, 25m, 50m, 100m]);
        (page.Rows[0].MinAmount, page.Rows[0].Prices, page.Rows[0].PriceType).ShouldBe((null, null, null));
        (page.Rows[1].MinAmount, page.Rows[1].MaxAmount, page.Rows[1].Denominations).ShouldBe((5m, 500m, null));
        (page.Page, page.TotalPages, page.PageSize, page.TotalCount).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task A_catalog_in_both_vocabularies()
    {
        var page = await ReadAsync("branded-cards-list", api => api.ListBrandedCardsAsync());

        page.Rows.Select(card => card.ProductId).ShouldBe(["GC-NORTHWIND-USD", "GC-CONTOSOCAFE-EUR", "20417"]);
        var books = page.Rows[2];
        (books.BrandName, books.CurrencyCode, books.CountryCode).ShouldBe(("Fabrikam Books", "SGD", "SGP"));
        (books.PriceType, books.PriceStep, books.FaceValueType).ShouldBe(("RANGE", 5m, null));
        books.Prices.ShouldBe([10m, 120m]);
    }

    [Fact]
    public async Task Designs_of_choice_cards()
    {
        var design = (await ReadAsync("choice-cards-list", api => api.ListChoiceCardsAsync())).Rows.ShouldHaveSingleItem();

        (design.ProductId, design.CardName, design.BrandName, design.CurrencyCode).ShouldBe(
            ("CHOICE-SUNRISE-USD", "Sunrise design", null, "USD")
        );
    }

    [Theory]
    [InlineData("branded-card-order-quickstart", "OT-20240315-A8F2", "Amazon", 75, "2024-03-15T10:22:00Z")]
    [InlineData("branded-card-order", "OT-20250611-K7Q4", "Northwind Outdoors", 90, "2025-06-11T08:05:41Z")]
    public async Task An_order_as_it_was_taken(string example, string id, string card, int cost, string createdAt)
    {
        var order = await RepliedAsync(example, api => api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key), status: 201);

        (order.OrderId, order.Status, order.CardType, order.CardName).ShouldBe((id, "IN_PROGRESS", "BRANDED_CARD", card));
        order.TotalCost.ShouldBe(new GiftronautMoney { Amount = cost, Currency = "USD" });
        (order.RecipientCount, order.SentCount, order.BouncedCount, order.Recipients).ShouldBe((2, 0, null, null));
        order.CreatedAt.ShouldBe(DateTimeOffset.Parse(createdAt, System.Globalization.CultureInfo.InvariantCulture));
        order.WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_order_again_is_told_by_its_status() =>
        (
            await ReadAsync("branded-card-order-replay", api => api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key))
        ).WasReplayed.ShouldBeTrue();

    [Fact]
    public async Task A_scheduled_order()
    {
        var order = await ReadAsync(
            "choice-card-order",
            api => api.OrderChoiceCardsAsync(WireCalls.ChoiceOrder, WireCalls.KeyOf("choice_cards.order"))
        );

        (order.OrderId, order.Status, order.CardType, order.CardName).ShouldBe(
            ("OT-20250611-M2ZD", "PENDING", "CHOICE_CARD", "Sunrise design")
        );
    }

    [Fact]
    public async Task An_order_with_its_recipients()
    {
        var order = await ReadAsync("order-get", api => api.GetOrderAsync("OT-20250611-K7Q4"));

        (order.OrderType, order.Status, order.SentCount, order.BouncedCount).ShouldBe(("ONE_TIME", "COMPLETE", 1, 1));
        order
            .Recipients!.Select(card => (card!.Email, card.RewardLink!.Reveal()))
            .ShouldBe([
                ("mira.holt@example.org", "https://claim.example.org/r/1a2b"),
                ("jon.pike@example.org", "https://claim.example.org/r/3c4d"),
            ]);
    }

    [Fact]
    public async Task A_page_of_orders()
    {
        var page = await ReadAsync("orders-list-first", api => api.ListOrdersAsync());

        (page.Page, page.PageSize, page.TotalCount, page.TotalPages).ShouldBe((1, 2, 1, 1));
        page.Rows.ShouldHaveSingleItem().BouncedCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_page() => (await ReadAsync("orders-list-empty", api => api.ListOrdersAsync())).TotalCount.ShouldBe(57);

    [Fact]
    public async Task Reward_links()
    {
        var order = await ReadAsync(
            "reward-links-order",
            api => api.OrderRewardLinksAsync(WireCalls.RewardLinks, WireCalls.KeyOf("reward_links.order"))
        );

        (order.OrderId, order.Status, order.RecipientCount).ShouldBe(("LO20250611000042", "PENDING", null));
    }

    [Theory]
    [InlineData("\"12.50\"", 12.5)]
    [InlineData("12.50", 12.5)]
    [InlineData("{\"amount\":\"12.50\",\"currency\":\"USD\"}", 12.5)]
    [InlineData("\"12,50\"", null)]
    [InlineData("\"1,250.00\"", null)]
    [InlineData("\"25-\"", null)]
    [InlineData("\" 25\"", null)]
    [InlineData("{\"amount\":\"12,50\",\"currency\":\"USD\"}", null)]
    public async Task A_comma_is_no_point(string json, double? amount)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "availableBalance": {{json}}, "pendingBalance": 0 }""");

        if (amount is { } expected)
        {
            (await accounts.Api.GetBalanceAsync()).AvailableBalance!.Amount.ShouldBe((decimal)expected);
        }
        else
        {
            (await Should.ThrowAsync<GiftCardException>(() => accounts.Api.GetBalanceAsync())).Code.ShouldBe(
                GiftCardErrorCode.UnexpectedResponse
            );
        }
    }

    [Fact]
    public async Task The_balance()
    {
        var balance = await ReadAsync("balance-get", api => api.GetBalanceAsync());

        balance.AvailableBalance.ShouldBe(new GiftronautMoney { Amount = 9870, Currency = "USD" });
        balance.PendingBalance.ShouldBe(new GiftronautMoney { Amount = 40, Currency = "USD" });
    }

    [Fact]
    public async Task Answers_that_are_assumed_are_read_whole()
    {
        var template = await ReadAsync("template-get", api => api.GetTemplateAsync("31"));
        var campaign = await ReadAsync("campaign-get", api => api.GetCampaignAsync("CA-9K2M4T7X"));
        var movement = (await ReadAsync("ledger-list", api => api.ListLedgerAsync())).Rows.ShouldHaveSingleItem();
        var sent = await ReadAsync("test-email-send", api => api.SendTestEmailAsync(WireCalls.TestEmail));
        var topUp = await ReadAsync("balance-charge", api => api.RequestTopUpAsync(WireCalls.TopUp, WireCalls.Key));

        (template.TemplateId, template.IsDefault, template.ImageSize, template.ButtonFontColor).ShouldBe(("31", true, 40, "#FFFFFF"));
        (campaign.CampaignId, campaign.ProductId, campaign.Amount, campaign.TemplateId).ShouldBe(
            ("CA-9K2M4T7X", "CHOICE-SUNRISE-USD", 25m, "31")
        );
        (movement.Type, movement.Amount!.Amount, movement.BalanceAfter!.Amount, movement.BalanceAfter.Currency).ShouldBe(
            ("USE", -90m, 9910m, null)
        );
        (sent.SentTo, sent.Status, sent.RemainingToday).ShouldBe(("team@fabrikam.example", "SENT", 9));
        (topUp.FundingNo, topUp.Amount!.Amount, topUp.Status).ShouldBe(("F-77", 500m, "PENDING"));
    }

    private static async Task<T> ReadAsync<T>(string example, Func<IGiftronautApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        return await server.AnswerAsync(example, () => call(accounts.Api));
    }

    /// <summary>Whatever is asked.</summary>
    private static async Task<T> RepliedAsync<T>(string example, Func<IGiftronautApi, Task<T>> call, int status = 200)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read(example), status);
        return await call(accounts.Api);
    }
}
