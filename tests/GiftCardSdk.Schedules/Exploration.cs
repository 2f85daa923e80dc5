using System.Globalization;
using GiftCardSdk.Schedules.Scenes;
using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace GiftCardSdk.Schedules;

/// <summary>Plays a scene again and again, each time by another schedule, or once by the schedule of a trace.</summary>
internal static class Exploration
{
    /// <summary>Many times more than any scene takes: who gets there goes round in circles.</summary>
    private const uint MostSteps = 50_000;

    /// <summary>How often priorities change within a schedule.</summary>
    private const uint PriorityChanges = 10;

    /// <summary>
    /// Threads that wait for each other are seen by the schedule itself, at once. This is for one that stands before something which Coyote does not
    /// know: however busy a machine is, not one step a minute is no progress.
    /// </summary>
    private const uint DeadlockMilliseconds = 60_000;

    /// <summary>Explores, and prints what came of it.</summary>
    /// <returns>Whether nothing was found.</returns>
    public static async Task<bool> RunAsync(ScheduleOptions options)
    {
        // Once without Coyote: what is made once a process is made now, and every schedule, replayed or not, begins alike.
        await Scene.All[options.Scene](Mutants.All["none"]);
        if (options.IsReplay)
        {
            var trace = await File.ReadAllTextAsync(options.Trace);
            return Play(options, Settings(1, options.Seed).WithReproducibleTrace(trace));
        }

        // Half of them with few changes, which find what needs one thread to sleep long; half of them at random.
        var half = Math.Max(1, options.Schedules / 2);
        return Play(options, Settings(half, options.Seed).WithPrioritizationStrategy(isFair: false, PriorityChanges))
            && Play(options, Settings(half, options.Seed).WithRandomStrategy());
    }

    private static Configuration Settings(uint schedules, uint seed) =>
        Configuration
            .Create()
            .WithTestingIterations(schedules)
            .WithRandomGeneratorSeed(seed)
            .WithMaxSchedulingSteps(MostSteps)
            .WithDeadlockTimeout(DeadlockMilliseconds)
            .WithMemoryAccessRaceCheckingEnabled(true)
            .WithCollectionAccessRaceCheckingEnabled(true)
            .WithAtomicOperationRaceCheckingEnabled(true)
            .WithVolatileOperationRaceCheckingEnabled(true)
            // Nothing may go on beside the schedule: its threads could be waited for in vain, and no trace would lead there again.
            .WithPartiallyControlledConcurrencyAllowed(false)
            .WithSystematicFuzzingFallbackEnabled(false)
            .WithTelemetryEnabled(false)
            .WithConsoleLoggingEnabled(false)
            .WithVerbosityEnabled(VerbosityLevel.None);

    private static bool Play(ScheduleOptions options, Configuration configuration)
    {
        var (scene, mutant) = (Scene.All[options.Scene], Mutants.All[options.Mutant]);
        using var engine = TestingEngine.Create(configuration, () => scene(mutant));
        engine.Run();
        var report = engine.TestReport;
        foreach (var found in report.BugReports.Concat(report.InternalErrors))
        {
            Console.WriteLine($"FOUND {found}");
        }

        var isGood = report.NumOfFoundBugs == 0 && report.InternalErrors.Count == 0;
        if (!isGood && !options.IsReplay)
        {
            File.WriteAllText(options.Trace, engine.ReproducibleTrace);
            Console.WriteLine($"The schedule is in {options.Trace}; 'replay' plays it again.");
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"schedules: scene={options.Scene} mutant={options.Mutant} explored={report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths} found={report.NumOfFoundBugs}"
            )
        );
        return isGood;
    }
}
