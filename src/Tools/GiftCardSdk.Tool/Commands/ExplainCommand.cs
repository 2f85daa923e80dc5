using System.CommandLine;
using GiftCardSdk.Tool.Orders;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string> _reference = Ask.Reference();
    private readonly Option<string?> _account = Ask.Account();

    public ExplainCommand(ToolConsole console)
        : base("explain", "What happened to an order, and what is safe now; nobody is asked", console, JournalUse.Required)
    {
        Add(_reference);
        Add(_account);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var finder = new OrderFinder(session, parsed.GetValue(_account));
        return Show(
            parsed,
            new ExplainReport(await finder.ExplainOneAsync(parsed.GetRequiredValue(_reference), cancellationToken).ConfigureAwait(false))
        );
    }
}
