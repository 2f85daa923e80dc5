using System.CommandLine;
using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Orders;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

/// <summary>A line whenever something changes: it can be read, piped and stopped.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private readonly Argument<string?> _reference = new("reference")
    {
        Description = "One order, until its cards are there; every open order if not said",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _account = Ask.Account();
    private readonly Option<TimeSpan> _every = Ask.Seconds("--every", "How long between two looks", 10);

    public WatchCommand(ToolConsole console)
        : base("watch", "Follows open orders until each has an end or waits for a person", console, JournalUse.Required)
    {
        Add(_reference);
        Add(_account);
        Add(_every);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var (reference, account) = (parsed.GetValue(_reference), parsed.GetValue(_account));
        var ended = await new OpenOrderWatch(session, reference, account, news => Tell(parsed, session, news))
            .RunAsync(parsed.GetValue(_every), cancellationToken)
            .ConfigureAwait(false);
        if (reference is null || ended != ExitCode.Done)
        {
            return ended;
        }

        var orders = await new OrderFinder(session, account)
            .FindAsync(reference, RewardDetail.None, cancellationToken)
            .ConfigureAwait(false);
        foreach (var order in orders)
        {
            await FollowAsync(parsed, session, order, cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private async Task FollowAsync(ParseResult parsed, Session session, Order order, CancellationToken cancellationToken)
    {
        var options = new WatchOptions { Deadline = Timeout.InfiniteTimeSpan, Detail = RewardDetail.State };
        var status = session.GiftCards.GetAccount(order.Account).Status;
        await foreach (var seen in status.WatchAsync(order.Id, options, cancellationToken).ConfigureAwait(false))
        {
            Tell(parsed, session, new(order.Account, order.Reference?.Value ?? order.Id, $"{seen.Status}, {seen.Rewards.Count} cards"));
        }
    }

    private void Tell(ParseResult parsed, Session session, News news)
    {
        var now = session.Time.GetUtcNow();
        if (!parsed.GetValue(Ask.IsJson))
        {
            new Screen(Console.Out, Console).Line($"{now:HH:mm:ss} {news.Account} {news.Reference}: {news.What}");
            return;
        }

        var json = new JsonObject
        {
            ["at"] = Json.Of(now),
            ["account"] = news.Account,
            ["reference"] = news.Reference,
            ["what"] = news.What,
        };
        Console.Out.WriteLine(json.ToJsonString());
    }
}
