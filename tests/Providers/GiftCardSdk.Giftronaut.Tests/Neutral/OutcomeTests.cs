namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirks 10 and 12: complete is not delivered, and words that nobody knows.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Quirk_10_bounces_are_partial_outcomes_whether_or_not_cards_show_a_status(bool showsDetails)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ShowRecipientDetails = showsDetails);
        var (good, bad) = (Requests.Line("mira@panel.example"), Requests.Line("bounce.jon@panel.example", 15));

        var mixed = await DoneAsync(Requests.Email("mixed", good, bad));
        var none = await DoneAsync(Requests.Email("none", good));
        var all = await DoneAsync(Requests.Email("all", bad));

        (mixed.Status, none.Status, all.Status).ShouldBe((OrderStatus.Completed, OrderStatus.Completed, OrderStatus.Completed));
        none.Rewards.ShouldHaveSingleItem().Delivery.ShouldBe(DeliveryState.Delivered);
        all.Rewards.ShouldHaveSingleItem().Delivery.ShouldBe(DeliveryState.Undeliverable);
        // Which of two bounced is told by the cards' own words alone: the counters say that one did.
        mixed
            .Rewards.Select(reward => reward.Delivery)
            .ShouldBe(showsDetails ? [DeliveryState.Delivered, DeliveryState.Undeliverable] : [default, default]);
        mixed
            .Rewards.Select(reward => (reward.Recipient!.Email, reward.HasSecret))
            .ShouldBe([("mira@panel.example", true), ("bounce.jon@panel.example", true)]);
        stage.Twin.Ledger.Cards.ShouldBe(4, "a card that bounced is issued and paid for");

        async Task<Order> DoneAsync(OrderRequest request)
        {
            var placed = await stage.Account.Orders.PlaceAsync(request);
            return await stage.Account.Status.GetAsync(placed.Id);
        }
    }

    [Fact]
    public async Task Quirk_10_bounces_may_come_after_completion()
    {
        await using var stage = await Stage.StartAsync(twin => twin.BounceDelay = TimeSpan.FromMinutes(5));
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1", Requests.Line("bounce@panel.example")));

        var early = await stage.Account.Status.GetAsync(placed.Id);
        stage.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await stage.Account.Status.GetAsync(placed.Id);

        (early.Rewards[0].Delivery, late.Rewards[0].Delivery).ShouldBe((DeliveryState.Delivered, DeliveryState.Undeliverable));
    }

    [Fact]
    public async Task Quirk_10_without_recipients_the_counters_are_the_outcome()
    {
        var order = await ReadAsync(Example.Read("order-get", json => json.Remove("recipients")));

        order.Rewards.Select(reward => reward.Delivery).ShouldBe([DeliveryState.Delivered, DeliveryState.Undeliverable]);
        order.Status.ShouldBe(OrderStatus.Completed);
    }

    [Theory]
    [InlineData("PENDING", "pending", false)]
    [InlineData("IN_PROGRESS", "pending", false)]
    [InlineData("COMPLETE", "completed", true)]
    [InlineData("CANCELED", "cancelled", true)]
    [InlineData("CANCELLED", "unknown", false)]
    [InlineData("FAILED", "unknown", false)]
    [InlineData("COMPLETED", "unknown", false)]
    [InlineData("ON_HOLD", "ON_HOLD", false)]
    public async Task Quirk_12_a_word_that_no_document_has_is_kept_and_never_final(string raw, string status, bool isFinal)
    {
        var order = await ReadAsync(Example.Read("order-get", json => json["status"] = raw));

        (order.Status.Value, order.RawStatus, order.Status.IsFinal).ShouldBe((status, raw, isFinal));
    }

    [Fact]
    public async Task Quirk_12_an_account_can_say_what_a_word_means()
    {
        var order = await ReadAsync(
            Example.Read("order-get", json => json["status"] = "FAILED"),
            options =>
                options.WireAssumptions.OrderStatuses = new Dictionary<string, string>(
                    options.WireAssumptions.OrderStatuses,
                    StringComparer.Ordinal
                )
                {
                    ["FAILED"] = "failed",
                }
        );

        order.Status.ShouldBe(OrderStatus.Failed);
    }

    [Theory]
    [InlineData("PENDING", "pending", "unknown")]
    [InlineData("SENT", "delivered", "unknown")]
    [InlineData("BOUNCED", "undeliverable", "unknown")]
    [InlineData("REDEEMED", "delivered", "redeemed")]
    [InlineData("EXPIRED", "unknown", "expired")]
    [InlineData("CANCELED", "unknown", "cancelled")]
    [InlineData("OPENED", "OPENED", "unknown")]
    public async Task The_words_of_cards_are_assumed_and_mapped(string word, string delivery, string redemption)
    {
        var order = await ReadAsync(Example.Read("order-get", json => json["recipients"]![0]!["status"] = word));

        var reward = order.Rewards[0];
        (reward.Delivery.Value, reward.RawDeliveryState, reward.Redemption.Value).ShouldBe((delivery, word, redemption));
    }

    [Theory]
    [InlineData("""{ "amount": 75, "currency": "EUR" }""", "BRANDED_CARD", "75.00 EUR")]
    [InlineData("75", "CHOICE_CARD", "75.00 USD")]
    [InlineData("75", "BRANDED_CARD", null)]
    [InlineData("\"75.50\"", "CHOICE_CARD", "75.50 USD")]
    public async Task The_face_value_of_a_card_is_known_where_its_currency_is(string amount, string cardType, string? value)
    {
        var order = await ReadAsync(
            Example.Read(
                "order-get",
                json =>
                {
                    json["cardType"] = cardType;
                    json["recipients"]![0]!["amount"] = System.Text.Json.Nodes.JsonNode.Parse(amount);
                }
            )
        );

        order.Rewards[0].FaceValue?.ToString().ShouldBe(value);
        (order.Rewards[0].FaceValue is null).ShouldBe(value is null);
    }

    [Fact]
    public async Task An_order_of_another_id_is_not_taken_for_the_one_that_was_asked_for()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get"));

        (await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.GetAsync("OT-1"))).Code.ShouldBe(
            GiftCardErrorCode.UnexpectedResponse
        );
    }

    private static async Task<Order> ReadAsync(string json, Action<GiftronautOptions>? configure = null)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, configure);
        server.Answer(json);
        return await accounts.Account.Status.GetAsync("OT-20250611-K7Q4");
    }
}
