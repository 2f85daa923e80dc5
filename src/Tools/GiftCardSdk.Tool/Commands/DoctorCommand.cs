using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class DoctorCommand(ToolConsole console)
    : ToolCommand("doctor", "Settings, providers, clocks, journal and webhooks: what an order needs", console)
{
    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Show(parsed, await DoctorReport.ReadAsync(session, cancellationToken).ConfigureAwait(false));
}
