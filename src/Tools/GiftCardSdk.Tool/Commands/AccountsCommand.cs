using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class AccountsCommand(ToolConsole console)
    : ToolCommand("accounts", "The accounts, which of them spend real money, and what each can do", console)
{
    protected override Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Task.FromResult(Show(parsed, new AccountsReport(session)));
}
