namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirks 16 and 17: codes are shown card by card, and to some accounts not at all.</summary>
public sealed class CodesTests
{
    [Theory]
    [InlineData(false, false, 3)]
    [InlineData(false, true, 3)]
    [InlineData(true, false, 0)]
    public async Task Quirk_16_an_order_is_read_by_search_and_its_codes_by_a_search_a_card(bool without, bool whole, int furtherSearches)
    {
        await using var stage = await Stage.StartAsync(twin =>
            (twin.CodesWithoutVoucherId, twin.WholeOrderForVoucherId) = (without, whole)
        );
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 3));

        var read = await stage.Account.Status.GetAsync(placed.Id);

        stage.Twin.Requests.Count("order.search").ShouldBe(1 + furtherSearches);
        read.Rewards.Select(reward => reward.Code!.Reveal()).ShouldBe(placed.Rewards.Select(reward => reward.Code!.Reveal()));
        read.Status.ShouldBe(OrderStatus.Completed);
    }

    [Theory]
    [InlineData(RewardDetail.None, 0)]
    [InlineData(RewardDetail.State, 2)]
    public async Task Less_detail_costs_one_call_and_shows_no_code(RewardDetail detail, int rewards)
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 2));

        var read = await stage.Account.Status.GetAsync(placed.Id, detail);

        (read.Rewards.Count, read.Rewards.Any(reward => reward.HasSecret), read.Status).ShouldBe((rewards, false, OrderStatus.Completed));
        stage.Twin.Requests.Count("order.search").ShouldBe(1);
    }

    [Fact]
    public async Task Quirk_17_codes_that_the_account_may_not_see_are_not_disclosed_and_the_order_is_complete()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ReturnCode = false);

        var placed = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 5));
        var read = await stage.Account.Status.GetAsync(placed.Id);

        foreach (var order in new[] { placed, read })
        {
            (order.Status, order.Rewards.Count).ShouldBe((OrderStatus.Completed, 5));
            order.Rewards.ShouldAllBe(reward => reward.Code == null && reward.Link == null && reward.SecurityCode == null);
        }

        stage.Twin.Requests.Count("order.search").ShouldBe(2, "a first card that stays blank when it is named is all there is to know");
    }

    [Fact]
    public async Task Quirk_17_a_returned_card_without_any_value_has_not_come_yet()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var late = Example.Read(
            "order-create-sync",
            order =>
                (order["Vouchers"]![1]!["Code"], order["Vouchers"]![1]!["CVV"], order["Vouchers"]![1]!["RedeemLink"]) = (null, null, null)
        );
        server.Answer(late);

        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));
        server.Answer(Example.Read("order-create-sync"));
        var read = await accounts.Account.Status.GetAsync(placed.Id);

        (placed.Status, read.Status).ShouldBe((OrderStatus.Pending, OrderStatus.Completed));
    }

    [Theory]
    [InlineData("pt-free-choice-se", false, true)]
    [InlineData("pt-lantern-books-se", true, false)]
    public async Task A_card_has_the_values_that_its_product_has(string product, bool code, bool link)
    {
        await using var stage = await Stage.StartAsync();
        var value = ((await stage.Account.Catalog.GetAsync(product)).Offers[0].Denominations) switch
        {
            FixedDenominations { Values: [var first, ..] } => first,
            RangeDenominations range => range.Min,
            _ => throw new InvalidOperationException(),
        };

        var placed = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", value, product));
        var read = await stage.Account.Status.GetAsync(placed.Id);

        foreach (var reward in placed.Rewards.Concat(read.Rewards))
        {
            (reward.Code is not null, reward.Link is not null).ShouldBe((code, link));
        }
    }

    [Fact]
    public async Task A_recipient_without_an_address_is_none()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            Example.Read(
                "order-create-sync",
                order => order["Vouchers"]![0]!["Recipient"] = new System.Text.Json.Nodes.JsonObject { ["Name"] = null, ["Email"] = "" }
            )
        );

        var read = await accounts.Account.Status.GetAsync(WireCalls.SyncOrder);

        (read.Delivery, read.Rewards[0].Recipient, read.Rewards[0].Delivery).ShouldBe((Delivery.Returned, null, DeliveryState.Returned));
    }

    [Fact]
    public async Task An_answer_for_another_order_is_not_shown()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-sync"));

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.GetAsync(WireCalls.Order));

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
    }

    [Fact]
    public async Task An_id_may_come_back_in_other_capitals()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-sync", order => order["OrderUID"] = WireCalls.SyncOrder.ToUpperInvariant()));

        (await accounts.Account.Status.GetAsync(WireCalls.SyncOrder)).Status.ShouldBe(OrderStatus.Completed);
    }
}
