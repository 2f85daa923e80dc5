using System.Globalization;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>Orders by their end and age.</summary>
internal static class OrdersPage
{
    public static async Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        OrderJournalState? end =
            Enum.TryParse<OrderJournalState>(visit.Query("end"), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : null;
        var page =
            end is { } one && !Words.IsOpen(one)
                ? await visit.State.Orders.EndedAsync(one, visit.PageNumber, visit.Aborted).ConfigureAwait(false)
                : await visit
                    .State.Orders.OpenAsync(end is { } open ? [open] : Words.Ends.Where(Words.IsOpen), visit.PageNumber, visit.Aborted)
                    .ConfigureAwait(false);
        return new(
            "Orders",
            Html.Of(html =>
            {
                html.Add($"<h1>Orders</h1>");
                Choices(html, visit, end);
                Search(html, visit);
                Table(html, visit, page.Entries);
                Pages(html, visit, end, page);
            })
        );
    }

    /// <summary>The order of an account and a reference that somebody typed.</summary>
    public static async Task<DashboardPage> FindAsync(DashboardVisit visit)
    {
        var (account, reference) = (visit.Query("account"), visit.Query("reference").Trim());
        try
        {
            var found = await visit
                .State.GiftCards.Journal.ExplainAsync(account, new OrderReference(reference), visit.Aborted)
                .ConfigureAwait(false);
            return found is null
                ? DashboardPage.Message("No such order", $"The journal has no order '{reference}' of the account '{account}'.", 404)
                : DashboardPage.To(visit.LinkTo(found.Entry.Identity));
        }
        catch (ArgumentException mistake)
        {
            return DashboardPage.Message("No such order", Words.Said(mistake), 400);
        }
    }

    private static void Choices(Html html, DashboardVisit visit, OrderJournalState? end)
    {
        html.Add($"""<nav class="pages"><a href="{visit.Link("orders")}"{Current(end is null)}>All that are open</a>""");
        foreach (var other in Words.Ends)
        {
            html.Add($"""<a href="{visit.Link("orders", ("end", other.ToString()))}"{Current(end == other)}>{Words.Of(other)}</a>""");
        }

        html.Add($"</nav>");
    }

    private static void Search(Html html, DashboardVisit visit)
    {
        html.Add($"""<form class="line" action="{visit.Link("find")}"><label>Account<select name="account">""");
        foreach (var account in visit.State.GiftCards.Accounts)
        {
            html.Add($"<option>{account.Name}</option>");
        }

        html.Add(
            $"""</select></label><label>Reference<input name="reference" required maxlength="{OrderReference.MaxLength}"></label><button class="quiet">Find</button></form>"""
        );
    }

    private static void Table(Html html, DashboardVisit visit, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
        {
            html.Add($"""<section><p class="soft">No order.</p></section>""");
            return;
        }

        html.Add($"<section><table><thead><tr><th>Reference<th>End<th>Age<th>Account<th>What<th>Why</tr></thead><tbody>");
        foreach (var entry in entries)
        {
            html.Add(
                $"""
                <tr><td><a href="{visit.LinkTo(entry.Identity)}">{entry.Identity.Reference.Value}</a></td><td data-label="End">{End(
                    entry.State
                )}</td><td data-label="Age"><time datetime="{entry.CreatedAt:O}" title="{Words.Time(entry.CreatedAt)}">{Words.Span(
                    visit.Now - entry.CreatedAt
                )}</time></td><td data-label="Account">{entry.Identity.Account} <small>{entry.Identity.Environment.ToString()}</small></td><td data-label="What">{What(
                    entry
                )}</td><td data-label="Why">{entry.Reason}</td></tr>
                """
            );
        }

        html.Add($"</tbody></table></section>");
    }

    private static void Pages(Html html, DashboardVisit visit, OrderJournalState? end, OrderPageOf page)
    {
        var last = Math.Clamp((page.Count + OrderBook.PageSize - 1) / OrderBook.PageSize, 1, OrderBook.LastPage);
        var period = end is { } one && !Words.IsOpen(one) ? $", sent in the last {OrderBook.Days} days" : "";
        var count = page.IsAll
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Words.Many(page.Count, "order", "orders")}{period}; page {visit.PageNumber} of {last}"
            )
            : string.Create(CultureInfo.InvariantCulture, $"page {visit.PageNumber}");
        html.Add($"""<p class="pages"><span>{count}</span>""");
        if (visit.PageNumber > 1)
        {
            html.Add($"""<a href="{To(visit.PageNumber - 1)}">Before</a>""");
        }

        if (visit.PageNumber < last)
        {
            html.Add($"""<a href="{To(visit.PageNumber + 1)}">Next</a>""");
        }

        html.Add($"</p>");

        string To(int number) =>
            visit.Link("orders", ("end", end?.ToString() ?? ""), ("page", number.ToString(CultureInfo.InvariantCulture)));
    }

    public static Html End(OrderJournalState state)
    {
        var color = state switch
        {
            OrderJournalState.Parked => "bad",
            OrderJournalState.Unknown => "warn",
            OrderJournalState.Accepted => "good",
            _ => "",
        };
        return Html.Colored(color, Words.Of(state));
    }

    private static string What(JournalEntry entry) =>
        entry.Lines.Count switch
        {
            0 => "",
            var lines => string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Lines[0].Quantity} × {entry.Lines[0].ProductId} {entry.Lines[0].FaceValue}{(lines > 1 ? $" and {lines - 1} more" : "")}"
            ),
        };

    private static Html? Current(bool isCurrent) => isCurrent ? Html.Of(static html => html.Add($" aria-current=\"page\"")) : null;
}
