using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Whose an order is: one account under two names, and another system on the same account.</summary>
public sealed class WhoseOrderTests
{
    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id() =>
        new OneAccountTwoNames(
            static (cards, name, journalId, key) =>
                cards.AddHuuray(
                    name,
                    options =>
                    {
                        options.JournalId = journalId;
                        options.BaseAddress = new Uri("https://api.huuray.example");
                        options.ApiToken = key;
                        options.ApiSecret = "secret-of-" + name;
                    }
                )
        ).Check();

    [Fact]
    public async Task Another_systems_order_of_more_cards_under_the_same_label_is_not_taken_for_ours()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Returned("shared", quantity: 2));
        await using var ours = stage.Restarted();
        stage.Fail("order.create", FaultKind.ResetBeforeCommit);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(ours.Account.Orders.PlaceAsync(Requests.Returned("shared")));
    }
}
