namespace GiftCardSdk.Gifq.Tests;

/// <summary>GIFQ's words in neutral ones, those of tomorrow included.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("pending", "pending", false)]
    [InlineData("completed", "completed", true)]
    [InlineData("failed", "failed", true)]
    [InlineData("complete", "completed", true)]
    [InlineData("COMPLETED", "completed", true)]
    [InlineData(" Completed ", "completed", true)]
    [InlineData("FAILED", "failed", true)]
    [InlineData("cancelled", "unknown", false)]
    [InlineData("Canceled", "Canceled", false)]
    [InlineData("error", "error", false)]
    [InlineData("awaiting_review", "awaiting_review", false)]
    public async Task Quirk_17_a_word_for_the_status_is_kept_and_only_a_known_one_is_final(string raw, string status, bool isFinal)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get", json => json["status"] = raw));

        var order = await accounts.Account.Status.GetAsync("77410");

        (order.Status.Value, order.Status.IsFinal, order.RawStatus).ShouldBe((status, isFinal, raw));
    }

    [Theory]
    [InlineData("COMPLETED")]
    [InlineData("Complete")]
    [InlineData("completed")]
    public async Task A_completed_order_without_a_card_to_be_read_is_pending_however_it_is_spelt(string raw)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            Example.Read(
                "order-get",
                json =>
                {
                    json["status"] = raw;
                    json["redeem_details"] = null;
                }
            )
        );

        var order = await accounts.Account.Status.GetAsync("77410");

        (order.Status, order.RawStatus, order.Rewards.Count).ShouldBe((OrderStatus.Pending, raw, 0));
    }

    [Theory]
    [InlineData("""{ "pin": "P" }""")]
    [InlineData("""{ "serial": "S" }""")]
    [InlineData("""{ "link_challenge_code": "C" }""")]
    [InlineData("""{ "security_code": "V" }""")]
    [InlineData("""{ "redemption_code": "R" }""")]
    [InlineData("""{ "redemption_url": "https://r.example/1" }""")]
    public async Task A_card_of_one_part_has_a_secret_whichever_part_it_is(string card)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext($$"""{ "id": "77410", "status": "completed", "redeem_details": {{card}} }""");
        server.AnswerNext($$"""{ "id": "77410", "status": "completed", "redeem_details": {}, {{card[1..^1]}} }""");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var order = await accounts.Account.Status.GetAsync("77410");

            order.Status.ShouldBe(OrderStatus.Completed);
            order.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_other_names_of_code_and_link_are_read_as_these()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            """{ "id": "77410", "status": "complete", "redeem_details": { "redemption_code": "R", "redemption_url": "https://r.example/1" } }"""
        );

        var reward = (await accounts.Account.Status.GetAsync("77410")).Rewards.ShouldHaveSingleItem();

        (reward.Code?.Reveal(), reward.Link?.Reveal()).ShouldBe(("R", "https://r.example/1"));
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("processing")]
    [InlineData("a_word_of_tomorrow")]
    public async Task The_twins_words_may_be_others(string word)
    {
        await using var stage = await Stage.StartAsync(twin => twin.StatusWords["completed"] = word);
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));
        stage.LetTimePass();

        var order = await stage.Account.Status.GetAsync(placed.Id);

        (order.RawStatus, order.Status.IsFinal).ShouldBe((word, word == "completed"));
        order.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue("a card that can be read is shown whatever the word");
    }

    [Fact]
    public async Task An_answer_about_another_order_is_refused()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get"));

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.GetAsync("1"));

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
    }

    [Theory]
    [InlineData("""{ "code": "A", "secret_code": "S" }""", "A", "S")]
    [InlineData("""{ "secret_code": "S" }""", "S", null)]
    [InlineData("""{ "code": "A", "security_code": "C", "secret_code": "S" }""", "A", "C")]
    [InlineData("""{ "link": "https://c.example", "secret_code": "S" }""", null, "S")]
    public async Task A_card_is_not_lost_to_the_name_of_its_member(string card, string? code, string? securityCode)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "id": "77410", "status": "completed", "redeem_details": {{card}} }""");

        var reward = (await accounts.Account.Status.GetAsync("77410")).Rewards.ShouldHaveSingleItem();

        (reward.Code?.Reveal(), reward.SecurityCode?.Reveal()).ShouldBe((code, securityCode));
    }

    [Theory]
    [InlineData("\"2028-05-31T00:00:00Z\"", "2028-05-31")]
    [InlineData("\"2028-05-31\"", "2028-05-31")]
    [InlineData("\"2028-05-31 23:59:59 +0200\"", "2028-05-31")]
    [InlineData("\"never\"", null)]
    [InlineData("1843344000", null)]
    [InlineData("null", null)]
    public async Task The_last_day_of_a_card_is_read_in_its_own_zone(string expiry, string? day)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get", json => json["expires_at"] = System.Text.Json.Nodes.JsonNode.Parse(expiry)));

        var reward = (await accounts.Account.Status.GetAsync("77410")).Rewards.ShouldHaveSingleItem();

        reward.ExpiresOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);
    }

    [Theory]
    [InlineData("""{ "face_value": null }""")]
    [InlineData("""{ "amount": null }""")]
    [InlineData("""{ "currency": null }""")]
    [InlineData("""{ "payment_currency": "EUR" }""")]
    public async Task A_cost_that_is_not_said_is_unknown(string change)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var changes = System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject();
        server.Answer(
            Example.Read(
                "order-get",
                json =>
                {
                    json["amount"] = null;
                    foreach (var (name, value) in changes)
                    {
                        json[name] = value?.DeepClone();
                    }
                }
            )
        );

        var order = await accounts.Account.Status.GetAsync("77410");

        (order.TotalCost, order.Fees.Count, order.Exchange).ShouldBe((null, 0, null));
    }
}
