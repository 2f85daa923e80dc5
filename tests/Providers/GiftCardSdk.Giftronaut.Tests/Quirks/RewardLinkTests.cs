using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Reward links: bought without recipients, complete when every link can be read, and refused with the first order's id when repeated.</summary>
public sealed class RewardLinkTests
{
    [Theory]
    [InlineData(Requests.Choice, "CHOICE_CARD", 20)]
    [InlineData(Requests.Branded, "BRANDED_CARD", 30)]
    public async Task Links_of_either_kind_come_back(string product, string cardType, int value)
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.PlaceAndWaitAsync(
            Requests.Links("o-1", Money.Of(value, "USD"), product, quantity: 3),
            TimeSpan.FromMinutes(1)
        );

        (order.Status, order.Delivery, order.TotalCost).ShouldBe((OrderStatus.Completed, Delivery.Returned, Money.Of(3 * value, "USD")));
        order.Rewards.Select(reward => reward.Link!.Reveal()).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        order.Rewards.ShouldAllBe(reward => reward.Delivery == DeliveryState.Returned && reward.Recipient == null);
        stage.Twin.Requests.For("reward_links.order").ShouldHaveSingleItem().Body.ShouldContain($"\"cardType\":\"{cardType}\"");
    }

    [Theory]
    [InlineData(GiftronautRewardLinkRepeat.ConflictWithId)]
    [InlineData(GiftronautRewardLinkRepeat.OriginalOrder)]
    public async Task A_repeat_returns_the_first_order_however_it_is_answered(GiftronautRewardLinkRepeat repeat)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.RewardLinkRepeat, twin.ClientOrderIdHonoured) = (repeat, false));
        await stage.Account.Orders.PlaceAsync(Requests.Links("another"));
        var first = await stage.Account.Orders.PlaceAsync(Requests.Links("o-1", quantity: 2));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Links("o-1", quantity: 2));

        (again.Id, again.WasReplayed, stage.Twin.Ledger.Count).ShouldBe((first.Id, true, 2));
    }

    [Fact]
    public async Task The_order_that_a_conflict_names_is_compared_before_it_is_taken_for_ours()
    {
        await using var stage = await Stage.StartAsync();
        var theirs = await stage.Account.Orders.PlaceAsync(Requests.Links("o-1", quantity: 2));
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(() => restarted.Account.Orders.PlaceAsync(Requests.Links("o-1")));

        (failure.Code, failure.Outcome, failure.OrderId).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated, theirs.Id));
    }

    [Fact]
    public async Task Until_every_link_is_there_the_order_is_pending()
    {
        await using var stage = await Stage.StartAsync(twin => twin.CompletionDelay = TimeSpan.FromSeconds(40));

        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("o-1", quantity: 2));
        var early = await stage.Account.Status.GetAsync(placed.Id);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await stage.Account.Status.GetAsync(placed.Id);

        (placed.Status, placed.RawStatus, early.Rewards.Count).ShouldBe((OrderStatus.Pending, "PENDING", 0));
        (done.Status, done.Rewards.Count, done.Rewards.All(reward => reward.HasSecret)).ShouldBe((OrderStatus.Completed, 2, true));
    }

    [Fact]
    public async Task Links_are_shown_only_where_they_are_asked_for()
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("o-1", quantity: 2));

        (await stage.Account.Status.GetAsync(placed.Id, RewardDetail.None)).Rewards.ShouldBeEmpty();
        (await stage.Account.Status.GetAsync(placed.Id, RewardDetail.State)).Rewards.ShouldAllBe(reward => reward.Link == null);
        (await stage.Account.Status.GetAsync(placed.Id, RewardDetail.State)).Rewards.Count.ShouldBe(2);
    }
}
