using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Whose an order is: one account under two names, and another system on the same account.</summary>
public sealed class WhoseOrderTests
{
    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id() =>
        new OneAccountTwoNames(
            static (cards, name, journalId, key) =>
                cards.AddGiftbit(
                    name,
                    options =>
                    {
                        options.JournalId = journalId;
                        options.ApiToken = key;
                    }
                )
        ).Check();

    [Theory]
    [InlineData(GiftbitDuplicateAnswer.OriginalOrder)]
    [InlineData(GiftbitDuplicateAnswer.Error)]
    public async Task Another_systems_order_under_the_same_id_is_not_handed_out(GiftbitDuplicateAnswer answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = answer);
        await stage.Account.Orders.PlaceAsync(Requests.DirectLink("shared", quantity: 4));
        await using var ours = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(ours.Account.Orders.PlaceAsync(Requests.DirectLink("shared")));

        // Where Giftbit answers a used id with its order, it cannot be excluded that it has made another one as well.
        (failure.Code, failure.Outcome).ShouldBe(
            answer == GiftbitDuplicateAnswer.OriginalOrder
                ? (GiftCardErrorCode.OutcomeUnknown, GiftCardOutcome.MayExist)
                : (GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated)
        );
    }

    [Theory]
    [InlineData(GiftbitDuplicateAnswer.OriginalOrder)]
    [InlineData(GiftbitDuplicateAnswer.Error)]
    public async Task The_same_order_of_days_ago_is_returned_and_was_replayed(GiftbitDuplicateAnswer answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = answer);
        var before = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("shared"));
        stage.LetTimePass();
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await using var ours = stage.Restarted();

        var order = await ours.Account.Orders.PlaceAsync(Requests.DirectLink("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }
}
