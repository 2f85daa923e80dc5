namespace GiftCardSdk.Tests.History;

/// <summary>A recipient's orders are found by a keyed hash, whatever account they were placed with.</summary>
public sealed class RecipientTests
{
    [Theory]
    [InlineData("bo@mail.example")]
    [InlineData(" BO@mail.example ")]
    public async Task A_recipient_is_found_as_one_of_one_and_as_one_of_many(string written)
    {
        await using var shop = new HistoryShop();
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("of-one", "bo@mail.example"));
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("of-two", "al@mail.example", "bo@mail.example"));
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("of-another", "cy@mail.example"));

        var found = await shop.History.FindByRecipientAsync(new() { Email = written }).Select(order => order.Reference.Value).ToListAsync();

        found.ShouldBe(["of-one", "of-two"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_order_that_is_open_is_found_too()
    {
        await using var shop = new HistoryShop();
        shop.Provider.NextOrders(GiftCardSdk.Testing.ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => GiftCardSdk.Testing.ScriptedLookup.Inconclusive("the list is down"));
        await Should.ThrowAsync<GiftCardException>(() =>
            shop.Clock.RunUntilCompletedAsync(shop.Cards.Orders.PlaceAsync(HistoryShop.Request("lost", "bo@mail.example")))
        );

        var found = await shop.History.FindByRecipientAsync(new() { Email = "bo@mail.example" }).ToListAsync();

        found.ShouldHaveSingleItem().State.ShouldBe(OrderJournalState.Unknown);
    }

    [Fact]
    public async Task A_recipient_without_a_contact_cannot_be_looked_for()
    {
        await using var shop = new HistoryShop();

        Should
            .Throw<ArgumentException>(() => shop.History.FindByRecipientAsync(new() { Name = "Bo" }))
            .Message.ShouldContain("e-mail address");
    }
}
