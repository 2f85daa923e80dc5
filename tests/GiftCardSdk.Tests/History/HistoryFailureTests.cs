using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.History;

/// <summary>The journal is the truth: whatever happens to the history, an order comes to its end.</summary>
public sealed class HistoryFailureTests
{
    [Fact]
    public async Task An_order_is_not_failed_by_a_history_that_cannot_be_written()
    {
        await using var shop = new HistoryShop(records: new FaultyRecords { Fails = true });

        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());
        var read = await shop.Cards.Status.GetAsync(placed.Id);

        read.Status.ShouldBe(OrderStatus.Completed);
        shop.Log.Lines.Count(line => line.StartsWith("Warning 2040 ", StringComparison.Ordinal)).ShouldBe(2);
        shop.Log.Lines.ShouldContain(line => line.Contains($"order {placed.Id} at {HistoryShop.Account}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_waits_five_seconds_for_a_history_that_hangs_and_no_longer()
    {
        await using var shop = new HistoryShop(records: new FaultyRecords { Hangs = true });
        var started = shop.Clock.GetUtcNow();

        var placed = await shop.Clock.RunUntilCompletedAsync(shop.Cards.Orders.PlaceAsync(HistoryShop.Request()));

        placed.Status.ShouldBe(OrderStatus.Completed);
        (shop.Clock.GetUtcNow() - started).ShouldBe(TimeSpan.FromSeconds(5));
        shop.Provider.Ledger.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Many_readings_at_once_leave_one_history_with_the_last_word()
    {
        await using var shop = new HistoryShop();
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());
        shop.Provider.Redeem(placed.Rewards[0].Id!);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => shop.Cards.Status.GetAsync(placed.Id))));

        (await shop.Records.ListAsync(new() { Kind = "order" }).CountAsync()).ShouldBe(1);
        (await shop.FindAsync()).Cards.ShouldHaveSingleItem().Redemption.ShouldBe(RedemptionState.Redeemed);
    }

    [Fact]
    public async Task What_is_read_again_unchanged_is_written_again_after_an_hour_alone()
    {
        await using var shop = new HistoryShop();
        var placed = await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());
        var seen = (await shop.FindAsync()).SeenAt;

        shop.Clock.Advance(TimeSpan.FromMinutes(59));
        await shop.Cards.Status.GetAsync(placed.Id);
        (await shop.FindAsync()).SeenAt.ShouldBe(seen);

        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.Cards.Status.GetAsync(placed.Id);
        (await shop.FindAsync()).SeenAt.ShouldBe(shop.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_hides_no_other_order()
    {
        await using var shop = new HistoryShop();
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request());
        var broken = await shop.Records.ListAsync(new() { Kind = "order" }).SingleAsync();
        (await shop.Records.TryUpdateAsync(broken with { Version = broken.Version + 1, Body = "{" })).ShouldBeTrue();
        await shop.Cards.Orders.PlaceAsync(HistoryShop.Request("order-2"));

        var listed = await shop.History.ListAsync().ToListAsync();

        listed
            .Select(order => (order.Reference.Value, order.SeenAt is null))
            .ShouldBe([("order-1", true), ("order-2", false)], ignoreOrder: true);
        shop.Log.Lines.ShouldContain(line => line.Contains($"record {broken.Id} (order)", StringComparison.Ordinal));
    }

    /// <summary>Records that cannot be written, or never answer.</summary>
    private sealed class FaultyRecords() : ForwardingRecords(new InMemoryOrderJournal().Records!)
    {
        public bool Fails { get; init; }

        public bool Hangs { get; init; }

        public override async ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default)
        {
            if (Hangs)
            {
                await new TaskCompletionSource().Task;
            }

            return Fails ? throw new OrderJournalException("the disk is full") : null;
        }
    }
}
