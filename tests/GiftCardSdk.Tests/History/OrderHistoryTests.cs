using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.History;

/// <summary>What became of a card is answered in one call, from what was seen of it.</summary>
public sealed class OrderHistoryTests
{
    [Fact]
    public async Task One_call_says_what_became_of_a_card()
    {
        await using var shop = new HistoryShop(configure: options => options.CompletesAfter = TimeSpan.FromMinutes(2));
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());
        var atFirst = await shop.FindAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(3));
        var completed = await shop.Cards.Status.GetAsync(placed.Id);
        shop.Clock.Advance(TimeSpan.FromDays(2));
        shop.Provider.Redeem(completed.Rewards[0].Id!);
        await shop.Cards.Status.GetAsync(placed.Id, RewardDetail.State);

        var history = await shop.FindAsync();

        (atFirst.Status, atFirst.Cards.Count, atFirst.CompletedAt).ShouldBe((OrderStatus.Pending, 0, null));
        history.Entry.ProviderOrderIds.ShouldBe([placed.Id]);
        (history.Status, history.CompletedAt - history.Entry.CreatedAt).ShouldBe((OrderStatus.Completed, TimeSpan.FromMinutes(3)));
        var card = history.Cards.ShouldHaveSingleItem();
        (card.Id, card.ProductId, card.FaceValue).ShouldBe((completed.Rewards[0].Id, "coffee", Money.Of(25, "EUR")));
        (card.Delivery, card.Redemption).ShouldBe((DeliveryState.Returned, RedemptionState.Redeemed));
        card.ChangedAt.ShouldBe(shop.Clock.GetUtcNow());
        history.ToString().ShouldContain($"bought as {placed.Id}");
        history.ToString().ShouldContain("redemption redeemed");
    }

    [Fact]
    public async Task Without_the_choice_nothing_is_written_and_the_journal_still_answers()
    {
        await using var shop = new HistoryShop(keeps: false);
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());
        await shop.Cards.Status.GetAsync(placed.Id);

        var history = await shop.FindAsync();

        shop.History.IsKept.ShouldBeFalse();
        (history.State, history.Status, history.Cards.Count).ShouldBe((OrderJournalState.Accepted, null, 0));
        (await shop.Records.ListAsync(new() { Kind = "order" }).CountAsync()).ShouldBe(0);
        Should
            .Throw<InvalidOperationException>(() => shop.History.FindByRecipientAsync(new() { Email = "a@mail.example" }))
            .Message.ShouldContain("KeepOrderHistory()");
    }

    [Fact]
    public async Task An_order_is_found_by_the_providers_id_too()
    {
        await using var shop = new HistoryShop();
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());

        (await shop.History.FindByOrderIdAsync(shop.Cards.Name, placed.Id)).ShouldNotBeNull().Reference.Value.ShouldBe("order-1");
        (await shop.History.FindByOrderIdAsync(shop.Cards.Name, "nobody's")).ShouldBeNull();
        (await shop.History.FindAsync(shop.Cards.Name, "never-placed")).ShouldBeNull();
    }

    [Fact]
    public async Task What_watching_sees_is_kept()
    {
        await using var shop = new HistoryShop(configure: options => options.CompletesAfter = TimeSpan.FromSeconds(20));
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());

        await shop.Clock.RunUntilCompletedAsync(shop.Cards.Status.WaitForCompletionAsync(placed.Id));

        (await shop.FindAsync()).Cards.ShouldHaveSingleItem().Redemption.ShouldBe(RedemptionState.Redeemable);
    }

    [Fact]
    public async Task A_card_that_is_taken_back_is_seen_at_once()
    {
        await using var shop = new HistoryShop();
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("order-1", "a@mail.example", "b@mail.example"));

        await shop.Cards.Orders.CancelAsync(placed.Id, placed.Rewards[1].Id);

        (await shop.FindAsync()).Cards.Select(card => card.Redemption).ShouldBe([RedemptionState.Redeemable, RedemptionState.Cancelled]);
    }

    [Fact]
    public async Task An_order_that_nobody_waited_for_is_kept_when_it_is_found()
    {
        await using var shop = new HistoryShop();
        shop.Provider.NextOrders(GiftCardSdk.Testing.ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => GiftCardSdk.Testing.ScriptedLookup.Inconclusive("the list is down"));
        await Should.ThrowAsync<GiftCardException>(() =>
            shop.Clock.RunUntilCompletedAsync(shop.Cards.Orders.PlaceAsync(HistoryShop.Request()))
        );
        shop.Provider.ScriptLookups(null);

        var before = await shop.FindAsync();
        await shop.GiftCards.Journal.ResolveAsync();
        var after = await shop.FindAsync();

        before.State.ShouldBe(OrderJournalState.Unknown);
        before.ToString().ShouldContain("whether it was bought is not known yet");
        (after.State, after.Cards.Count).ShouldBe((OrderJournalState.Accepted, 1));
    }

    [Fact]
    public async Task A_renamed_account_keeps_its_history()
    {
        await using var old = new HistoryShop();
        await old.Cards.Orders.PlaceAsync(HistoryShop.Request());
        await using var renamed = new HistoryShop(
            records: old.Records,
            journal: old.Journal,
            clock: old.Clock,
            provider: old.Provider,
            journalId: "europe"
        );

        await renamed.GiftCards.Journal.RenameAccountAsync(HistoryShop.Account, "europe");

        (await renamed.FindAsync()).Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Purging_the_details_of_an_order_takes_its_history_too()
    {
        await using var shop = new HistoryShop();
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("of-one", "a@mail.example"));
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("of-two", "a@mail.example", "b@mail.example"));
        shop.Clock.Advance(TimeSpan.FromDays(31));

        (await shop.GiftCards.Journal.PurgeAsync(TimeSpan.FromDays(30))).ShouldBe(2);

        (await shop.Records.ListAsync(new() { Kind = "order" }).CountAsync()).ShouldBe(0);
        (await shop.Records.ListAsync(new() { Kind = "order-recipient" }).CountAsync()).ShouldBe(0);
        (await shop.FindAsync("of-one")).Cards.ShouldBeEmpty();
        (await shop.History.FindByRecipientAsync(new() { Email = "a@mail.example" }).CountAsync()).ShouldBe(0);
        await shop.Cards.Status.GetAsync(shop.Provider.Ledger[0].OrderId);
        (await shop.Records.ListAsync(new() { Kind = "order" }).CountAsync()).ShouldBe(0, "What was purged does not come back by reading.");
    }

    [Fact]
    public async Task An_order_that_is_read_while_it_is_purged_leaves_no_history()
    {
        var journal = new FaultyJournal();
        await using var shop = new HistoryShop(journal: journal);
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("read", "a@mail.example", "b@mail.example"));
        shop.Clock.Advance(TimeSpan.FromDays(31));
        var isRead = false;
        // In memory nothing waits, so that the reading is over when it returns.
        journal.BeforeWrite = entry =>
            isRead = isRead || shop.Cards.Status.GetAsync(shop.Provider.Ledger[0].OrderId).IsCompletedSuccessfully;

        await shop.GiftCards.Journal.PurgeAsync(TimeSpan.FromDays(30));

        isRead.ShouldBeTrue();
        await ShouldHaveNothingAsync(shop);
    }

    [Fact]
    public async Task An_order_that_is_purged_while_its_reading_is_written_leaves_no_history()
    {
        var journal = new FaultyJournal();
        await using var before = new HistoryShop(keeps: false, journal: journal);
        var order = await before.Cards.Orders.PlaceAsync(HistoryShop.Request("read", "a@mail.example", "b@mail.example"));
        before.Clock.Advance(TimeSpan.FromDays(31));
        var records = new LateRecords("order");
        await using var shop = new HistoryShop(records: records, journal: journal, clock: before.Clock, provider: before.Provider);

        records.BeforeAdd = () => shop.GiftCards.Journal.PurgeAsync(TimeSpan.FromDays(30));
        await shop.Cards.Status.GetAsync(order.Id);

        (await shop.FindAsync("read")).Entry.PurgedAt.ShouldNotBeNull();
        await ShouldHaveNothingAsync(shop);
    }

    private static async Task ShouldHaveNothingAsync(HistoryShop shop)
    {
        (await shop.Records.ListAsync(new() { Kind = "order" }).CountAsync()).ShouldBe(0);
        (await shop.Records.ListAsync(new() { Kind = "order-recipient" }).CountAsync()).ShouldBe(0);
    }
}
