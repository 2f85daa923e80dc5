using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>The program as a process, as a user starts it.</summary>
internal sealed record ChaosProgram(int ExitCode, string Output, string Errors)
{
    /// <summary>The last line, which is all that a script reads.</summary>
    public string LastLine => Output.TrimEnd().Split('\n')[^1];

    public static async Task<ChaosProgram> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GiftCardSdk.Chaos.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await errors);
    }

    /// <summary>A figure of the last line.</summary>
    public int Figure(string name)
    {
        var found = Regex.Match(LastLine, $" {name}=([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        found.Success.ShouldBeTrue($"{name} in: {LastLine}\n{Errors}");
        return int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>All is well, and enough happened that it might not have been.</summary>
    public void ShouldHaveHeld(int orders)
    {
        ExitCode.ShouldBe(0, Output + Errors);
        LastLine.ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"chaos: providers=5 orders={orders} faults="));
        LastLine.ShouldEndWith(" duplicates=0 lost=0");
        Figure("faults").ShouldBeGreaterThan(orders / 10);
        Figure("unknown").ShouldBeGreaterThan(0);
        (Figure("resolved") + Figure("parked")).ShouldBeGreaterThanOrEqualTo(Figure("unknown"));
    }
}
