using GiftCardSdk.Adapters;
using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;
using static GiftCardSdk.Tests.Planning.TwoShops;

namespace GiftCardSdk.Tests.Planning;

/// <summary>Several processes that plan the same references at once, and what a crash leaves in between.</summary>
public sealed class PlanRaceTests
{
    [Fact]
    public async Task Two_processes_that_see_other_prices_buy_at_one_account()
    {
        await using var shops = new TwoShops { Journal = new FaultyJournal(isExclusive: false) };
        var planners = new[] { shops.Planner(), shops.Planner() };
        // The second one knows of the dear account alone, as with an older catalog.
        string[]?[] accounts = [null, ["dear"]];

        for (var number = 0; number < 100; number++)
        {
            OrderReference reference = $"race-{number}";
            var placing = planners
                .Select((planner, index) => EndAsync(planner.PlaceAsync(Coffee(reference) with { Accounts = accounts[index] })))
                .ToArray();

            await shops.Clock.LetPassAsync((Task)Task.WhenAll(placing));

            // Whose time ran out while the other one was buying comes again.
            var sold = shops.SoldUnder(reference).Select(sale => sale.OrderId).ShouldHaveSingleItem();
            foreach (var planner in planners)
            {
                (await shops.PlaceAsync(planner, Coffee(reference))).Order.Id.ShouldBe(sold);
            }

            shops.SoldUnder(reference).Count.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_refusals_and_callers_fall_together_a_reference_is_sold_once(int seed)
    {
        await using var shops = new TwoShops { Journal = new FaultyJournal(isExclusive: false) };
        var planners = new[] { shops.Planner(), shops.Planner() };
        var dice = new Random(seed);
        ScriptedEnd Draw(OrderSubmission _)
        {
            lock (dice)
            {
                return dice.Next(10) switch
                {
                    < 4 => ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds),
                    4 => ScriptedEnd.NeverSent,
                    5 => ScriptedEnd.ServerErrorAfterSale,
                    _ => ScriptedEnd.Accepted,
                };
            }
        }

        shops.Cheap.ScriptOrders(Draw);
        shops.Dear.ScriptOrders(Draw);
        for (var number = 0; number < 100; number++)
        {
            OrderReference reference = $"race-{number}";
            var placing = Enumerable.Range(0, 6).Select(caller => EndAsync(planners[caller % 2].PlaceAsync(Coffee(reference)))).ToArray();

            await shops.Clock.LetPassAsync((Task)Task.WhenAll(placing));

            // Who was told that it is not known, or could not be read, comes again.
            var (last, refusal) = await shops.Clock.LetPassAsync(EndAsync(planners[0].PlaceAsync(Coffee(reference))));
            var sold = shops.SoldUnder(reference).Select(sale => sale.OrderId).ToList();
            sold.Count.ShouldBeLessThanOrEqualTo(1);
            foreach (var (order, _) in (await Task.WhenAll(placing)).Append((last, refusal)))
            {
                (order is null || sold.Contains(order.Order.Id, StringComparer.Ordinal)).ShouldBeTrue();
            }

            (refusal is not { Outcome: GiftCardOutcome.NothingCreated } || sold.Count == 0).ShouldBeTrue(refusal?.ToString());
        }
    }

    [Fact]
    public async Task A_process_that_was_late_to_send_finds_the_account_closed_and_follows()
    {
        var journal = new FaultyJournal(isExclusive: false);
        await using var shops = new TwoShops { Journal = journal };
        shops.Cheap.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        var late = shops.Planner(builder => builder.AddInMemory("cheap", shops.Cheap));
        await Should.ThrowAsync<GiftCardException>(late.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken));
        var all = shops.Planner();
        // Between its look at the journal and its write, another process leaves the account.
        journal.BeforeWrite = entry =>
        {
            journal.BeforeWrite = null;
            entry.State.ShouldBe(OrderJournalState.Sending);
            var left = entry with { State = OrderJournalState.Refused, MovedTo = "dear" };
            journal.TryUpdateAsync(left).AsTask().GetAwaiter().GetResult().ShouldBeTrue();
        };

        var planned = await shops.PlaceAsync(all, Coffee("plan-1"));

        planned.Order.Account.ShouldBe("dear");
        shops.Cheap.Arrivals.ShouldBe(1);
        shops.SoldUnder("plan-1").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("cheap", 1)]
    [InlineData("dear", 2)]
    public async Task Who_finds_every_account_closed_by_a_faster_process_gets_the_order_that_it_bought(string account, int time)
    {
        await using var shops = new TwoShops { Journal = new FaultyJournal(isExclusive: false) };
        var refused = ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds);
        shops.Cheap.NextOrders(refused, refused);
        var (slow, fast) = (shops.Planner(), shops.Planner());

        var planned = await slow.PlaceAsync(
            Interrupted("plan-1", account, time, () => fast.PlaceAsync(Coffee("plan-1"))),
            TestContext.Current.CancellationToken
        );

        shops.SoldUnder("plan-1").Select(sold => sold.OrderId).ShouldBe([planned.Order.Id]);
    }

    [Fact]
    public async Task A_crash_between_leaving_an_account_and_the_new_plan_is_taken_up()
    {
        var records = new FailingRecords(new InMemoryOrderJournal().Records!);
        await using var shops = new TwoShops { Records = records };
        shops.Cheap.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        records.UpdatesFail = true;
        await Should.ThrowAsync<GiftCardException>(shops.Planner().PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken));
        shops.Dear.Arrivals.ShouldBe(0);

        records.UpdatesFail = false;
        var planned = await shops.Planner().PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        planned.Order.Account.ShouldBe("dear");
        shops.Cheap.Arrivals.ShouldBe(1);
        shops.SoldUnder("plan-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_journal_may_have_lost_orders_no_account_is_guessed_at()
    {
        var journal = new FaultyJournal();
        await using var shops = new TwoShops { Journal = journal };
        journal.Gap = new(shops.Clock.GetUtcNow() - TimeSpan.FromHours(1), shops.Clock.GetUtcNow());
        var planner = shops.Planner();

        var refusal = await Should.ThrowAsync<GiftCardException>(
            planner.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken)
        );
        (refusal.Code, refusal.Outcome).ShouldBe((GiftCardErrorCode.OutcomeUnknown, GiftCardOutcome.MayExist));
        shops.Cheap.Arrivals.ShouldBe(0);

        journal.Gap = null;
        (await planner.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken)).Order.Account.ShouldBe("cheap");
    }

    private static async Task<(PlannedOrder? Order, GiftCardException? Failure)> EndAsync(Task<PlannedOrder> placing)
    {
        try
        {
            return (await placing, null);
        }
        catch (GiftCardException failure)
        {
            return (null, failure);
        }
    }

    /// <summary>Records that cannot be changed, as when a process dies just before.</summary>
    private sealed class FailingRecords(IJournalRecords inner) : ForwardingRecords(inner)
    {
        public bool UpdatesFail { get; set; }

        public override ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
            UpdatesFail ? throw new OrderJournalException("The process died.") : base.TryUpdateAsync(record, cancellationToken);
    }
}
