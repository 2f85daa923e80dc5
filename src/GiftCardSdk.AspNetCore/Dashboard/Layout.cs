namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>What stands around every page.</summary>
internal static class Layout
{
    private static readonly (string Path, string Title)[] Pages =
    [
        ("", "Overview"),
        ("orders", "Orders"),
        ("balances", "Balances"),
        ("batches", "Batches"),
        ("inbox", "Inbox"),
        ("accounts", "Accounts"),
    ];

    /// <summary>What is said after a change. The address names which; it brings no words of its own.</summary>
    private static readonly Dictionary<string, string> Told = new(StringComparer.Ordinal)
    {
        ["marked"] = "The order is marked.",
        ["redelivered"] = "It is due again, and will be handed over.",
        ["dropped"] = "It is dropped.",
        ["gone"] = "It is not parked any more: somebody else has seen to it.",
    };

    public static Html Around(DashboardVisit visit, DashboardPage page) =>
        Html.Of(html =>
        {
            html.Add(
                $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{page.Title} · Gift cards</title><link rel="icon" href="data:,"><style>"""
            );
            html.Add($"{Style.Sheet}</style></head><body><header><div><strong>Gift cards</strong><nav>");
            foreach (var (path, title) in Pages)
            {
                html.Add($"""<a href="{visit.Link(path)}"{Current(visit, path)}>{title}</a>""");
            }

            html.Add($"</nav></div></header><main>");
            if (Told.TryGetValue(visit.Query("told"), out var told))
            {
                html.Add($"""<p class="told" role="status">{told}</p>""");
            }

            html.Add($"{page.Body}</main><footer><small>As of {Words.Time(visit.Now)}</small></footer></body></html>");
        });

    private static Html? Current(DashboardVisit visit, string path) =>
        visit.Page.Split('/')[0] is var page && (page == path || (page == "order" && path == "orders"))
            ? Html.Of(static html => html.Add($""" aria-current="page" """))
            : null;
}
