namespace GiftCardSdk.Huuray.Tests;

/// <summary>Sending again and taking back. Quirk 8: 206 is a success that did a part.</summary>
public sealed class RewardActionTests
{
    [Fact]
    public async Task One_card_is_sent_again()
    {
        await using var stage = await Stage.StartAsync();
        var order = await MailedAsync(stage);

        var sent = await stage.Account.Orders.ResendAsync(order.Id, order.Rewards[1].Id);

        var reward = sent.ShouldHaveSingleItem();
        (reward.Id, reward.Recipient!.Email, reward.HasSecret).ShouldBe((order.Rewards[1].Id, "ola@fjord.example", false));
        stage.Twin.Requests.Count("order.resend").ShouldBe(1);
    }

    [Fact]
    public async Task A_whole_order_is_sent_again_with_one_call()
    {
        await using var stage = await Stage.StartAsync();
        var order = await MailedAsync(stage);

        var sent = await stage.Account.Orders.ResendAsync(order.Id);

        sent.Select(reward => reward.Id).ShouldBe(order.Rewards.Select(reward => reward.Id));
        stage.Twin.Requests.Count("order.resend").ShouldBe(1);
    }

    [Fact]
    public async Task Quirk_8_where_only_some_are_sent_again_their_number_is_kept()
    {
        await using var stage = await Stage.StartAsync();
        var order = await MailedAsync(stage);
        stage.Twin.RefuseResend(order.Rewards[0].Id!);

        var sent = await stage.Account.Orders.ResendAsync(order.Id);

        sent.ShouldHaveSingleItem().Id.ShouldBeNull("Huuray does not say which");
    }

    [Fact]
    public async Task A_card_that_was_not_delivered_cannot_be_sent_again()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.ResendAsync(order.Id));

        (failure.Code, failure.HttpStatus).ShouldBe((GiftCardErrorCode.Conflict, 422));
    }

    [Fact]
    public async Task A_whole_order_is_taken_back_and_the_money_returns()
    {
        await using var stage = await Stage.StartAsync();
        var before = stage.Twin.GetBalance("SEK");
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 2));

        var cancelled = await stage.Account.Orders.CancelAsync(order.Id);

        cancelled
            .Select(reward => (reward.Id, reward.Redemption))
            .ShouldBe(order.Rewards.Select(reward => (reward.Id, RedemptionState.Cancelled)));
        cancelled.ShouldAllBe(reward => reward.FaceValue == Money.Of(250, "SEK"));
        stage.Twin.GetBalance("SEK").ShouldBe(before);
    }

    [Fact]
    public async Task Quirk_8_only_the_cards_that_were_taken_back_are_returned()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 3));
        stage.Twin.RefuseCancel(order.Rewards[1].Id!);

        var cancelled = await stage.Account.Orders.CancelAsync(order.Id);
        var refused = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id, order.Rewards[1].Id));

        cancelled.Select(reward => reward.Id).ShouldBe([order.Rewards[0].Id, order.Rewards[2].Id]);
        refused.Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    [Theory]
    [InlineData("8801999", GiftCardErrorCode.NotFound)]
    [InlineData("the first", GiftCardErrorCode.NotFound)]
    public async Task A_card_that_the_order_does_not_have_is_not_found(string rewardId, GiftCardErrorCode code)
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));

        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id, rewardId))).Code.ShouldBe(code);
        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.ResendAsync(order.Id, rewardId))).Code.ShouldBe(code);
        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync("no-such-order"))).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_card_may_or_may_not_be_listed_any_more(bool listed)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ShowCancelledVouchers = listed);
        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 2));
        await stage.Account.Orders.CancelAsync(order.Id, order.Rewards[0].Id);

        var read = await stage.Account.Status.GetAsync(order.Id);

        read.Rewards.Count.ShouldBe(listed ? 2 : 1);
    }

    private static Task<Order> MailedAsync(Stage stage) =>
        stage.Account.PlaceAndWaitAsync(Requests.Email("o-1", "maja@fjord.example", "ola@fjord.example"), TimeSpan.FromMinutes(1));
}
