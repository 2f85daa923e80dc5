using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Traps 1, 2, 10 and 11: what a success is, and how far it reaches.</summary>
public sealed class AcceptedIsNotDeliveredTests
{
    [Fact]
    public async Task Trap_1_another_2xx_is_no_success_and_is_looked_up()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "direct_links.create",
                Kind = FaultKind.OtherSuccessStatus,
                Times = 1,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t1"));

        stage.Twin.Ledger.SalesFor("t1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("campaign.get").ShouldBe(1);
        stage.Twin.Requests.Count("direct_links.create").ShouldBe(1);
    }

    [Fact]
    public async Task Trap_2_lack_of_money_is_a_state_and_no_error()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticConversion = false);
        stage.Twin.SetBalance("USD", 100);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t2"));

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.AwaitingFunds, GiftbitWords.CampaignStatus.AwaitingFunds));
        stage.LetTimePass();
        (await stage.Account.Status.GetAsync(order.Id)).Status.ShouldBe(OrderStatus.AwaitingFunds);
        stage.Twin.AddFunds("USD", 100_000);
        stage.LetTimePass();
        (await stage.Account.Status.GetAsync(order.Id)).Status.ShouldBe(OrderStatus.Completed);
        stage.Twin.Requests.Count("campaign.create").ShouldBe(1);
    }

    [Fact]
    public async Task Trap_2_money_that_has_not_cleared_is_waited_for_too()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticConversion = false);
        stage.Twin.SetBalance("USD", 0);
        stage.Twin.SetPendingFunds("USD", 100_000);

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t2"));

        order.Status.ShouldBe(OrderStatus.AwaitingFunds);
        order.Rewards.ShouldBeEmpty();
        stage.Twin.ClearPendingFunds("USD");
        stage.LetTimePass();
        var later = await stage.Account.Status.GetAsync(order.Id);
        later.Status.ShouldBe(OrderStatus.Completed);
        later.Rewards.ShouldHaveSingleItem().Link.ShouldNotBeNull();
    }

    [Fact]
    public async Task Trap_2_another_currency_may_pay_so_an_empty_balance_is_no_refusal()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("EUR", 0);

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t2", value: Money.Of(15, "EUR"), product: "nordkaffeede"));

        order.Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public async Task Trap_10_rewards_that_are_not_there_yet_are_not_missing()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t10"));
        var early = await stage.Account.Status.GetAsync(order.Id);

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.Pending, GiftbitWords.CampaignStatus.Creating));
        (early.Status, early.Rewards.Count).ShouldBe((OrderStatus.Pending, 0));
        stage.LetTimePass();
        var late = await stage.Account.Status.GetAsync(order.Id);
        (late.Status, late.Rewards.Count).ShouldBe((OrderStatus.Completed, 1));
    }

    [Fact]
    public async Task Trap_10_an_order_that_is_made_without_its_rewards_is_not_complete()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var noGifts = Example.Read(
            "gifts-list",
            json =>
            {
                json["gifts"] = new System.Text.Json.Nodes.JsonArray();
                json["total_count"] = 0;
            }
        );
        server.AnswerByPath = path => path.Contains("/gifts", StringComparison.Ordinal) ? noGifts : Example.Read("campaign-get");

        var order = await accounts.Account.Status.GetAsync("hp-2026-000417", RewardDetail.State);

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.Pending, GiftbitWords.CampaignStatus.Created));
    }

    [Fact]
    public async Task Trap_11_direct_links_come_with_the_answer()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t11", quantity: 3));

        order.Status.ShouldBe(OrderStatus.Completed);
        order.Rewards.Select(reward => reward.Link?.Reveal()).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        order.Rewards.ShouldAllBe(reward => reward.Delivery == DeliveryState.Returned && reward.FaceValue == Money.Of(12, "USD"));
        stage.Twin.Requests.Total.ShouldBe(2, "one look at the brand, one order");
    }
}
