using System.Globalization;
using GiftCardSdk.Schedules.Scenes;

namespace GiftCardSdk.Schedules;

/// <summary>What was asked for on the command line.</summary>
internal sealed record ScheduleOptions
{
    public required string Scene { get; init; }

    public string Mutant { get; init; } = "none";

    public uint Schedules { get; init; } = 1_000;

    public uint Seed { get; init; } = 1;

    /// <summary>Where a schedule that was found is written, or read from to be replayed.</summary>
    public string Trace { get; init; } = "schedule.trace";

    /// <summary>Whether the one schedule of the trace is played.</summary>
    public bool IsReplay { get; init; }

    public static string Help { get; } =
        $"""
            Explores the order of steps in which threads that want the same order can go on, and says whether one of them buys twice or loses a card.

              dotnet artifacts/schedules/release/GiftCardSdk.Schedules.dll explore|replay <scene> [options]

              <scene>            {string.Join(", ", Scenes.Scene.All.Keys)}
              --mutant <name>    what is taken away from the SDK: {string.Join(", ", Mutants.All.Keys)}
              --schedules <n>    how many are explored; 1000
              --seed <n>         what they are drawn from; 1
              --trace <file>     where the schedule that was found is written to, and replayed from; schedule.trace

            Exit codes: 0 nothing was found, 1 something was, 2 wrong arguments.
            """;

    /// <summary>Reads the command line; null if it is wrong.</summary>
    public static ScheduleOptions? Parse(string[] arguments)
    {
        if (
            arguments is not [("explore" or "replay") and var verb, var scene, .. var rest]
            || !Scenes.Scene.All.ContainsKey(scene)
            || rest.Length % 2 != 0
        )
        {
            return null;
        }

        ScheduleOptions? options = new() { Scene = scene, IsReplay = verb == "replay" };
        foreach (var pair in rest.Chunk(2))
        {
            options = options?.With(pair[0], pair[1]);
        }

        return options;
    }

    private ScheduleOptions? With(string name, string value) =>
        name switch
        {
            "--mutant" when Mutants.All.ContainsKey(value) => this with { Mutant = value },
            "--schedules" when uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var schedules) => this with
            {
                Schedules = schedules,
            },
            "--seed" when uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
            "--trace" => this with { Trace = value },
            _ => null,
        };
}
