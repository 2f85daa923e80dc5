using System.Diagnostics;

namespace GiftCardSdk.Schedules.Rewriting;

/// <summary>
/// Makes a copy of this program in which Coyote decides which thread goes on: what Coyote does not know is replaced first, then its own tool rewrites
/// the SDK, Polly and the scenes.
/// </summary>
internal static class Rewriter
{
    /// <summary>Written last, so that a copy that was broken off is made anew.</summary>
    private const string Done = "rewritten.txt";

    private static readonly string[] Sealed =
    [
        "GiftCardSdk.Abstractions.dll",
        "GiftCardSdk.dll",
        "GiftCardSdk.Testing.dll",
        "Polly.Core.dll",
    ];

    /// <summary>What the races are about: here the schedule may change at every field that is read or written.</summary>
    private static readonly string[] Core = ["GiftCardSdk.dll"];

    /// <summary>Here it changes only where threads meet: at tasks, locks and atomic operations.</summary>
    private static readonly string[] Others =
    [
        "GiftCardSdk.Abstractions.dll",
        "GiftCardSdk.Testing.dll",
        "Polly.Core.dll",
        "GiftCardSdk.Schedules.Seams.dll",
        "GiftCardSdk.Schedules.dll",
    ];

    /// <summary>Rewrites.</summary>
    /// <param name="folder">Where the copy is put; what was there is removed.</param>
    /// <param name="tool">Coyote's command line tool.</param>
    /// <returns>The exit code of the tool.</returns>
    public static async Task<int> RunAsync(string folder, string tool)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        using (var seams = new SeamWriter(Path.Combine(folder, "GiftCardSdk.Schedules.Seams.dll")))
        {
            foreach (var name in Sealed)
            {
                seams.Put(Path.Combine(folder, name), leavesValuesAlone: Core.Contains(name, StringComparer.Ordinal));
            }

            if (seams.Unused.ToList() is { Count: > 0 } unused)
            {
                throw new InvalidOperationException($"These seams stand in for nothing: {string.Join(", ", unused)}.");
            }
        }

        foreach (var (names, isClose) in new[] { (Core, true), (Others, false) })
        {
            var options = Path.Combine(folder, isClose ? "rewrite-core.json" : "rewrite.json");
            await File.WriteAllTextAsync(options, Describe(names, isClose));
            if (await RunToolAsync(tool, "rewrite", options) is var end and not 0)
            {
                return end;
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, Done), string.Join('\n', Core.Concat(Others)));
        return 0;
    }

    private static string Describe(string[] names, bool isClose) =>
        $$"""
            {
              "AssembliesPath": ".", "OutputPath": ".", "IsRewritingMemoryLocations": {{(isClose ? "true" : "false")}},
              "Assemblies": [{{string.Join(", ", names.Select(static name => $"\"{name}\""))}}]
            }
            """;

    private static async Task<int> RunToolAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [tool, .. arguments]) { UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
