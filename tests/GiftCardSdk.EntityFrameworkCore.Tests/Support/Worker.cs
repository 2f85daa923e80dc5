using System.Diagnostics;
using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>A real process that places one order on a database that others share, and falls asleep on the way if told to.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;
    private readonly string _clock;

    private Worker(Process process, string clock) => (_process, _clock) = (process, clock);

    /// <summary>Starts a process; it waits for <see cref="Go"/>.</summary>
    public static async Task<Worker> StartAsync(string database, GiftCardSandbox sandbox, string reference, string gap = "Nowhere")
    {
        var clock = Path.GetTempFileName();
        await File.WriteAllTextAsync(clock, "0");
        var twin = sandbox.Huuray;
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [Program(), database, twin.BaseAddress.AbsoluteUri, twin.ApiToken, twin.ApiSecret, reference, gap, clock]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var worker = new Worker(Process.Start(start)!, clock);
        (await worker.SaysAsync()).ShouldBe("ready");
        return worker;
    }

    public void Go() => _process.StandardInput.WriteLine();

    public async Task<string?> SaysAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>Waits until the process has suspended itself.</summary>
    public async Task FallsAsleepAsync()
    {
        (await SaysAsync()).ShouldBe("asleep");
        while (!(await File.ReadAllTextAsync($"/proc/{_process.Id}/stat")).Contains(") T ", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    /// <summary>Wakes it up; to the process some hours have passed.</summary>
    public async Task WakeUpAsync(int hours)
    {
        await File.WriteAllTextAsync(_clock, hours.ToString(CultureInfo.InvariantCulture));
        using var wake = Process.Start("kill", ["-CONT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await wake.WaitForExitAsync();
        wake.ExitCode.ShouldBe(0);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_clock);
    }

    /// <summary>Built beside these tests, in the same configuration.</summary>
    private static string Program()
    {
        const string Name = "GiftCardSdk.EntityFrameworkCore.Tests.Worker";
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, Name, here.Name, Name + ".dll");
    }
}
