using System.CommandLine;
using GiftCardSdk.Reporting;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class ReconcileCommand : ToolCommand
{
    private const string StandardOutput = "-";

    private readonly Argument<string> _account = new("account") { Description = "Whose books" };
    private readonly Option<DateTimeOffset?> _from = Ask.Time("--from", "Begin of the period, UTC; a day before its end if not said");
    private readonly Option<DateTimeOffset?> _to = Ask.Time("--to", "End of the period, UTC; ten minutes ago if not said");
    private readonly Option<string?> _csv = Ask.Text("--csv", $"Write the findings as CSV; {StandardOutput} for standard output", "file");

    public ReconcileCommand(ToolConsole console)
        : base("reconcile", "Compares the journal with the provider's orders and payments", console, JournalUse.Required)
    {
        Add(_account);
        Add(_from);
        Add(_to);
        Add(_csv);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        // What was placed a moment ago may not be in every book yet.
        var to = parsed.GetValue(_to) ?? session.Time.GetUtcNow() - TimeSpan.FromMinutes(10);
        var from = parsed.GetValue(_from) ?? to - TimeSpan.FromDays(1);
        var compared = await session
            .GiftCards.ReconcileAsync(parsed.GetRequiredValue(_account), new TimePeriod(from, to), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var report = new ReconcileReport(compared);
        if (parsed.GetValue(_csv) is not { } file)
        {
            return Show(parsed, report);
        }

        if (file == StandardOutput)
        {
            await compared.Findings.WriteCsvAsync(Console.Out, cancellationToken).ConfigureAwait(false);
            return report.ExitCode;
        }

        var writer = new StreamWriter(Path.GetFullPath(file, Console.Folder));
        await using (writer.ConfigureAwait(false))
        {
            await compared.Findings.WriteCsvAsync(writer, cancellationToken).ConfigureAwait(false);
        }

        return Show(parsed, report);
    }
}
