using System.Globalization;
using GiftCardSdk.Chaos.Faults;
using GiftCardSdk.Chaos.Journals;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.Reporting;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Chaos.Planning;

/// <summary>
/// One card an order through the planner, from whichever of the five twins sells it, under every fault: two applications on one journal, several
/// callers a reference, some of whom leave, and restarts. In the end the sales of all twins are counted by reference.
/// </summary>
internal static class PlannerRun
{
    private const int Lives = 4;
    private const int AtATime = 48;
    private const int MostPasses = 60;
    private const int Purpose = 707;

    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(4);
    private static readonly JournalQuery Open = new()
    {
        States = [OrderJournalState.Sending, OrderJournalState.Unknown, OrderJournalState.Absent],
    };

    /// <summary>Runs, and prints what came of it.</summary>
    /// <returns>Whether no reference was sold twice, over all twins, and none was lost.</returns>
    public static async Task<bool> RunAsync(ChaosOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("giftcard-chaos-");
        var begun = TimeProvider.System.GetTimestamp();
        PlannerVerdict verdict;
        await using (var home = await JournalHome.MakeAsync(options.Journal, folder.FullName))
        await using (var world = await TwinWorld.StartAsync(folder.FullName, options.Seed))
        {
            var buyer = new PlannerBuyer(options.Seed);
            await BuyAsync(options, home.Place, world, buyer);
            var moved = await CloseAsync(options, home.Place, world, buyer);
            verdict = PlannerVerdict.Of(options, world, buyer, moved);
        }

        Screen.Show("");
        folder.Delete(recursive: true);
        var took = TimeProvider.System.GetElapsedTime(begun);
        foreach (var line in verdict.Lines())
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It took {took.TotalSeconds:F0} s."));
        Console.WriteLine(verdict.LastLine);
        return verdict.IsGood;
    }

    /// <summary>Everything once, life by life, while things go wrong; some of what earlier lives bought is placed again.</summary>
    private static async Task BuyAsync(ChaosOptions options, JournalPlace journal, TwinWorld world, PlannerBuyer buyer)
    {
        using var first = Build(journal, world);
        await ReadCatalogsAsync(first);
        FaultPlan.Arm(world, options.Seed, beyondQuietTime: false);
        await using var jumps = new ClockJumps(world, options.Seed);
        foreach (var share in Enumerable.Range(0, options.Orders).Chunk((options.Orders / Lives) + 1))
        {
            using var left = Build(journal, world);
            using var right = Build(journal, world);
            await Task.WhenAll(left.StartAsync(CancellationToken.None), right.StartAsync(CancellationToken.None));
            IOrderPlanner[] planners = [PlannerOf(left), PlannerOf(right)];
            var earlier = Enumerable.Range(0, share[0]).Where(number => new Dice(options.Seed, Purpose, number).Percent(5));
            await Parallel.ForEachAsync(
                share.Concat(earlier),
                new ParallelOptions { MaxDegreeOfParallelism = AtATime },
                async (number, _) =>
                {
                    await buyer.BuyAsync(number, planners, world.Clock);
                    Screen.Show(string.Create(CultureInfo.InvariantCulture, $"{buyer.Settled:N0} of {options.Orders:N0} orders"));
                }
            );
            await Task.WhenAll(left.StopAsync(CancellationToken.None), right.StopAsync(CancellationToken.None));
        }
    }

    /// <summary>Nothing goes wrong any more: what is open is resolved, and every reference is placed once again, to whatever end.</summary>
    private static async Task<int> CloseAsync(ChaosOptions options, JournalPlace journal, TwinWorld world, PlannerBuyer buyer)
    {
        FaultPlan.Disarm(world);
        using var host = Build(journal, world, resolves: false);
        await host.StartAsync(CancellationToken.None);
        var giftCards = host.Services.GetRequiredService<IGiftCards>();
        var entries = host.Services.GetRequiredService<IOrderJournal>();
        for (var pass = 0; pass < MostPasses && (pass == 0 || await entries.ListAsync(Open).AnyAsync()); pass++)
        {
            Screen.Show("closing what is open");
            await giftCards.Journal.ResolveAsync();
            await world.JumpAsync(BetweenPasses);
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, options.Orders),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (number, _) => await buyer.EndAsync(number, PlannerOf(host))
        );
        await host.StopAsync(CancellationToken.None);
        return await entries.ListAsync(new()).CountAsync(entry => entry.MovedTo is not null);
    }

    private static IOrderPlanner PlannerOf(IHost host) => host.Services.GetRequiredService<IOrderPlanner>();

    /// <summary>The first look is not what this run is about: an account that nobody could list would never be chosen.</summary>
    private static async Task ReadCatalogsAsync(IHost host) => await host.Services.GetRequiredService<IGiftCards>().Catalog.SearchAsync();

    private static IHost Build(JournalPlace journal, TwinWorld world, bool resolves = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(5));
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        var giftCards = builder
            .Services.AddGiftCards()
            .CacheCatalogs(cache => (cache.Life, cache.StaleFor) = (TimeSpan.FromDays(1), TimeSpan.FromDays(29)))
            .ConfigureOrdering(ordering =>
            {
                ordering.Resolver.Enabled = resolves;
                ordering.Resolver.MaxDelay = TimeSpan.FromMinutes(3);
            });
        journal.AddTo(giftCards);
        world.Accounts.AddTo(giftCards);
        return builder.Build();
    }
}
