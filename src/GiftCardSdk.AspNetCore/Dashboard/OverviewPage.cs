using System.Globalization;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>What a person on duty looks at first.</summary>
internal static class OverviewPage
{
    public static async Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        var state = visit.State;
        var summary = await state.Orders.SummaryAsync(visit.Aborted).ConfigureAwait(false);
        var parkedEvents = await InboxPage.CountAsync(visit).ConfigureAwait(false);
        var gap = await state.GiftCards.Journal.FindGapAsync(visit.Aborted).ConfigureAwait(false);
        return new(
            "Overview",
            Html.Of(html =>
            {
                html.Add($"<h1>Overview</h1>");
                if (gap is not null)
                {
                    html.Add(
                        $"""<p class="told bad" role="alert">The journal may not know orders that were sent from {Words.Time(gap.From)} to {Words.Time(gap.To)}: it was restored, or its database has failed over.</p>"""
                    );
                }

                html.Add($"""<ul class="tiles">""");
                foreach (var end in Words.Ends)
                {
                    Tile(html, visit, end, summary);
                }

                var open = state.Circuits.Open.Count;
                Tile(html, visit.Link("inbox"), "Inbox", parkedEvents, parkedEvents > 0 ? "bad" : "", "given up");
                Tile(html, visit.Link("accounts"), "Circuits", open, open > 0 ? "bad" : "", "open");
                html.Add($"</ul>");
                Bought(html, summary);
                BalancesPage.Charts(html, BalancesPage.Watched(state), visit.Now);
            })
        );
    }

    private static void Tile(Html html, DashboardVisit visit, OrderJournalState end, OrderSummary summary)
    {
        var (count, oldest) = summary.Of(end);
        var bad =
            count == 0 ? ""
            : end == OrderJournalState.Parked ? "bad"
            : end == OrderJournalState.Unknown ? "warn"
            : "";
        var note =
            !Words.IsOpen(end) ? string.Create(CultureInfo.InvariantCulture, $"in {OrderBook.Days} days")
            : count > 0 ? $"oldest {Words.Span(visit.Now - oldest)}"
            : "";
        Tile(html, visit.Link("orders", ("end", end.ToString())), Words.Of(end), count, bad, note);
    }

    private static void Tile(Html html, string link, string title, int count, string style, string note) =>
        html.Add($"""<li><a href="{link}">{title}<b class="{style}">{count:N0}</b><small>{note}</small></a></li>""");

    private static void Bought(Html html, OrderSummary summary)
    {
        html.Add($"<section><h2>Bought by day</h2>");
        if (!summary.Bought.Any())
        {
            html.Add($"""<p class="soft">Nothing in the last {OrderBook.Days} days.</p>""");
        }

        if (summary.IsCut)
        {
            html.Add($"""<p class="warn">There are more orders than a page reads; the newest are left out. A report has them all.</p>""");
        }

        html.Add($"""<div class="charts">""");
        foreach (var (currency, days) in summary.Bought)
        {
            var sum = Money.Of(days.Sum(static day => day.Amount), currency);
            html.Add($"<figure><figcaption>{sum.ToString()} in {OrderBook.Days} days</figcaption>{Chart.Days(days, currency)}</figure>");
        }

        html.Add($"""</div><p class="soft"><small>Face values, by the day of sending in UTC.</small></p></section>""");
    }
}
