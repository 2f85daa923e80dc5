using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GiftCardSdk.Tool.Commands;

namespace GiftCardSdk.Tool;

/// <summary>The command line: what it understands, and how it ends.</summary>
internal static class GiftCardTool
{
    /// <summary>Runs one command.</summary>
    /// <returns>The exit code, of <see cref="ExitCode.Table"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken)
    {
        var parsed = Root(console).Parse(arguments);
        if (parsed.Action is ParseErrorAction mistakes)
        {
            mistakes.ShowHelp = false;
            await parsed.InvokeAsync(ConfigurationOf(console.Error, console.Error), cancellationToken).ConfigureAwait(false);
            await console.Error.WriteLineAsync("--help shows what is understood.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(ConfigurationOf(console.Out, console.Error), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return Failures.Tell(failure, new Screen(console.Error, console));
        }
    }

    private static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand("Gift cards from several providers: bought once, followed, reconciled.")
        {
            Ask.Config,
            Ask.Sandbox,
            Ask.IsJson,
        };
        Command[] commands =
        [
            new AccountsCommand(console),
            new CatalogCommand(console),
            new OffersCommand(console),
            new OrderCommand(console),
            new StatusCommand(console),
            new BalancesCommand(console),
            new OpenCommand(console),
            new ExplainCommand(console),
            new MarkCommand(console),
            new WatchCommand(console),
            new ReconcileCommand(console),
            new BatchCommand(console),
            new DoctorCommand(console),
            new McpCommand(console),
            new CompletionCommand(console),
        ];
        foreach (var command in commands)
        {
            root.Add(command);
        }

        root.Options.OfType<HelpOption>().Single().Action = new Help();
        return root;
    }

    private static InvocationConfiguration ConfigurationOf(TextWriter output, TextWriter error) =>
        new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
}
