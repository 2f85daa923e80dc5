using System.Net;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What no webhook says is found by looking at the orders, and told to the same handlers.</summary>
public sealed class PollingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Giftbit_has_no_webhooks_and_its_orders_are_told_of_all_the_same()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Shop.Giftbit, "survey-1");

        await LookAsync(shop);

        shop.ToldOf(order).ShouldBe(["delivered ReadBack survey-1", "order.completed ReadBack survey-1"]);
    }

    [Fact]
    public async Task What_is_seen_of_an_order_is_kept_in_its_history()
    {
        await using var shop = await Shop.StartAsync(accounts: accounts => accounts.KeepsHistory = true);
        _ = await shop.PlaceAsync(Shop.Giftbit, "survey-1");
        var before = await shop.Receiver.GiftCards.History.FindAsync(Shop.Giftbit, "survey-1", Token);

        await LookAsync(shop);

        var after = await shop.Receiver.GiftCards.History.FindAsync(Shop.Giftbit, "survey-1", Token);
        before.ShouldNotBeNull().CompletedAt.ShouldBeNull();
        after.ShouldNotBeNull().Status.ShouldBe(OrderStatus.Completed);
        after.Cards.ShouldHaveSingleItem().Delivery.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task What_a_webhook_has_told_is_not_told_again_by_the_order()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Giftronaut.Account, "survey-1");
        var body = Giftronaut.Delivered(order.Id);
        (await shop.Receiver.PostAsync(shop.Receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(
            HttpStatusCode.OK
        );

        await LookAsync(shop);

        shop.ToldOf(order).ShouldBe(["delivered Webhook survey-1", "order.completed ReadBack survey-1"]);
    }

    [Fact]
    public async Task An_order_that_has_arrived_is_not_looked_at_any_more()
    {
        await using var shop = await Shop.StartAsync();
        _ = await shop.PlaceAsync(Shop.Gifq, "survey-1");
        await LookAsync(shop);
        var looks = shop.Sandbox.Gifq.Requests.Count("orders.get");

        await LookAsync(shop);

        shop.Sandbox.Gifq.Requests.Count("orders.get").ShouldBe(looks);
    }

    [Fact]
    public async Task A_bounce_is_told_of_the_card_that_it_happened_to()
    {
        await using var shop = await Shop.StartAsync();
        var account = shop.Receiver.GiftCards.GetAccount(Shop.Giftbit);
        var request = Orders.Of(Shop.Giftbit, "survey-1");
        request = request with
        {
            Lines =
            [
                request.Lines[0] with
                {
                    Recipient = new() { Name = "Mira", Email = "bounce@panel.example" },
                },
            ],
        };
        var order = await account.Orders.PlaceAsync(request, Token);

        await LookAsync(shop);

        shop.ToldOf(order).ShouldBe(["bounced ReadBack survey-1", "order.completed ReadBack survey-1"]);
        var reward = (await account.Status.GetAsync(order.Id, RewardDetail.State, Token)).Rewards.ShouldHaveSingleItem();
        shop.Notebook.Told.Single(told => told.Kind == GiftCardEventKind.Bounced).RewardId.ShouldBe(reward.Id);
    }

    [Fact]
    public async Task A_card_that_is_claimed_later_is_told_of_where_the_options_want_it()
    {
        await using var shop = await Shop.StartAsync(events: options => options.Poll.FollowRedemptionFor = TimeSpan.FromDays(30));
        var order = await shop.PlaceAsync(Shop.Giftbit, "survey-1");
        await LookAsync(shop);

        shop.Sandbox.Giftbit.ClaimAll(order.Id);
        await LookAsync(shop);

        shop.ToldOf(order).ShouldBe(["delivered ReadBack survey-1", "order.completed ReadBack survey-1", "redeemed ReadBack survey-1"]);
    }

    [Fact]
    public async Task A_provider_that_is_down_for_a_while_is_asked_again()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Shop.Gifq, "survey-1");
        shop.Sandbox.Gifq.Faults.Add(
            new()
            {
                Operation = "orders.get",
                Kind = Sandbox.FaultKind.ServerErrorBeforeCommit,
                Times = 20,
            }
        );

        await LookAsync(shop);
        await LookAsync(shop);

        shop.ToldOf(order).ShouldBe(["order.completed ReadBack survey-1"]);
    }

    /// <summary>Some hours of looking and handing over.</summary>
    private static async Task LookAsync(Shop shop)
    {
        for (var i = 0; i < 12; i++)
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(31));
            await shop.Webhooks.PollAsync(Token);
            await shop.Webhooks.DispatchAsync(Token);
        }
    }
}
