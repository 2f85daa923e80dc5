using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Sending again, with a corrected address too, and taking scheduled orders back.</summary>
public sealed class ActionTests
{
    [Theory]
    [InlineData(GiftronautResendAnswer.Order)]
    [InlineData(GiftronautResendAnswer.Accepted)]
    [InlineData(GiftronautResendAnswer.NoContent)]
    public async Task An_order_is_sent_again_to_all_or_to_one_whatever_the_answer(GiftronautResendAnswer answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ResendAnswer = answer);
        var order = await stage.Account.Orders.PlaceAsync(
            Requests.Email("o-1", Requests.Line("mira@panel.example"), Requests.Line("jon@panel.example", 15))
        );

        var all = await stage.Account.Orders.ResendAsync(order.Id);
        var jon = all.Single(reward => reward.Recipient!.Email == "jon@panel.example");
        var one = await stage.Account.Orders.ResendAsync(order.Id, jon.Id);

        (all.Count, one.ShouldHaveSingleItem().Recipient!.Email).ShouldBe((2, "jon@panel.example"));
        all.ShouldAllBe(reward => reward.Link == null);
        stage.Twin.Ledger.Count.ShouldBe(1, "sending again costs nothing");
    }

    [Fact]
    public async Task Nobody_who_is_not_in_the_order_is_sent_anything_and_nobody_is_named()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        var links = await stage.Account.Orders.PlaceAsync(Requests.Links("o-2"));

        var unknown = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.ResendAsync(order.Id, "0123456789abcdef"));
        var nobody = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.ResendAsync(links.Id));

        (unknown.Code, nobody.Code).ShouldBe((GiftCardErrorCode.NotFound, GiftCardErrorCode.NotFound));
        unknown.Message.ShouldNotContain("panel.example");
        order.Rewards.ShouldAllBe(reward => !reward.Id!.Contains("mira", StringComparison.Ordinal));
        stage.Twin.Requests.Count("orders.resend").ShouldBe(0);
    }

    [Fact]
    public async Task A_corrected_address_takes_the_old_ones_place()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1", Requests.Line("bounce@panel.example")));

        await stage.Api.ResendOrderAsync(
            order.Id,
            new() { Recipients = [new() { Email = "bounce@panel.example", UpdatedEmail = "mira@panel.example" }] }
        );

        (await stage.Account.Status.GetAsync(order.Id)).Rewards[0].Recipient!.Email.ShouldBe("mira@panel.example");
    }

    [Theory]
    [InlineData(GiftronautEnvelope.AsDocumented)]
    [InlineData(GiftronautEnvelope.Wrapped)]
    public async Task A_scheduled_order_is_taken_back_with_its_money(GiftronautEnvelope envelope)
    {
        await using var stage = await Stage.StartAsync(twin => twin.Envelope = envelope);
        var order = await stage.Account.Orders.PlaceAsync(
            Requests.Email("o-1") with
            {
                SendAt = stage.Clock.GetUtcNow() + TimeSpan.FromDays(3),
            }
        );

        var rewards = await stage.Account.Orders.CancelAsync(order.Id);

        rewards.ShouldHaveSingleItem().Redemption.ShouldBe(RedemptionState.Cancelled);
        (await stage.Account.Status.GetAsync(order.Id)).Status.ShouldBe(OrderStatus.Cancelled);
        stage.Twin.GetBalance().ShouldBe(10_000m);
    }

    [Fact]
    public async Task An_order_that_was_sent_cannot_be_taken_back_and_a_single_card_never()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        var sent = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id));
        var single = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.CancelAsync(order.Id, "mira.holt@panel.example")
        );

        (sent.Code, sent.ProviderCode).ShouldBe((GiftCardErrorCode.Conflict, GiftronautWords.Errors.OrderNotCancelable));
        single.Code.ShouldBe(GiftCardErrorCode.NotSupported);
    }
}
