using System.Globalization;
using System.Runtime.InteropServices;

namespace GiftCardSdk.Sandbox;

/// <summary>The sandbox as a program of its own: starts, says where everything is, and runs until Ctrl+C.</summary>
internal static class Program
{
    private const int DefaultPort = 5080;

    private static async Task<int> Main(string[] arguments)
    {
        if (!TryParse(arguments, out var port, out var seed))
        {
            await Console.Error.WriteLineAsync("Usage: dotnet run -- [--port 5080 (0: any free one)] [--seed 1]").ConfigureAwait(false);
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await RunAsync(port, seed, stop.Token).ConfigureAwait(false);
            return 0;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Choose another port with --port, or --port 0.").ConfigureAwait(false);
            return 1;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task RunAsync(int port, int seed, CancellationToken stop)
    {
        var sandbox = await GiftCardSandbox
            .StartAsync(
                options =>
                {
                    options.Port = port;
                    options.Seed = seed;
                    options.TimeProvider = new SandboxClock();
                },
                stop
            )
            .ConfigureAwait(false);
        await using (sandbox.ConfigureAwait(false))
        {
            await Console.Out.WriteLineAsync(SandboxGuide.Write(sandbox) + "\nRunning until Ctrl+C.").ConfigureAwait(false);
            await sandbox.SendWebhooksAsync(stop).ConfigureAwait(false);
        }
    }

    private static bool TryParse(string[] arguments, out int port, out int seed)
    {
        (port, seed) = (DefaultPort, 1);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = -1;
            var isNumber =
                i + 1 < arguments.Length
                && int.TryParse(arguments[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
            switch (arguments[i])
            {
                case "--port" when isNumber && value is >= 0 and <= 65535:
                    port = value;
                    break;
                case "--seed" when isNumber:
                    seed = value;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
