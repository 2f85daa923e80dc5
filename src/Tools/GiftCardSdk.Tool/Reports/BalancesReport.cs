using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What can be spent, and how long it lasts at the rate of the last week.</summary>
internal sealed class BalancesReport : Report
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly List<(string Account, Balance Balance, TimeSpan? Runway)> _balances = [];
    private readonly List<(string Account, string Message)> _failures = [];

    public override int ExitCode => _failures.Count > 0 ? Tool.ExitCode.Failed : Tool.ExitCode.Done;

    public static async Task<BalancesReport> ReadAsync(Session session, string? account, CancellationToken cancellationToken)
    {
        var report = new BalancesReport();
        foreach (var one in session.AccountsOf(account))
        {
            try
            {
                var spent = await SpentAsync(session, one, cancellationToken).ConfigureAwait(false);
                foreach (var balance in await one.Balances.ListAsync(cancellationToken).ConfigureAwait(false))
                {
                    report._balances.Add((one.Name, balance, Runway(balance.Available, spent)));
                }
            }
            catch (GiftCardException failure)
            {
                report._failures.Add((one.Name, failure.Message));
            }
        }

        return report;
    }

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["balances"] = Json.Array(
                _balances,
                static row => new JsonObject
                {
                    ["account"] = row.Account,
                    ["runwaySeconds"] = row.Runway?.TotalSeconds,
                    ["balance"] = Json.Of(row.Balance),
                }
            ),
            ["failures"] = Json.Array(
                _failures,
                static failure => new JsonObject { ["account"] = failure.Account, ["message"] = failure.Message }
            ),
        };

    public override void Show(Screen screen)
    {
        screen.Table(
            "No account shows a balance.",
            ["account", "available", "reserved", "incoming", "lasts for"],
            _balances.Select(static row =>
                new[]
                {
                    row.Account,
                    row.Balance.Available.ToString(),
                    row.Balance.Reserved?.ToString() ?? "",
                    row.Balance.Incoming?.ToString() ?? "",
                    row.Runway is { } runway ? $"about {Words.Of(runway)}" : "",
                }
            )
        );
        foreach (var (account, message) in _failures)
        {
            screen.Alert($"{account}: {message}");
        }
    }

    /// <summary>What the journal's orders of the last week came to, by currency; nothing without a journal.</summary>
    private static async Task<Dictionary<string, decimal>> SpentAsync(
        Session session,
        IGiftCardAccount account,
        CancellationToken cancellationToken
    )
    {
        var spent = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (!session.HasJournal)
        {
            return spent;
        }

        var now = session.Time.GetUtcNow();
        var query = new HistoryQuery { Account = account.Name, Placed = new TimePeriod(now - Week, now) };
        await foreach (var order in session.GiftCards.History.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var costs =
                order.State != OrderJournalState.Accepted ? []
                : order.TotalCost is { } cost ? [cost]
                : order.Entry.Lines.Select(static line => line.FaceValue * line.Quantity);
            foreach (var money in costs)
            {
                spent[money.Currency] = spent.GetValueOrDefault(money.Currency) + money.Amount;
            }
        }

        return spent;
    }

    private static TimeSpan? Runway(Money available, Dictionary<string, decimal> spent) =>
        spent.GetValueOrDefault(available.Currency) is > 0 and var week && available.Amount / week < 520
            ? Week * (double)(available.Amount / week)
            : null;
}
