using System.CommandLine;
using GiftCardSdk.Tool.Mcp;
using GiftCardSdk.Tool.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace GiftCardSdk.Tool.Commands;

/// <summary>Serves an agent over standard input and output, which belong to the protocol alone.</summary>
internal sealed class McpCommand : ToolCommand
{
    private const string Server = "giftcards";

    private readonly Option<bool> _orders = new("--allow-orders") { Description = "The agent may buy; needs --limit" };
    private readonly Option<Money[]> _limits = Ask.Amounts(
        "--limit",
        "The most it may spend in 24 hours; once for each currency it may spend"
    );
    private readonly Option<string?> _account = Ask.Account("Where it may buy; needed where there are several accounts");

    public McpCommand(ToolConsole console)
        : base("mcp", "Serves an agent over the Model Context Protocol on standard input and output", console)
    {
        Add(_orders);
        Add(_limits);
        Add(_account);
        Validators.Add(result =>
        {
            if (result.GetValue(_orders) != result.GetResult(_limits) is not null)
            {
                result.AddError("--allow-orders and --limit \"100 USD\" go together: an agent buys within a limit, or not at all.");
            }
        });
    }

    protected override SessionRequest RequestOf(ParseResult parsed) =>
        parsed.GetValue(_orders)
            ? base.RequestOf(parsed) with
            {
                Journal = JournalUse.Buys,
                Limits = new() { PerDay = parsed.GetRequiredValue(_limits) },
            }
            : base.RequestOf(parsed);

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var tools = AgentTools.Reading(session);
        if (parsed.GetValue(_orders))
        {
            var limit = string.Join(" and ", parsed.GetRequiredValue(_limits).Select(static money => money.ToString()));
            tools = tools.Append(AgentTools.Ordering(session, AccountToBuyAt(session, parsed.GetValue(_account)), limit, Console.Error));
        }

        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = Server, Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = AgentTools.Instructions,
            ToolCollection = [.. tools],
        };
        // What reads standard input waits there whatever is cancelled: Ctrl+C leaves it behind.
        await ServeAsync(session, options, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private async Task ServeAsync(Session session, McpServerOptions options, CancellationToken cancellationToken)
    {
        var logs = session.Services.GetRequiredService<ILoggerFactory>();
        var (input, output) = Console.OpenStreams();
        var transport = new StreamServerTransport(input, output, Server, logs);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, options, logs, session.Services);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>One account alone: limits are held for each account, and the one that was given shall be the whole.</summary>
    private static IGiftCardAccount AccountToBuyAt(Session session, string? name) =>
        name is not null ? session.AccountOf(name)
        : session.GiftCards.Accounts is [var only] ? only
        : throw new ToolException(
            $"--limit is one limit for one account: name it by --account ({string.Join(", ", session.GiftCards.Accounts.Select(static account => account.Name))}).",
            ExitCode.Usage
        );
}
