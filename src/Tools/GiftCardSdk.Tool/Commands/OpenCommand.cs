using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class OpenCommand(ToolConsole console)
    : ToolCommand("open", "Orders whose end is open: being sent, unknown, waiting for a person", console, JournalUse.Required)
{
    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Show(parsed, await OpenReport.ReadAsync(session, cancellationToken).ConfigureAwait(false));
}
