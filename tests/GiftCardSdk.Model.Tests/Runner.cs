using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace GiftCardSdk.Model.Tests;

/// <summary>Draws and plays runs, on threads of their own: a step is over when the thread pool has come to rest.</summary>
internal static class Runner
{
    /// <summary>How many commands a run has.</summary>
    public const int Length = 100;

    /// <summary>How many runs are drawn from one seed.</summary>
    public const int RunsPerSeed = 500;

    /// <summary>Plays runs from consecutive seeds, on all cores.</summary>
    /// <param name="seed">The first.</param>
    /// <param name="steps">How many steps at least.</param>
    /// <returns>What they consisted of.</returns>
    /// <exception cref="Exception">FsCheck's: the failed run as it was drawn and made short, and the seed that repeats it.</exception>
    public static async Task<Report> RunManyAsync(ulong seed, long steps)
    {
        var seeds = (int)(((steps - 1) / (RunsPerSeed * Length)) + 1);
        var next = -1;
        var reports = await Task.WhenAll(
            Enumerable
                .Range(0, Environment.ProcessorCount)
                .Select(_ =>
                    OnOwnThreadAsync(() =>
                    {
                        var mine = new Report();
                        for (var i = Interlocked.Increment(ref next); i < seeds; i = Interlocked.Increment(ref next))
                        {
                            mine.Add(Run(seed + (ulong)i, RunsPerSeed, Mutation.None));
                        }

                        return mine;
                    })
                )
        );
        var all = new Report();
        Array.ForEach(reports, all.Add);
        return all;
    }

    /// <summary>Plays the runs of one seed until one fails; on a thread of its own.</summary>
    /// <exception cref="Exception">FsCheck's: the failed run as it was drawn and made short, and the seed that repeats it.</exception>
    public static Report Run(ulong seed, int runs, Mutation mutation)
    {
        var report = new Report();
        Check(seed, runs, mutation, report, Config.QuickThrowOnFailure);
        return report;
    }

    /// <summary>Plays the runs of one seed until one fails; on a thread of its own.</summary>
    /// <returns>The failed run; null if there is none.</returns>
    public static FailedRun? FindFailure(ulong seed, int runs, Mutation mutation)
    {
        var first = new FirstFailure();
        Check(seed, runs, mutation, new Report(), Config.Quick.WithRunner(first));
        return first.Found;
    }

    /// <summary>Plays one run.</summary>
    /// <exception cref="ModelException">Something was seen that must never be.</exception>
    public static void Play(Scenario scenario, Mutation mutation, Report report)
    {
        using var world = new World(scenario.Provider, mutation, report);
        foreach (var command in scenario.Commands)
        {
            world.Play(command);
        }

        world.Finish();
        report.CountRun();
    }

    /// <summary>Works on a thread that is not the pool's.</summary>
    public static Task OnOwnThreadAsync(Action work) =>
        OnOwnThreadAsync(() =>
        {
            work();
            return true;
        });

    /// <inheritdoc cref="OnOwnThreadAsync(Action)"/>
    public static Task<T> OnOwnThreadAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        })
        {
            IsBackground = true,
            Name = "model",
        }.Start();
        return done.Task;
    }

    private static void Check(ulong seed, int runs, Mutation mutation, Report report, Config config) =>
        FsCheck.Check.One(
            config
                .WithMaxTest(runs)
                .WithQuietOnSuccess(true)
                .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None))),
            Prop.ForAll(Drawing.Scenarios(Length), scenario => Play(scenario, mutation, report))
        );
}
