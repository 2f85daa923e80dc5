using GiftCardSdk.AspNetCore.Health;
using GiftCardSdk.Diagnostics;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>What can be spent, and for how long it lasts.</summary>
internal static class BalancesPage
{
    private static readonly TimeSpan Short = TimeSpan.FromDays(2);

    public static async Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        var state = visit.State;
        var failed = new List<(string Account, string Why)>();
        var balances = state.Readings is null ? await AskAsync(visit, failed).ConfigureAwait(false) : Watched(state);
        return new(
            "Balances",
            Html.Of(html =>
            {
                html.Add($"<h1>Balances</h1>");
                if (state.Readings is null)
                {
                    html.Add(
                        $"""<p class="told">Balances are not watched here, so that nothing is known of how long they last: call MonitorBalances behind AddGiftCards.</p>"""
                    );
                }

                Charts(html, balances, visit.Now);
                Table(html, balances, failed, visit.Now);
            })
        );
    }

    /// <summary>What the monitor has read; nothing where there is none.</summary>
    public static IReadOnlyList<BalanceView> Watched(DashboardState state) =>
        state.Readings is not { } readings
            ? []
            :
            [
                .. readings.Latest.Select(latest => new BalanceView(
                    readings.Of(latest.Account, latest.Balance.Currency),
                    LowOf(state.BalanceOptions, latest)
                )),
            ];

    public static void Charts(Html html, IReadOnlyList<BalanceView> balances, DateTimeOffset now)
    {
        if (balances.Count == 0)
        {
            return;
        }

        html.Add($"""<section><h2>Balances and how long they last</h2><div class="charts">""");
        foreach (var balance in balances)
        {
            var last = balance.Last;
            html.Add(
                $"""<figure><figcaption>{last.Account}: {last.Balance.Available.ToString()}, {Runway(last)}</figcaption>{Chart.Balance(balance.Readings, balance.Low?.Amount)}<small class="soft">read {Words.Span(now - last.At)} ago</small></figure>"""
            );
        }

        html.Add($"</div></section>");
    }

    private static void Table(Html html, IReadOnlyList<BalanceView> balances, List<(string Account, string Why)> failed, DateTimeOffset now)
    {
        html.Add(
            $"<section><table><thead><tr><th>Account<th>Can be spent<th>On its way in<th>Held back<th>Lasts<th>Low below<th>Read</tr></thead><tbody>"
        );
        foreach (var (readings, low) in balances)
        {
            var last = readings[^1];
            var style = last.Balance.Available.Amount < (low?.Amount ?? 0) ? "bad" : "";
            html.Add(
                $"""<tr><td>{last.Account}</td><td data-label="Can be spent">{Html.Colored(style, last.Balance.Available.ToString())}</td><td data-label="On its way in">{last.Balance.Incoming?.ToString()}</td><td data-label="Held back">{last.Balance.Reserved?.ToString()}</td><td data-label="Lasts">{Runway(last)}</td><td data-label="Low below">{low?.ToString()}</td><td data-label="Read">{Words.Span(now - last.At)} ago</td></tr>"""
            );
        }

        foreach (var (account, why) in failed)
        {
            html.Add($"""<tr><td>{account}</td><td colspan="6" class="bad">cannot be read: {why}</td></tr>""");
        }

        html.Add($"</tbody></table></section>");
    }

    private static async Task<IReadOnlyList<BalanceView>> AskAsync(DashboardVisit visit, List<(string Account, string Why)> failed)
    {
        var state = visit.State;
        string[] accounts =
        [
            .. state
                .GiftCards.Accounts.Where(static account => account.Capabilities.Supports(GiftCardFeature.Balances))
                .Select(static account => account.Name),
        ];
        var answers = await Task.WhenAll(accounts.Select(account => state.BalancesAsync(account, visit.Aborted))).ConfigureAwait(false);
        failed.AddRange(accounts.Zip(answers).Where(static pair => pair.Second.Failure is not null).Select(Failed));
        return [.. accounts.Zip(answers).SelectMany(pair => pair.Second.Balances.Select(balance => Now(pair.First, balance)))];

        BalanceView Now(string account, Balance balance) => new([new(account, balance, null, visit.Now)], null);

        static (string, string) Failed((string Account, AccountReading Answer) pair) => (pair.Account, pair.Answer.Failure!);
    }

    private static Money? LowOf(BalanceMonitorOptions options, BalanceReading reading) =>
        options
            .Thresholds.Where(threshold => threshold.Account == reading.Account && threshold.Low.Currency == reading.Balance.Currency)
            .Select(static threshold => (Money?)threshold.Low)
            .Max();

    private static Html Runway(BalanceReading reading) =>
        reading.Runway is { } left
            ? Html.Colored(left < Short ? "warn" : "", $"lasts {Words.Span(left)}")
            : Html.Colored("soft", "not known yet");
}

/// <summary>One balance as it is shown.</summary>
/// <param name="Readings">Its readings, oldest first; at least one.</param>
/// <param name="Low">Below what it is low; null if nobody has said.</param>
internal sealed record BalanceView(IReadOnlyList<BalanceReading> Readings, Money? Low)
{
    public BalanceReading Last => Readings[^1];
}
