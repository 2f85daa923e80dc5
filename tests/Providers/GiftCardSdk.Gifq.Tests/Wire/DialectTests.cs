namespace GiftCardSdk.Gifq.Tests;

/// <summary>What no document settles: second names, numbers as texts, wrapped lists, and names that an account sets itself.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("redemption")]
    [InlineData("redemption_details")]
    public async Task A_card_is_read_under_another_name(string name)
    {
        var order = await ReadOrderAsync(
            $$"""{ "order_id": 77410, "status": "completed", "{{name}}": { "code": "LMN4", "serial_number": 900017734 } }"""
        );

        order.Id.ShouldBe("77410");
        (order.RedeemDetails!.Code!.Reveal(), order.RedeemDetails.Serial!.Reveal()).ShouldBe(("LMN4", "900017734"));
    }

    [Fact]
    public async Task A_card_is_read_beside_the_orders_own_members()
    {
        var order = await ReadOrderAsync(
            """
            { "id": "77410", "status": "completed", "redeem_details": null, "code": "LMN4", "pin": 5531, "link": "https://c.example/1",
              "link_challenge_code": "77", "serial_number": "9", "security_code": "123", "secret_code": "s" }
            """
        );

        var card = order.RedeemDetails.ShouldNotBeNull();
        new[] { card.Code, card.Pin, card.Link, card.LinkChallengeCode, card.Serial, card.SecurityCode, card.SecretCode }
            .Select(part => part!.Reveal())
            .ShouldBe(["LMN4", "5531", "https://c.example/1", "77", "9", "123", "s"]);
    }

    [Fact]
    public async Task An_order_without_a_card_has_none()
    {
        (await ReadOrderAsync("""{ "id": "77410", "status": "pending" }""")).RedeemDetails.ShouldBeNull();
        (await ReadOrderAsync("""{ "id": "77410", "status": "completed", "redeem_details": {} }""")).RedeemDetails!.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "exchange_rate": "0.92", "percentage": "1.0", "total_amount": "22.30" }""")]
    [InlineData("""{ "exchange_rate": 0.92, "fee_percent": 1.0, "amount": 22.30 }""")]
    public async Task A_conversion_is_read_under_other_names(string fee)
    {
        var order = await ReadOrderAsync($$"""{ "id": "1", "status": "pending", "fx_fee": {{fee}} }""");

        (order.FxFee!.Rate, order.FxFee.FeePercentage, order.FxFee.Total).ShouldBe((0.92m, 1.0m, 22.30m));
    }

    [Theory]
    [InlineData("balance")]
    [InlineData("available")]
    public async Task A_balance_is_read_under_another_name(string name)
    {
        var balances = await ReadAsync(
            $$"""{ "balances": [ { "currency": "EUR", "{{name}}": "4977.70" } ] }""",
            api => api.ListBalancesAsync()
        );

        balances.ShouldHaveSingleItem().Amount.ShouldBe(4977.70m);
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("transaction_type")]
    public async Task The_kind_of_a_movement_is_read_under_another_name(string name)
    {
        var page = await ReadAsync($$"""[ { "id": 903, "{{name}}": "refund" } ]""", api => api.ListTransactionsAsync());

        (page.Rows[0].Id, page.Rows[0].Type).ShouldBe(("903", GifqWords.TransactionType.Refund));
    }

    [Theory]
    [InlineData("brand_id")]
    [InlineData("uuid")]
    public async Task The_id_of_a_brand_is_read_under_another_name(string name)
    {
        var page = await ReadAsync($$"""{ "data": [ { "brand": "lumen", "{{name}}": "u-1" }, null ] }""", api => api.ListProductsAsync());

        page.Rows.ShouldHaveSingleItem().Id.ShouldBe("u-1");
    }

    [Theory]
    [InlineData("title", "webpage_title", "webpage_text", "mail_subject", "mail_body")]
    [InlineData("title", "redeem_headline", "redeem_body", "mail_subject", "mail_body")]
    public async Task The_texts_of_a_campaign_are_read_under_other_names(
        string name,
        string headline,
        string text,
        string subject,
        string body
    )
    {
        var campaign = await ReadAsync(
            $$"""{ "id": 7, "status": "draft", "{{name}}": "n", "{{headline}}": "h", "{{text}}": "t", "{{subject}}": "s", "{{body}}": "b" }""",
            api => api.GetCampaignAsync("7")
        );

        (campaign.Id, campaign.Name, campaign.WebpageHeadline, campaign.WebpageBody).ShouldBe(("7", "n", "h", "t"));
        (campaign.EmailSubject, campaign.EmailBody).ShouldBe(("s", "b"));
    }

    [Fact]
    public async Task Members_of_a_campaign_that_nobody_has_named_are_kept()
    {
        var campaign = await ReadAsync(
            """{ "id": "7", "status": "draft", "payout_type": "hybrid", "branding": { "colour": "#123456" } }""",
            api => api.GetCampaignAsync("7")
        );

        campaign.Further.Keys.ShouldBe(["payout_type", "branding"]);
        campaign.Further["branding"].GetProperty("colour").GetString().ShouldBe("#123456");
    }

    [Theory]
    [InlineData("""{ "status": "completed" }""")]
    [InlineData("""{ "id": null, "order_id": " ", "status": "completed" }""")]
    [InlineData("""{ "id": "77410" }""")]
    public async Task An_order_without_an_id_or_a_status_is_no_order(string body) =>
        (await Should.ThrowAsync<GiftCardException>(() => ReadOrderAsync(body))).Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);

    [Fact]
    public async Task Two_lists_in_one_answer_are_no_list() =>
        (
            await Should.ThrowAsync<GiftCardException>(() => ReadAsync("""{ "a": [], "b": [] }""", api => api.ListOrdersAsync()))
        ).Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);

    [Fact]
    public async Task A_name_that_was_assumed_wrongly_can_be_set_for_reading_and_writing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            options =>
                options.WireAssumptions.MemberNames = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["campaign.email_subject"] = "mail_title",
                    ["campaign.name"] = "title",
                    ["new_order.brand"] = "slug",
                }
        );
        server.Answer("""{ "id": "7", "status": "draft", "title": "n", "mail_title": "s" }""");

        var campaign = await accounts.Api.CreateCampaignAsync(new() { Name = "n", EmailSubject = "s" });
        server.Answer(Example.Read("order-create"));
        await accounts.Api.CreateOrderAsync(WireCalls.NewOrder);

        (campaign.Name, campaign.EmailSubject).ShouldBe(("n", "s"));
        server.Requests[0].Body.ShouldBeJson("""{ "title": "n", "mail_title": "s" }""");
        server.Requests[1].Body.ShouldContain("\"slug\":\"lumen-books\"");
    }

    private static Task<GifqOrder> ReadOrderAsync(string body) => ReadAsync(body, api => api.GetOrderAsync("77410"));

    private static async Task<T> ReadAsync<T>(string body, Func<IGifqApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body);
        return await call(accounts.Api);
    }
}
