using System.Globalization;
using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Faults;
using GiftCardSdk.Chaos.Journals;
using GiftCardSdk.Chaos.Judging;
using GiftCardSdk.Chaos.Reporting;
using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Running;

/// <summary>A run from the first order to the last line.</summary>
internal static class ChaosRun
{
    /// <summary>Runs, and prints what came of it.</summary>
    /// <returns>Whether nothing was sold twice and nothing was lost.</returns>
    public static async Task<bool> RunAsync(ChaosOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("giftcard-chaos-");
        var begun = TimeProvider.System.GetTimestamp();
        Console.WriteLine(Announce(options));
        var outcome = await RunAsync(options, folder.FullName);
        Screen.Show("");
        foreach (var line in Report.Write(outcome).Concat(options.Late ? LateCommits.Tell(outcome) : []))
        {
            Console.WriteLine(line);
        }

        var took = TimeProvider.System.GetElapsedTime(begun);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It took {took.TotalSeconds:F0} s."));
        if (outcome.IsGood || options.Late)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            Console.WriteLine($"Journal and answers are kept in {folder.FullName}.");
        }

        Console.WriteLine(outcome.LastLine);
        return outcome.IsGood;
    }

    private static async Task<Outcome> RunAsync(ChaosOptions options, string folder)
    {
        using var load = new BusyThreads(options.Load);
        await using var home = await JournalHome.MakeAsync(options.Journal, folder);
        await using var world = await TwinWorld.StartAsync(folder, options.Seed);
        FaultPlan.Arm(world, options.Seed, options.Late);
        var plans = PlansOf(options, world, home.Place, folder);
        var kills = await BuyAsync(options, plans, world);
        var last = plans[0] with { Slot = 0, Slots = 1, AnswerFile = Path.Combine(folder, "answers-end") };
        var entries = await Closing.RunAsync(last, world);
        return Conclude([.. plans, last], world, entries, kills);
    }

    /// <summary>Asks all three sides, and the judge.</summary>
    /// <param name="plans">Those of everybody who bought, and of the end.</param>
    /// <param name="world">The twins.</param>
    /// <param name="entries">The journal, by number.</param>
    /// <param name="kills">How often somebody was killed.</param>
    public static Outcome Conclude(IReadOnlyList<Plan> plans, TwinWorld world, IReadOnlyDictionary<int, JournalEntry> entries, int kills)
    {
        var faults = world.Sandbox.Twins.ToDictionary(twin => twin.Name, twin => twin.Faults.History.Count, StringComparer.Ordinal);
        var ledgers = world.Sandbox.Twins.ToDictionary(twin => twin.Name, twin => twin.Ledger.Sales, StringComparer.Ordinal);
        var answers = plans.Select(plan => AnswerFile.Read(plan.AnswerFile));
        return new(Evidence.Gather(plans[0], ledgers, entries, [.. answers]), Evidence.Strangers(plans[0], ledgers), faults, kills);
    }

    private static async Task<int> BuyAsync(ChaosOptions options, IReadOnlyList<Plan> plans, TwinWorld world)
    {
        await using var jumps = new ClockJumps(world, options.Seed);
        if (options.Kill)
        {
            return await Kills.RunAsync(plans);
        }

        await Restarts.RunAsync(plans[0], world.Clock);
        return 0;
    }

    /// <summary>One buying process, or two where the journal can be shared.</summary>
    private static IReadOnlyList<Plan> PlansOf(ChaosOptions options, TwinWorld world, JournalPlace journal, string folder)
    {
        var slots = options.Kill ? 2 : 1;
        return
        [
            .. Enumerable
                .Range(0, slots)
                .Select(slot => new Plan
                {
                    Seed = options.Seed,
                    Orders = options.Orders,
                    Slot = slot,
                    Slots = slots,
                    Journal = journal,
                    Accounts = world.Accounts,
                    ClockFile = world.ClockFile,
                    AnswerFile = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"answers-{slot}")),
                }),
        ];
    }

    private static string Announce(ChaosOptions options) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Orders:N0} orders at five twins, seed {options.Seed}, journal {options.Journal.ToString().ToLowerInvariant()}{(options.Kill ? ", with kills" : "")}{(options.Load > 0 ? $", beside {options.Load} busy threads" : "")}{(options.Late ? ", commits beyond the quiet time included" : "")}"
        );
}
