using System.Text.Json.Nodes;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Giftbit's words in ours, those of tomorrow included (trap 22).</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("API_CREATING", "pending", false)]
    [InlineData("AWAITING_FUNDS", "awaiting_funds", false)]
    [InlineData("CAMPAIGN_CREATED", "completed", true)]
    [InlineData("campaign created", "completed", true)]
    [InlineData("Awaiting-Funds", "awaiting_funds", false)]
    [InlineData("COMPLETED", "unknown", false)]
    [InlineData("Cancelled", "unknown", false)]
    [InlineData("IN_REVIEW", "IN_REVIEW", false)]
    [InlineData("", "unknown", false)]
    [InlineData(null, "unknown", false)]
    public async Task The_status_of_an_order(string? raw, string status, bool isFinal)
    {
        var order = await ReadAsync(RewardDetail.None, campaign => campaign["status"] = raw, null);

        (order.Status.Value, order.RawStatus, order.Status.IsFinal).ShouldBe((status, raw, isFinal));
    }

    [Theory]
    [InlineData(GiftbitWords.Info.CampaignCreatedFundsRequired)]
    [InlineData(GiftbitWords.Info.CampaignCreatedFundsPending)]
    public async Task The_info_code_alone_says_that_an_order_waits_for_money(string code)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Example.Read("brand-get"));
        server.AnswerNext(Example.Read("campaign-create", json => json["info"]!["code"] = code));

        var order = await accounts.Account.Orders.PlaceAsync(Requests.Email("hp-2026-000417"));

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.AwaitingFunds, GiftbitWords.CampaignStatus.Creating));
    }

    [Theory]
    [InlineData("UNSENT", "pending")]
    [InlineData("DELIVERED", "delivered")]
    [InlineData("LINKCREATED", "returned")]
    [InlineData("TEMPORARILY_UNDELIVERABLE", "delayed")]
    [InlineData("UNDELIVERABLE", "undeliverable")]
    [InlineData("UNSUBSCRIBED", "suppressed")]
    [InlineData("COMPLAINT", "suppressed")]
    [InlineData("delivered", "delivered")]
    [InlineData("Refused", "unknown")]
    [InlineData("BY_PIGEON", "BY_PIGEON")]
    [InlineData(null, "unknown")]
    public async Task The_delivery_of_a_reward(string? raw, string state)
    {
        var order = await ReadAsync(RewardDetail.State, null, gift => gift["delivery_status"] = raw);

        var reward = order.Rewards.ShouldHaveSingleItem();
        (reward.Delivery.Value, reward.RawDeliveryState).ShouldBe((state, raw));
    }

    [Theory]
    [InlineData("SENT_AND_REDEEMABLE", "redeemable")]
    [InlineData("REDEEMED", "redeemed")]
    [InlineData("GIVER_CANCELLED", "cancelled")]
    [InlineData("EXPIRED", "expired")]
    [InlineData("Giver cancelled", "cancelled")]
    [InlineData("Cancelled", "unknown")]
    [InlineData("TO_CHARITY", "TO_CHARITY")]
    [InlineData(null, "unknown")]
    public async Task The_redemption_of_a_reward(string? raw, string state)
    {
        var order = await ReadAsync(RewardDetail.State, null, gift => gift["status"] = raw);

        var reward = order.Rewards.ShouldHaveSingleItem();
        (reward.Redemption.Value, reward.RawRedemptionState).ShouldBe((state, raw));
    }

    [Fact]
    public async Task A_link_that_was_delivered_was_returned()
    {
        var order = await ReadAsync(RewardDetail.State, campaign => campaign["delivery_type"] = "DIRECT_LINK", null);

        order.Rewards.ShouldHaveSingleItem().Delivery.ShouldBe(DeliveryState.Returned);
    }

    [Fact]
    public async Task A_reward_of_another_order_does_not_come_along_if_the_filter_is_ignored()
    {
        var order = await ReadAsync(RewardDetail.State, null, gift => gift["campaign_uuid"] = "another");

        order.Rewards.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fees_are_shown_and_counted_and_a_percentage_kept_on_what_is_not_claimed_is_none()
    {
        var order = await ReadAsync(
            RewardDetail.None,
            campaign =>
                campaign["fees"]!["cost_entries"]!
                    .AsArray()
                    .Add(
                        JsonNode.Parse(
                            """{ "fee_type": "UPFRONT_PER_GIFT_FEE", "amount_in_cents": 50, "tax_in_cents": 5, "currency": "USD", "percentage": 0.00 }"""
                        )
                    ),
            null
        );

        order.Fees.ShouldBe([new OrderFee("UPFRONT_PER_GIFT_FEE", Money.Of(0.50m, "USD"), Money.Of(0.05m, "USD"))]);
        order.TotalCost.ShouldBe(Money.Of(12.55m, "USD"));
    }

    [Theory]
    [InlineData(
        """[{ "fee_type": "PREFUND_GIFT_COST", "amount_in_cents": 1200, "currency": "USD" }, { "amount_in_cents": 9, "currency": "CAD" }]"""
    )]
    [InlineData("""[{ "fee_type": "PREFUND_GIFT_COST", "amount_in_cents": 1200, "currency": "dollars" }]""")]
    [InlineData("""[{ "fee_type": "PREFUND_GIFT_COST", "currency": "USD" }]""")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("null")]
    public async Task A_cost_that_cannot_be_added_up_is_unknown(string rows)
    {
        var order = await ReadAsync(RewardDetail.None, campaign => campaign["fees"]!["cost_entries"] = JsonNode.Parse(rows), null);

        order.TotalCost.ShouldBeNull();
    }

    [Fact]
    public async Task A_face_value_whose_currency_the_costs_do_not_prove_is_unknown()
    {
        var order = await ReadAsync(
            RewardDetail.State,
            campaign => campaign["fees"]!["cost_entries"]![0]!["fee_per_gift_in_cents"] = 1087,
            null
        );

        order.Lines.ShouldBeEmpty();
        order.Rewards.ShouldHaveSingleItem().FaceValue.ShouldBeNull();
    }

    private static async Task<Order> ReadAsync(RewardDetail detail, Action<JsonNode>? changeOrder, Action<JsonObject>? changeReward)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var order = Example.Read("campaign-get", json => changeOrder?.Invoke(json["campaign"]!));
        var rewards = Example.Read("gifts-list", json => changeReward?.Invoke(json["gifts"]![0]!.AsObject()));
        server.AnswerByPath = path => path.Contains("/gifts", StringComparison.Ordinal) ? rewards : order;
        return await accounts.Account.Status.GetAsync("hp-2026-000417", detail);
    }
}
