using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Traps 8, 9, 12 and 13: links, when they are ready, and whose they are.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task Trap_8_the_link_read_later_is_the_link_that_came_with_the_answer()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t8"));
        stage.LetTimePass();

        var later = await stage.Account.Status.GetAsync(order.Id);

        var reward = later.Rewards.ShouldHaveSingleItem();
        reward.Link.ShouldBe(order.Rewards[0].Link);
        reward.Id.ShouldNotBeNull("the only link belongs to the only reward");
        (reward.Delivery, reward.Redemption, reward.Line).ShouldBe((DeliveryState.Returned, RedemptionState.Redeemable, 0));
    }

    [Fact]
    public async Task Trap_9_short_links_are_waited_for_at_Giftbits_pace()
    {
        await using var stage = await Stage.StartAsync(twin => twin.LinksReadyDelay = TimeSpan.FromHours(1));

        var order = await stage.Account.Orders.PlaceAsync(Requests.ShortLink("t9", quantity: 2));
        stage.LetTimePass();
        var early = await stage.Account.Status.GetAsync(order.Id);
        stage.Clock.Advance(TimeSpan.FromHours(1));
        var late = await stage.Account.Status.GetAsync(order.Id);

        (order.Status, order.PollAfter, order.Rewards.Count).ShouldBe((OrderStatus.Pending, TimeSpan.FromMinutes(5), 0));
        (early.Status, early.RawStatus, early.PollAfter).ShouldBe(
            (OrderStatus.Pending, GiftbitWords.CampaignStatus.Created, TimeSpan.FromMinutes(5))
        );
        early.Rewards.ShouldAllBe(reward => reward.Link == null && reward.Id != null);
        (late.Status, late.PollAfter, late.Rewards.Count).ShouldBe((OrderStatus.Completed, null, 2));
        late.Rewards.ShouldAllBe(reward => reward.HasSecret && reward.Id != null, "a reward of a short link names its link");
    }

    [Fact]
    public async Task Trap_9_more_links_than_a_page_holds_are_all_read_with_their_rewards()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.ShortLink("t9", quantity: 230));
        stage.LetTimePass();

        var later = await stage.Account.Status.GetAsync(order.Id);

        (later.Status, later.Rewards.Count).ShouldBe((OrderStatus.Completed, 230));
        foreach (var reward in later.Rewards)
        {
            (await stage.Api.GetGiftAsync(reward.Id!)).Gift!.ShortLink.ShouldBe(reward.Link);
        }
    }

    [Fact]
    public async Task Several_direct_links_stand_alone_since_nothing_tells_whose_they_are()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("several", quantity: 3));
        stage.LetTimePass();

        var open = await stage.Account.Status.GetAsync(order.Id);
        stage.Twin.Claim(order.Rewards[0].Link!.Reveal());
        var claimed = await stage.Account.Status.GetAsync(order.Id);
        var states = await stage.Account.Status.GetAsync(order.Id, RewardDetail.State);

        open.Rewards.Select(reward => reward.Link).ShouldBe(order.Rewards.Select(reward => reward.Link), ignoreOrder: true);
        open.Rewards.ShouldAllBe(reward => reward.Id == null && reward.Redemption == RedemptionState.Redeemable);
        claimed.Rewards.ShouldAllBe(
            reward => reward.Id == null && reward.Redemption == default,
            "one of three is claimed, which is not known"
        );
        states.Rewards.Count(reward => reward.Id is not null && reward.Redemption == RedemptionState.Redeemed).ShouldBe(1);
        states.Rewards.ShouldAllBe(reward => reward.Link == null);
        (open.Status, claimed.Status, states.Status).ShouldBe((OrderStatus.Completed, OrderStatus.Completed, OrderStatus.Completed));
    }

    [Theory]
    [InlineData(GiftbitMissingLinks.Omitted)]
    [InlineData(GiftbitMissingLinks.EmptyArray)]
    public async Task Direct_links_that_are_delayed_come_later(GiftbitMissingLinks missing)
    {
        await using var stage = await Stage.StartAsync(twin =>
        {
            twin.DirectLinksDelay = TimeSpan.FromMinutes(2);
            twin.MissingDirectLinks = missing;
        });

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("delayed"));
        stage.LetTimePass();
        var early = await stage.Account.Status.GetAsync(order.Id);
        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await stage.Account.Status.GetAsync(order.Id);

        (order.Status, order.Rewards.Count, early.Status).ShouldBe((OrderStatus.Pending, 0, OrderStatus.Pending));
        early.PollAfter.ShouldBeNull();
        late.Status.ShouldBe(OrderStatus.Completed);
        late.Rewards.ShouldHaveSingleItem().Link.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(GiftbitLinkOrderContacts.EmptyArray)]
    [InlineData(GiftbitLinkOrderContacts.Null)]
    public async Task Contacts_of_link_orders_are_read_empty_or_null(GiftbitLinkOrderContacts contacts)
    {
        await using var stage = await Stage.StartAsync(twin => twin.LinkOrderContacts = contacts);

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("contacts", quantity: 2));

        (await stage.Account.Status.GetAsync(order.Id, RewardDetail.None))
            .Lines.ShouldHaveSingleItem()
            .ShouldBe(
                new()
                {
                    ProductId = Requests.Product,
                    FaceValue = Money.Of(12, "USD"),
                    Quantity = 2,
                }
            );
    }

    [Fact]
    public async Task Trap_12_a_lost_answer_with_links_is_found_again()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "direct_links.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t12"));

        (order.Status, order.Rewards.ShouldHaveSingleItem().HasSecret).ShouldBe((OrderStatus.Completed, true));
        (stage.Twin.Requests.Count("direct_links.create"), stage.Twin.Ledger.Cards).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Trap_12_a_lost_embedded_link_comes_back_with_the_same_id()
    {
        await using var stage = await Stage.StartAsync();
        var embedded = new GiftbitEmbeddedOrder
        {
            Id = "t12",
            BrandCode = Requests.Product,
            PriceInCents = 800,
        };
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "embedded.create",
                Kind = FaultKind.ResetAfterCommit,
                Times = 1,
            }
        );

        var lost = await Should.ThrowAsync<GiftCardException>(() => stage.Api.CreateEmbeddedAsync(embedded));
        var reply = await stage.Api.CreateEmbeddedAsync(embedded);

        lost.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        reply.GiftLink.ShouldNotBeNull();
        (stage.Twin.Ledger.Cards, stage.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Trap_13_an_embedded_reward_is_claimed_and_cannot_be_taken_back()
    {
        await using var stage = await Stage.StartAsync();
        var reply = await stage.Api.CreateEmbeddedAsync(
            new()
            {
                Id = "t13",
                BrandCode = Requests.Product,
                PriceInCents = 800,
            }
        );
        stage.LetTimePass();
        var reward = (await stage.Account.Status.GetAsync(reply.Campaign.Uuid)).Rewards.ShouldHaveSingleItem();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(reply.Campaign.Uuid, reward.Id));

        (reward.Redemption, failure.Code, failure.HttpStatus).ShouldBe((RedemptionState.Redeemed, GiftCardErrorCode.Conflict, 422));
    }

    [Theory]
    [InlineData(200, """{ "info": { "code": "ERROR_LINKS_CAMPAIGN_INACTIVE" } }""")]
    [InlineData(422, """{ "error": { "code": "ERROR_LINKS_CAMPAIGN_INACTIVE", "name": "Campaign inactive" }, "status": 422 }""")]
    public async Task Links_whose_last_day_has_passed_are_not_waited_for(int status, string body)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Example.Read("campaign-get", json => json["campaign"]!["delivery_type"] = "SHORTLINK"));
        server.AnswerNext(Example.Read("gifts-list"));
        server.AnswerNext(body, status);

        var order = await accounts.Account.Status.GetAsync("hp-2026-000417");

        (order.Status, order.PollAfter).ShouldBe((OrderStatus.Completed, null));
        order.Rewards.ShouldHaveSingleItem().Link.ShouldBeNull();
    }
}
