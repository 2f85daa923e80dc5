namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Traps 3, 18 and 26: recipients that Giftbit refuses.</summary>
public sealed class RecipientTests
{
    private const string Bad = "bad-contact@sandbox.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trap_3_and_18_one_of_two_recipients_is_refused_in_either_spelling(bool misspelt)
    {
        await using var stage = await Stage.StartAsync(twin => twin.MisspellAddedSuccessfully = misspelt);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t3", "good@mail.example", Bad));

        var refused = order.Rewards.ShouldHaveSingleItem();
        (refused.Line, refused.Delivery, refused.Recipient?.Email).ShouldBe((1, DeliveryState.Refused, Bad));
        refused.Remark.ShouldNotBeNull();
        refused.Id.ShouldBeNull();
        stage.LetTimePass();
        var later = await stage.Account.Status.GetAsync(order.Id);
        later.Status.ShouldBe(OrderStatus.Completed);
        later.Rewards.ShouldContain(reward => reward.Recipient!.Email == "good@mail.example" && reward.Id != null);
        stage.Twin.Ledger.SalesFor("t3").ShouldHaveSingleItem().Cards.ShouldBe(1);
    }

    [Fact]
    public async Task Trap_3_the_only_recipient_is_refused()
    {
        await using var stage = await Stage.StartAsync();

        var first = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("t3", Bad)));
        var again = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("t3", Bad)));

        (first.Code, first.Outcome).ShouldBe((GiftCardErrorCode.InvalidRecipient, GiftCardOutcome.MayExist));
        (await stage.Api.GetCampaignAsync("t3")).Campaign.Uuid.ShouldBe(first.OrderId);
        first.Reference.ShouldBe("t3");
        first.ToString().ShouldNotContain(Bad);
        again.Code.ShouldBe(GiftCardErrorCode.InvalidRecipient);
        stage.Twin.Requests.Count("campaign.create").ShouldBe(1);
        stage.Twin.Ledger.Cards.ShouldBe(0);
    }

    [Fact]
    public async Task Trap_3_all_of_several_recipients_are_refused()
    {
        await using var stage = await Stage.StartAsync(twin => twin.DeliveryOutcomes["gone"] = GiftbitWords.DeliveryStatus.Complaint);
        await stage.Account.Orders.PlaceAsync(Requests.Email("t3-a", "gone@mail.example"));
        stage.LetTimePass();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Email("t3-b", "gone@mail.example", Bad))
        );

        failure.Code.ShouldBe(GiftCardErrorCode.InvalidRecipient);
        failure.Message.ShouldContain("every one of its recipients");
    }

    [Theory]
    [InlineData("unsubscribed")]
    [InlineData("complaint")]
    public async Task Trap_26_a_recipient_who_wants_no_mail_is_suppressed_and_refused_next_time(string name)
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t26-a", $"{name}@mail.example"));
        stage.LetTimePass();

        var reward = (await stage.Account.Status.GetAsync(order.Id)).Rewards.ShouldHaveSingleItem();
        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Email("t26-b", $"{name}@mail.example"))
        );

        (reward.Delivery, reward.RawDeliveryState).ShouldBe((DeliveryState.Suppressed, name.ToUpperInvariant()));
        failure.Code.ShouldBe(GiftCardErrorCode.InvalidRecipient);
    }

    [Theory]
    [InlineData("bounce", "undeliverable")]
    [InlineData("soft-bounce", "delayed")]
    [InlineData("mira.oduya", "delivered")]
    public async Task A_delivery_that_fails_or_succeeds_stands_on_the_reward(string name, string state)
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("d", $"{name}@mail.example"));
        stage.LetTimePass();

        var reward = (await stage.Account.Status.GetAsync(order.Id)).Rewards.ShouldHaveSingleItem();

        reward.Delivery.ShouldBe(new DeliveryState(state));
        (reward.Line, reward.Recipient?.Name, reward.Recipient?.Email).ShouldBe((0, "Mira Oduya", $"{name}@mail.example"));
        (reward.FaceValue, reward.ProductId, reward.Redemption).ShouldBe(
            (Money.Of(12, "USD"), Requests.Product, RedemptionState.Redeemable)
        );
    }

    [Fact]
    public async Task Each_of_many_recipients_has_a_reward_on_the_line_that_named_it()
    {
        await using var stage = await Stage.StartAsync();
        var addresses = Enumerable.Range(0, 120).Select(number => $"r{number}@mail.example").ToArray();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("many", addresses));
        stage.LetTimePass();

        var later = await stage.Account.Status.GetAsync(order.Id, RewardDetail.State);

        later.Rewards.Count.ShouldBe(120);
        later.Rewards.ShouldAllBe(reward => reward.Recipient!.Email == addresses[reward.Line!.Value]);
        later.Rewards.Select(reward => reward.Line).Distinct().Count().ShouldBe(120);
        stage.Twin.Requests.Count("gifts.list").ShouldBe(2);
    }
}
