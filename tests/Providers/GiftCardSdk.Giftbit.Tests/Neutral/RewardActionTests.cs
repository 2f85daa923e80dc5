namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Sending again and taking back, and trap 25: what comes back is not ours to say.</summary>
public sealed class RewardActionTests
{
    [Fact]
    public async Task A_reward_is_sent_again()
    {
        await using var stage = await Stage.StartAsync();
        var (order, reward) = await BuyAsync(stage, "resend");

        var again = await stage.Account.Orders.ResendAsync(order.Id, reward.Id);

        var answer = again.ShouldHaveSingleItem();
        (answer.Id, answer.Delivery, answer.Recipient?.Email).ShouldBe((reward.Id, DeliveryState.Delivered, "mira.oduya@mail.example"));
        (await stage.Api.GetGiftAsync(reward.Id!)).Gift!.RedeliveryCount.ShouldBe(1);
    }

    [Fact]
    public async Task Trap_25_a_reward_is_taken_back_once()
    {
        await using var stage = await Stage.StartAsync();
        var (order, reward) = await BuyAsync(stage, "cancel");

        var cancelled = await stage.Account.Orders.CancelAsync(order.Id, reward.Id);
        var twice = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id, reward.Id));

        var answer = cancelled.ShouldHaveSingleItem();
        (answer.Redemption, answer.RawRedemptionState).ShouldBe((RedemptionState.Cancelled, GiftbitWords.GiftStatus.GiverCancelled));
        answer.FaceValue.ShouldBeNull("Giftbit names no currency here, and a cent without one is no money");
        twice.Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    [Fact]
    public async Task Giftbit_does_either_to_one_reward_at_a_time()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.PlaceAndWaitAsync(Requests.DirectLink("all", quantity: 2), TimeSpan.FromMinutes(1));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        var resend = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.ResendAsync(order.Id));
        var cancel = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id));

        (resend.Code, cancel.Code).ShouldBe((GiftCardErrorCode.NotSupported, GiftCardErrorCode.NotSupported));
        resend.Message.ShouldContain("rewardId");
        (stage.Twin.Requests.Count("gifts.resend"), stage.Twin.Requests.Count("gifts.cancel")).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_id_of_an_order_of_one_reward_stands_for_the_reward(bool asReward)
    {
        await using var stage = await Stage.StartAsync();
        var (order, reward) = await BuyAsync(stage, "only");
        await BuyAsync(stage, "another");

        var resent = await stage.Account.Orders.ResendAsync(order.Id, asReward ? order.Id : null);
        var cancelled = await stage.Account.Orders.CancelAsync(order.Id, asReward ? order.Id : null);

        (resent.ShouldHaveSingleItem().Id, cancelled.ShouldHaveSingleItem().Id).ShouldBe((reward.Id, reward.Id));
        cancelled[0].Redemption.ShouldBe(RedemptionState.Cancelled);
        (stage.Twin.Requests.Count("gifts.resend"), stage.Twin.Requests.Count("gifts.cancel")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_order_that_is_still_being_made_is_not_taken_back_as_its_first_reward()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("young", "mira.oduya@mail.example"));

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id));

        failure.Code.ShouldBe(GiftCardErrorCode.NotSupported);
        stage.Twin.Requests.Count("gifts.cancel").ShouldBe(0);
    }

    [Fact]
    public async Task A_reward_of_another_order_is_left_alone()
    {
        await using var stage = await Stage.StartAsync();
        var (order, _) = await BuyAsync(stage, "mine");
        var (_, others) = await BuyAsync(stage, "not-mine");

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id, others.Id));

        failure.Code.ShouldBe(GiftCardErrorCode.NotFound);
        failure.Message.ShouldContain("has no reward");
        stage.Twin.Requests.Count("gifts.cancel").ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_without_the_reward_is_no_success()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Example.OneGift());
        server.Answer("""{ "gift": null, "status": 200 }""");

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            accounts.Account.Orders.CancelAsync("4c1e0b7d92fa4e66b0a3d5f81c27e94a", "e7a3529c0d4b4b1f8f26c9d07a1e5b38")
        );

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
    }

    private static async Task<(Order Order, Reward Reward)> BuyAsync(Stage stage, string reference)
    {
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email(reference));
        stage.LetTimePass();
        return (order, (await stage.Account.Status.GetAsync(order.Id)).Rewards.ShouldHaveSingleItem());
    }
}
