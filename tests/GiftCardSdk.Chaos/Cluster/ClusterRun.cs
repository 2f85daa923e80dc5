using System.Globalization;
using GiftCardSdk.Batches;
using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Faults;
using GiftCardSdk.Chaos.Journals;
using GiftCardSdk.Chaos.Reporting;
using GiftCardSdk.Chaos.Running;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Quartz;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>
/// All orders as one batch of several real processes with Quartz, over all five twins and every fault, while nodes are killed, stopped beyond their
/// lease and woken, and joined by another one. It is watched from a process that carries nothing out itself.
/// </summary>
internal static class ClusterRun
{
    /// <summary>Below this a run has fewer troubles, for a test.</summary>
    private const int Short = 1_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromSeconds(2);

    /// <summary>No progress for so long on any machine is a defect.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(5);

    /// <summary>Runs, and prints what came of it.</summary>
    /// <returns>Whether every line has ended once.</returns>
    public static async Task<bool> RunAsync(ChaosOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("giftcard-chaos-");
        var begun = TimeProvider.System.GetTimestamp();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Orders:N0} lines at five twins, {options.Nodes} nodes, seed {options.Seed}, journal {options.Journal.ToString().ToLowerInvariant()}"
            )
        );
        var isGood = await RunAsync(options, folder.FullName);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"It took {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:F0} s.")
        );
        if (isGood.Outcome.IsGood)
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine(isGood.Outcome.LastLine);
        return isGood.IsWhole && isGood.Outcome.IsGood;
    }

    private static async Task<(Outcome Outcome, bool IsWhole)> RunAsync(ChaosOptions options, string folder)
    {
        using var load = new BusyThreads(options.Load);
        await using var home = await JournalHome.MakeAsync(options.Journal, folder);
        await using var world = await TwinWorld.StartAsync(folder, options.Seed);
        FaultPlan.Arm(world, options.Seed, beyondQuietTime: false);
        Plan PlanOf(string who) =>
            new()
            {
                Seed = options.Seed,
                Orders = options.Orders,
                Journal = home.Place,
                Accounts = world.Accounts,
                ClockFile = world.ClockFile,
                AnswerFile = Path.Combine(folder, $"answers-{who}"),
                QuartzStore = options.Journal == JournalKind.Postgres ? home.Place.Address : Path.Combine(folder, $"quartz-{who}.db"),
            };
        var nodes = new List<NodeProcess>();
        NodeProcess Another() =>
            new NodeProcess(PlanOf(nodes.Count.ToString(CultureInfo.InvariantCulture)) with { HandsOver = nodes.Count == 0 }).Start();
        var trouble = new Trouble(nodes, Another, options.Seed, options.Orders < Short).Prepare();
        var watcher = PlanOf("watcher");
        using var answers = new AnswerFile(watcher.AnswerFile);
        using var application = Application.Build(watcher, world.Clock, answers);
        var batches = application.Services.GetRequiredService<IClusterBatches>();
        try
        {
            while (nodes.Count < options.Nodes)
            {
                nodes.Add(Another());
            }

            await WatchAsync(batches, nodes, trouble);
        }
        finally
        {
            nodes.ForEach(static node => node.Dispose());
        }

        var last = PlanOf("end");
        var entries = await Closing.RunAsync(last, world);
        var isWhole = await TellResultsAsync(batches, answers, options.Orders);
        Plan[] all = [.. nodes.SelectMany(static node => node.Lives), watcher, last];
        var outcome = ChaosRun.Conclude(all, world, entries, trouble.Kills);
        Screen.Show("");
        foreach (var line in Report.Write(outcome))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"cluster: nodes={options.Nodes} kills={trouble.Kills} stops={trouble.Stops} added={trouble.Added} chunks-taken-over={trouble.Gaps.Chunks} longest gap {trouble.Gaps.Longest.TotalSeconds:F1} s"
            )
        );
        return (outcome, isWhole);
    }

    private static async Task WatchAsync(IClusterBatches batches, List<NodeProcess> nodes, Trouble trouble)
    {
        var (seen, since) = (0L, TimeProvider.System.GetTimestamp());
        while (await batches.FindAsync(ClusterNode.Batch) is not { State: ClusterBatchState.Ended })
        {
            if (await batches.FindAsync(ClusterNode.Batch) is { State: ClusterBatchState.Running } batch)
            {
                trouble.Look(batch);
                Screen.Show(string.Create(CultureInfo.InvariantCulture, $"{batch.Progress.Ended:N0} of {batch.Lines:N0} lines"));
                (seen, since) = batch.Progress.Ended == seen ? (seen, since) : (batch.Progress.Ended, TimeProvider.System.GetTimestamp());
            }

            foreach (var node in nodes)
            {
                await node.EnsureAliveAsync();
            }

            if (TimeProvider.System.GetElapsedTime(since) > Stuck)
            {
                throw new InvalidOperationException($"No line has ended for {Stuck.TotalMinutes} minutes, after {seen}.");
            }

            await Task.Delay(LookEvery, TimeProvider.System);
        }

        trouble.WakeAll();
        await Task.Delay(AfterTheEnd, TimeProvider.System);
    }

    /// <summary>Reads every line's result back, as a caller who is told of it.</summary>
    /// <returns>Whether each line has one that says what became of it.</returns>
    private static async Task<bool> TellResultsAsync(IClusterBatches batches, AnswerFile answers, int orders)
    {
        var ends = new SortedDictionary<BatchLineStatus, int>();
        await foreach (var result in batches.ReadResultsAsync(ClusterNode.Batch))
        {
            ends[result.Status] = ends.GetValueOrDefault(result.Status) + 1;
            var number = (int)result.Number - 1;
            var ending = result.Status switch
            {
                BatchLineStatus.Bought => Ending.Bought,
                BatchLineStatus.Refused => Ending.Refused,
                BatchLineStatus.Changed => Ending.Conflict,
                _ => Ending.Unknown,
            };
            answers.Told(number, answers.Asks(number, Content.Wanted), ending, result.OrderId);
        }

        Console.WriteLine($"results: {string.Join(", ", ends.Select(end => $"{end.Value} {end.Key}"))}");
        return ends.Values.Sum() == orders && !ends.ContainsKey(BatchLineStatus.NotPlaced) && !ends.ContainsKey(BatchLineStatus.Unknown);
    }
}
