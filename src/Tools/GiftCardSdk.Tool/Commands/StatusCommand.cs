using System.CommandLine;
using GiftCardSdk.Tool.Orders;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class StatusCommand : ToolCommand
{
    private readonly Argument<string> _reference = Ask.Reference();
    private readonly Option<string?> _account = Ask.Account();
    private readonly Option<bool> _isId = new("--id") { Description = "It is the provider's id of the order; needs --account" };
    private readonly Option<string?> _reveal = Reveal.Option();

    public StatusCommand(ToolConsole console)
        : base("status", "An order and its cards, as the provider shows them now", console)
    {
        Add(_reference);
        Add(_account);
        Add(_isId);
        Add(_reveal);
    }

    protected override void Check(ParseResult parsed)
    {
        Reveal.Check(parsed, _reveal, Console);
        if (parsed.GetValue(_isId) && parsed.GetValue(_account) is null)
        {
            throw new ToolException("--id needs --account: ids are the provider's own.", ExitCode.Usage);
        }
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var orders = await ReadAsync(parsed, session, cancellationToken).ConfigureAwait(false);
        return Show(parsed, new OrdersReport(orders, Reveal.IsWanted(parsed, _reveal)));
    }

    private async Task<IReadOnlyList<Order>> ReadAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var (reference, account) = (parsed.GetRequiredValue(_reference), parsed.GetValue(_account));
        if (!parsed.GetValue(_isId))
        {
            return await new OrderFinder(session, account)
                .FindAsync(reference, RewardDetail.Secrets, cancellationToken)
                .ConfigureAwait(false);
        }

        var status = session.GiftCards.GetAccount(account!).Status;
        return [await status.GetAsync(reference, RewardDetail.Secrets, cancellationToken).ConfigureAwait(false)];
    }
}
