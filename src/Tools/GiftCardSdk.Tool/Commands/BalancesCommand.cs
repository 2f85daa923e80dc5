using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class BalancesCommand : ToolCommand
{
    private readonly Option<string?> _account = Ask.Account();

    public BalancesCommand(ToolConsole console)
        : base("balances", "What can be spent, and how long it lasts", console) => Add(_account);

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Show(parsed, await BalancesReport.ReadAsync(session, parsed.GetValue(_account), cancellationToken).ConfigureAwait(false));
}
