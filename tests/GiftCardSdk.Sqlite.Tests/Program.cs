using Xunit.Runner.InProc.SystemConsole;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>The runner of the tests; or, without it, the second process of one of them, which so starts in a moment.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (OtherProcess.Role is not { } role)
        {
            return await ConsoleRunner.Run(args);
        }

        await OtherProcess.RunAsync(role);
        return 0;
    }
}
