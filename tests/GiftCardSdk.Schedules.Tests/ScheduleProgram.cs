using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace GiftCardSdk.Schedules.Tests;

/// <summary>The rewritten program as a process.</summary>
internal sealed record ScheduleProgram(int ExitCode, string Output)
{
    /// <summary>Half of the schedules are drawn one way, half of them another.</summary>
    public const int Ways = 2;

    private static readonly string Program = typeof(ScheduleProgram)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "Rewritten")
        .Value!;

    public static async Task<ScheduleProgram> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        // Coyote is made for .NET 8.
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output);
    }

    /// <summary>Explores a scene.</summary>
    public static Task<ScheduleProgram> ExploreAsync(
        string scene,
        int schedules,
        string mutant = "none",
        string? trace = null,
        int seed = 1
    ) =>
        RunAsync(
            "explore",
            scene,
            "--mutant",
            mutant,
            "--trace",
            trace ?? Path.Combine(Path.GetTempPath(), $"giftcard-{scene}-{seed}.trace"),
            "--schedules",
            schedules.ToString(CultureInfo.InvariantCulture),
            "--seed",
            seed.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>Nothing was found, and as much was explored as was asked for.</summary>
    public void ShouldHaveHeld(string scene, int schedules)
    {
        ExitCode.ShouldBe(0, Output);
        var way = string.Create(CultureInfo.InvariantCulture, $"schedules: scene={scene} mutant=none explored={schedules / Ways} found=0");
        Output.Split('\n').Count(line => line.Trim() == way).ShouldBe(Ways, Output);
    }
}
