using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>An order whose process dies at any step of the journal is bought once, by whoever places it again afterwards.</summary>
public sealed class RestartTests
{
    private static readonly Dictionary<string, IdempotencyProfile> Kinds = new(StringComparer.Ordinal)
    {
        [nameof(Profiles.NeverBuysAgain)] = Profiles.NeverBuysAgain,
        [nameof(Profiles.BuysAgain)] = Profiles.BuysAgain,
        [nameof(Profiles.ForADay)] = Profiles.ForADay,
        [nameof(Profiles.ConflictWithId)] = Profiles.ConflictWithId,
        [nameof(Profiles.Blind)] = Profiles.Blind,
    };

    public static MatrixTheoryData<string, UnflushedTail> Cases { get; } = new(Kinds.Keys, Enum.GetValues<UnflushedTail>());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whenever_the_process_dies_the_order_is_bought_once(string kind, UnflushedTail tail)
    {
        for (var step = 0; ; step++)
        {
            var disk = new SimulatedDisk();
            var before = new Shop(Kinds[kind], JournalFiles.Open(disk));
            disk.PowerGoesAt = disk.Steps + step;
            var isDone = await BuyUntilTheEndAsync(before);
            var after = Restart(before, disk, tail);

            var order = await PlaceUntilBoughtAsync(after);

            after.Provider.Ledger.ShouldHaveSingleItem($"step {step}").OrderId.ShouldBe(order.Id);
            (await after.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
            if (isDone && disk.Steps < disk.PowerGoesAt)
            {
                step.ShouldBeGreaterThanOrEqualTo(4);
                return;
            }
        }
    }

    [Fact]
    public async Task An_order_that_was_bought_before_the_process_died_is_returned_and_nothing_is_sent()
    {
        var disk = new SimulatedDisk();
        var before = new Shop(journal: JournalFiles.Open(disk));
        var bought = await before.PlaceAsync();
        var after = Restart(before, disk, UnflushedTail.Lost);

        var order = await after.PlaceAsync();

        order.Id.ShouldBe(bought.Id);
        order.WasReplayed.ShouldBeTrue();
        after.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_was_on_its_way_is_looked_up_before_anything_is_sent()
    {
        var disk = new SimulatedDisk();
        var before = new Shop(Profiles.NeverBuysAgain, JournalFiles.Open(disk));
        before.Provider.NextOrders(ScriptedEnd.HangsAfterSale);
        _ = before.PlaceAsync();
        while (before.Provider.Ledger.Count == 0)
        {
            await Task.Yield();
        }

        var after = Restart(before, disk, UnflushedTail.Lost);
        (await after.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);

        (await PlaceUntilBoughtAsync(after)).WasReplayed.ShouldBeTrue();

        after.Provider.Arrivals.ShouldBe(1);
        after.Provider.Lookups.ShouldBe(1);
    }

    [Fact]
    public async Task Other_content_under_the_same_reference_is_a_conflict_after_a_restart_too()
    {
        var disk = new SimulatedDisk();
        var before = new Shop(journal: JournalFiles.Open(disk));
        await before.PlaceAsync();
        var after = Restart(before, disk, UnflushedTail.Lost);

        (await after.FailAsync<GiftCardException>(Shop.Request(amount: 26))).Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    private static Shop Restart(Shop before, SimulatedDisk disk, UnflushedTail tail) =>
        new(journal: JournalFiles.Open(disk.Restart(tail, keepsNames: true)), clock: before.Clock, provider: before.Provider);

    private static async Task<bool> BuyUntilTheEndAsync(Shop shop)
    {
        try
        {
            await shop.PlaceInTimeAsync();
            return true;
        }
        catch (GiftCardException)
        {
            return false;
        }
    }

    /// <summary>As an application does: the same reference, now and after a while.</summary>
    private static async Task<Order> PlaceUntilBoughtAsync(Shop shop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                // Waits pass, deadlines do not: the journal works on threads of its own, however busy the machine is.
                return await shop.Clock.RunUntilCompletedAsync(shop.PlaceAsync(), within: TimeSpan.FromSeconds(12));
            }
            catch (OrderOutcomeUnknownException) when (tries < 10)
            {
                shop.Clock.Advance(TimeSpan.FromMinutes(11));
            }
        }
    }
}
