using System.Diagnostics;
using System.Text.Json;
using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Cluster;
using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Running;

/// <summary>This program once more, as a process of its own that buys and can be killed.</summary>
internal sealed class Child : IDisposable
{
    /// <summary>The hidden verb of the command line.</summary>
    public const string Verb = "buy-until-killed";

    private const string PlanVariable = "GIFTCARDSDK_CHAOS_PLAN";

    private readonly Process _process;
    private readonly Task<string> _errors;

    private Child(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    public int Id => _process.Id;

    public static Child Start(Plan plan)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            // Started as "dotnet program.dll", the program is an argument.
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "GiftCardSdk.Chaos.dll"));
        }

        start.ArgumentList.Add(Verb);
        start.Environment[PlanVariable] = JsonSerializer.Serialize(plan, PlanJson.Default.Plan);
        return new(Process.Start(start)!);
    }

    /// <summary>What the process itself does.</summary>
    public static async Task<int> LiveAsync()
    {
        new Thread(EndWithParent) { IsBackground = true }.Start();
        var plan = JsonSerializer.Deserialize(Environment.GetEnvironmentVariable(PlanVariable)!, PlanJson.Default.Plan)!;
        using var clock = SharedClock.Open(plan.ClockFile);
        if (plan.QuartzStore is null)
        {
            return await Life.LiveAsync(plan, clock, CancellationToken.None) ? 0 : 1;
        }

        await ClusterNode.LiveAsync(plan, clock);
        return 0;
    }

    /// <summary>Ends it at once, wherever it is: SIGKILL, which no process can prepare for.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Makes sure that a process which ended by itself was done.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public async Task EnsureDoneAsync()
    {
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A buying process ended by itself with exit code {_process.ExitCode}:\n{await _errors}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    /// <summary>Nobody writes to the input: it ends when the parent does, and nobody wants the orders any more.</summary>
    private static void EndWithParent()
    {
        // On a thread of its own, since reading the console blocks.
        Console.In.ReadToEnd();
        Environment.Exit(1);
    }
}
