using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Whose an order is: one account under two names, and another system on the same account.</summary>
public sealed class WhoseOrderTests
{
    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id() =>
        new OneAccountTwoNames(
            static (cards, name, journalId, key) =>
                cards.AddGiftronaut(
                    name,
                    options =>
                    {
                        options.JournalId = journalId;
                        options.ClientId = key;
                        options.ClientSecret = "secret-of-" + name;
                    }
                )
        ).Check();

    [Fact]
    public async Task Another_systems_order_under_the_same_key_is_a_conflict_and_nothing_is_handed_out()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Links("shared", quantity: 3));
        await using var ours = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(ours.Account.Orders.PlaceAsync(Requests.Links("shared")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
    }

    [Fact]
    public async Task The_same_order_of_before_is_returned_and_was_replayed()
    {
        await using var stage = await Stage.StartAsync();
        var before = await stage.Account.Orders.PlaceAsync(Requests.Links("shared"));
        await using var ours = stage.Restarted();

        var order = await ours.Account.Orders.PlaceAsync(Requests.Links("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }
}
