using System.Diagnostics;
using GiftCardSdk.Sandbox;

namespace CrashSafeOrders;

/// <summary>This program once more, as a process of its own, so that it can be killed.</summary>
internal static class Child
{
    public const string Address = "SAMPLE_ADDRESS";
    public const string Token = "SAMPLE_TOKEN";
    public const string Journal = "SAMPLE_JOURNAL";

    public static async Task<int> RunAsync(GiftbitTwin twin, DirectoryInfo folder, string how)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        // Started as "dotnet program.dll", the program is an argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CrashSafeOrders.dll"));
        }

        start.ArgumentList.Add(Buyer.Verb);
        start.ArgumentList.Add(how);
        start.Environment[Address] = twin.BaseAddress.ToString();
        start.Environment[Token] = twin.ApiToken;
        start.Environment[Journal] = Path.Combine(folder.FullName, "orders.db");
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
