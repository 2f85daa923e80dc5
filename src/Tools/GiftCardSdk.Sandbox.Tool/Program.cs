using System.Runtime.InteropServices;
using GiftCardSdk.Sandbox.Tool.State;

namespace GiftCardSdk.Sandbox.Tool;

/// <summary>The command: starts, says where everything is, and runs until Ctrl+C.</summary>
internal static class Program
{
    /// <summary>0 after Ctrl+C or the help, 1 where a port is taken or the state file cannot be used, 2 for arguments that make no sense.</summary>
    internal static async Task<int> Main(string[] words)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var arguments = Arguments.Parse(words);
            await (arguments.IsHelp ? Console.Out.WriteLineAsync(Arguments.Usage) : RunAsync(arguments, stop.Token)).ConfigureAwait(false);
            return 0;
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 2;
        }
        catch (StateException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
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

    private static async Task RunAsync(Arguments arguments, CancellationToken stop)
    {
        var tool = await SandboxTool.StartAsync(arguments, stop).ConfigureAwait(false);
        await using (tool.ConfigureAwait(false))
        {
            await Console.Out.WriteLineAsync(tool.Announcement).ConfigureAwait(false);
            await tool.Sandbox.SendWebhooksAsync(stop).ConfigureAwait(false);
        }
    }
}
