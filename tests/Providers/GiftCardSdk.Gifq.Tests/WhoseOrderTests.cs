using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Whose an order is: one account under two names, and another system on the same account.</summary>
public sealed class WhoseOrderTests
{
    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id() =>
        new OneAccountTwoNames(
            static (cards, name, journalId, key) =>
                cards.AddGifq(
                    name,
                    options =>
                    {
                        options.JournalId = journalId;
                        options.ApiToken = key;
                    }
                )
        ).Check();

    [Fact]
    public async Task Another_systems_order_under_the_same_reference_is_a_conflict_and_nothing_is_handed_out()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Order("shared", Money.Of(50, "USD")));
        await using var ours = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(
            ours.Account.Orders.PlaceAsync(Requests.Order("shared", Money.Of(25, "USD")))
        );

        failure.Code.ShouldBeOneOf(GiftCardErrorCode.Conflict, GiftCardErrorCode.OutcomeUnknown);
    }

    [Fact]
    public async Task What_was_bought_days_ago_under_the_same_reference_was_replayed()
    {
        await using var stage = await Stage.StartAsync();
        var before = await stage.Account.Orders.PlaceAsync(Requests.Order("shared"));
        stage.LetTimePass();
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await using var ours = stage.Restarted();

        var order = await ours.Account.Orders.PlaceAsync(Requests.Order("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }
}
