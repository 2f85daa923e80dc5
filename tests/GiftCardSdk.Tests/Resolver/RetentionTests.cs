using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>What is forgotten, and what is kept forever unless it is dropped on purpose.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_purged_order_keeps_its_reference_from_buying_again()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        var order = await shop.PlaceAsync();
        shop.Clock.Advance(TimeSpan.FromDays(91));

        (await lookout.Journal.PurgeAsync(TimeSpan.FromDays(90))).ShouldBe(1);

        var entry = await shop.EntryAsync();
        (entry.Lines.Count, entry.PurgedAt, entry.ProviderOrderIds[0]).ShouldBe((0, shop.Clock.GetUtcNow(), order.Id));
        (await shop.PlaceInTimeAsync()).Id.ShouldBe(order.Id);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_young_or_open_is_not_purged()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        await shop.DieBeforeSendingAsync(Shop.Request("open"));
        shop.Clock.Advance(TimeSpan.FromDays(90));
        await shop.PlaceAsync(Shop.Request("young"));

        (await lookout.Journal.PurgeAsync(TimeSpan.FromDays(1))).ShouldBe(0);
        (await lookout.Journal.PurgeAsync(TimeSpan.FromDays(1))).ShouldBe(0);
        (await shop.EntryAsync("open")).Lines.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Only_tombstones_are_dropped_and_only_old_ones()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        await shop.PlaceAsync();
        await shop.PlaceAsync(Shop.Request("kept"));
        (await lookout.Journal.DropTombstonesAsync(TimeSpan.Zero)).ShouldBe(0);
        shop.Clock.Advance(TimeSpan.FromDays(1));
        (await lookout.Journal.PurgeAsync(TimeSpan.FromHours(1))).ShouldBe(2);
        shop.Clock.Advance(TimeSpan.FromDays(1));

        (await lookout.Journal.DropTombstonesAsync(TimeSpan.FromDays(2))).ShouldBe(0);
        (await lookout.Journal.DropTombstonesAsync(TimeSpan.FromHours(1))).ShouldBe(2);

        (await shop.Journal.FindAsync(shop.Identity())).ShouldBeNull();
    }

    [Fact]
    public async Task A_tombstone_that_is_sent_anew_is_none_any_more()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromDays(1));
        (await lookout.Journal.PurgeAsync(TimeSpan.FromHours(1))).ShouldBe(1);

        await shop.PlaceInTimeAsync();

        var entry = await shop.EntryAsync();
        (entry.State, entry.PurgedAt, entry.Lines.Count).ShouldBe((Accepted, null, 1));
    }

    [Fact]
    public async Task A_time_in_the_future_is_refused()
    {
        using var lookout = new Lookout(Crashes.NewShop());

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => lookout.Journal.PurgeAsync(TimeSpan.FromDays(-1)));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => lookout.Journal.DropTombstonesAsync(TimeSpan.FromDays(-1)));
    }

    [Fact]
    public async Task What_is_open_is_listed_oldest_first()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        await shop.DieBeforeSendingAsync(Shop.Request("b"));
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await shop.DieBeforeSendingAsync(Shop.Request("a"));
        await shop.PlaceAsync(Shop.Request("done"));

        var open = new List<string>();
        await foreach (var entry in lookout.Journal.ListUnresolvedAsync())
        {
            open.Add(entry.Identity.Reference.Value);
        }

        open.ShouldBe(["b", "a"]);
    }
}
