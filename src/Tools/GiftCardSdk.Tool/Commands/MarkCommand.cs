using System.CommandLine;
using GiftCardSdk.Tool.Orders;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class MarkCommand : ToolCommand
{
    private readonly Argument<string> _reference = Ask.Reference();
    private readonly Option<string?> _account = Ask.Account();
    private readonly Option<string?> _bought = Ask.Text("--bought", "It was bought: the provider's id of the order", "order id");
    private readonly Option<bool> _notBought = new("--not-bought")
    {
        Description = "It was certainly not bought: the reference may buy again",
    };
    private readonly Option<string> _by = new("--by")
    {
        Description = "Who says so",
        HelpName = "name",
        Required = true,
    };
    private readonly Option<string> _why = new("--why")
    {
        Description = "What it rests on",
        HelpName = "text",
        Required = true,
    };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask: for scripts" };

    public MarkCommand(ToolConsole console)
        : base("mark", "Writes down what a person found out about an open order", console, JournalUse.Required)
    {
        Add(_reference);
        Option[] options = [_account, _bought, _notBought, _by, _why, _yes];
        foreach (var option in options)
        {
            Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetValue(_notBought) == result.GetResult(_bought) is not null)
            {
                result.AddError("Say either --bought ORDERID or --not-bought.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var finder = new OrderFinder(session, parsed.GetValue(_account));
        var order = await finder.ExplainOneAsync(parsed.GetRequiredValue(_reference), cancellationToken).ConfigureAwait(false);
        var (by, why) = (parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_why));
        var mark = parsed.GetValue(_bought) is { } id ? OrderMark.Accepted(id, by, why) : OrderMark.Refused(by, why);
        // The journal refuses to mark any other, and says why: nobody is asked before.
        var isOpen = order.Entry.State is OrderJournalState.Unknown or OrderJournalState.Parked or OrderJournalState.Absent;
        if (isOpen && !parsed.GetValue(_yes) && !await IsSureAsync(order, mark, cancellationToken).ConfigureAwait(false))
        {
            throw new ToolException("Not confirmed; nothing was written.", ExitCode.NotConfirmed);
        }

        var entry = await session.GiftCards.Journal.MarkAsync(order.Entry.Identity, mark, cancellationToken).ConfigureAwait(false);
        return Show(parsed, new MarkReport(entry));
    }

    private async Task<bool> IsSureAsync(OrderExplanation order, OrderMark mark, CancellationToken cancellationToken)
    {
        var screen = new Screen(Console.Error, Console with { IsTerminal = false });
        new ExplainReport(order).Show(screen);
        screen.Line(
            mark.OrderId is { } id
                ? $"It will stand as bought, as the order {id}."
                : "It will stand as not bought, and its reference then buys. If it was bought after all, it is bought twice: look for the provider's key in the portal first."
        );
        var answer = await Console.AskAsync("Type 'yes' to write it down: ", cancellationToken).ConfigureAwait(false);
        return string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase);
    }
}
