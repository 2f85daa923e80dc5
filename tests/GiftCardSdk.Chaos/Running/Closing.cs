using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Faults;
using GiftCardSdk.Chaos.Judging;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.Reporting;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Chaos.Running;

/// <summary>
/// The end of a run: no callers come any more. The resolver works on while things still go wrong, and then, with nothing going wrong and everything
/// arriving that is under way, until nothing is open that can be closed. What is parked stays so.
/// </summary>
internal static class Closing
{
    /// <summary>So many that the longest quiet time is over while there still are faults: what is sent anew meets them too.</summary>
    private const int PassesWithFaults = 4;

    /// <summary>Many more than the quiet times need, pass by pass.</summary>
    private const int MostPasses = 60;

    /// <summary>May be longer than a jump of the clock otherwise, since nothing is under way between two passes.</summary>
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(4);

    /// <summary>Past the time within which a key is repeated; what cannot be found out by then is parked.</summary>
    private static readonly TimeSpan HalfAKeyLife = TimeSpan.FromHours(12);

    /// <summary>They wait, and do next to nothing else.</summary>
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 64 };

    private static readonly JournalQuery Open = new()
    {
        States = [OrderJournalState.Sending, OrderJournalState.Unknown, OrderJournalState.Absent],
    };

    private static readonly JournalQuery Everything = new() { IncludeTombstones = true };

    /// <summary>Closes what can be closed.</summary>
    /// <returns>The journal as it stands in the end, by number.</returns>
    public static async Task<IReadOnlyDictionary<int, JournalEntry>> RunAsync(Plan plan, TwinWorld world)
    {
        using var answers = new AnswerFile(plan.AnswerFile);
        using var host = Application.Build(plan, world.Clock, answers, isClosing: true);
        await host.StartAsync(CancellationToken.None);
        var giftCards = host.Services.GetRequiredService<IGiftCards>();
        var journal = host.Services.GetRequiredService<IOrderJournal>();
        var buyer = new Buyer(giftCards, world.Clock, answers, plan);
        async Task ResolveAsync(int passes)
        {
            for (var pass = 0; pass < passes; pass++)
            {
                Screen.Show("closing what is open");
                await PassAsync(plan, giftCards, journal, buyer);
                if (!await journal.ListAsync(Open).AnyAsync())
                {
                    return;
                }

                await world.JumpAsync(BetweenPasses);
            }
        }

        await ResolveAsync(PassesWithFaults);
        FaultPlan.Disarm(world);
        await ResolveAsync(MostPasses);
        await PlaceWhatNeverWasAsync(plan, buyer, await ReadAsync(journal, plan));
        await ResolveAsync(MostPasses);
        await world.JumpAsync(2 * HalfAKeyLife);
        await PassAsync(plan, giftCards, journal, buyer);
        var entries = await ReadAsync(journal, plan);
        await host.StopAsync(CancellationToken.None);
        // And whatever no key and no look-up has anything to do with any more.
        await world.JumpAsync(2 * HalfAKeyLife);
        return entries;
    }

    /// <summary>A pass of the resolver, and of the callers of payouts and campaign runs, which it leaves to them.</summary>
    private static async Task PassAsync(Plan plan, IGiftCards giftCards, IOrderJournal journal, Buyer buyer)
    {
        await giftCards.Journal.ResolveAsync();
        var left = await journal.ListAsync(Open).Where(entry => entry.Identity.Operation != OrderIdentity.PlaceOrder).ToListAsync();
        await Parallel.ForEachAsync(
            left,
            SideBySide,
            async (entry, _) =>
            {
                if (OrderBook.NumberOf(plan.Seed, entry.Identity.Reference) is { } number)
                {
                    await buyer.ComeAgainAsync(number, ContentOf(plan, number, entry));
                }
            }
        );
    }

    private static Content ContentOf(Plan plan, int number, JournalEntry entry) =>
        Evidence.AmountOf(OrderBook.ProviderOf(number), entry) == plan.PurchaseOf(number, Content.Wanted).Amount
            ? Content.Wanted
            : Content.Other;

    /// <summary>Where every caller left, or was killed, before anything was written down.</summary>
    private static Task PlaceWhatNeverWasAsync(Plan plan, Buyer buyer, IReadOnlyDictionary<int, JournalEntry> entries) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, plan.Orders).Where(number => !entries.ContainsKey(number)),
            SideBySide,
            async (number, stop) => await buyer.BuyAsync(number, stop)
        );

    private static async Task<IReadOnlyDictionary<int, JournalEntry>> ReadAsync(IOrderJournal journal, Plan plan)
    {
        var entries = new Dictionary<int, JournalEntry>();
        await foreach (var entry in journal.ListAsync(Everything))
        {
            if (OrderBook.NumberOf(plan.Seed, entry.Identity.Reference) is { } number)
            {
                entries.Add(number, entry);
            }
        }

        return entries;
    }
}
