using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>One call of a page.</summary>
/// <param name="context">The call.</param>
/// <param name="state">What the pages stand on.</param>
/// <param name="page">The page's path below the first one; empty for the first.</param>
internal sealed class DashboardVisit(HttpContext context, DashboardState state, string page)
{
    public DashboardState State => state;

    public string Page => page;

    /// <summary>The path of the first page, ready to be put before others; empty where it is the site's root.</summary>
    public string Home { get; } = HomeOf(context.Request, page);

    /// <summary>What the form brought; null for a page that is only read.</summary>
    public IFormCollection? Form { get; init; }

    public CancellationToken Aborted => context.RequestAborted;

    public DateTimeOffset Now => state.Time.GetUtcNow();

    /// <summary>A value of the address; empty if it has none.</summary>
    public string Query(string name) => context.Request.Query[name].ToString();

    /// <summary>A value of the form; empty if it has none.</summary>
    public string Field(string name) => Form?[name].ToString().Trim() ?? "";

    public int PageNumber =>
        int.TryParse(Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, OrderBook.LastPage)
            : 1;

    public string Link(string path, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var link = path.Length == 0 ? $"{Home}/" : $"{Home}/{path}";
        for (var i = 0; i < query.Length; i++)
        {
            link += $"{(i == 0 ? '?' : '&')}{query[i].Name}={Uri.EscapeDataString(query[i].Value)}";
        }

        return link;
    }

    public string LinkTo(OrderIdentity order, string path = "order", string? told = null) =>
        Link(
            path,
            [
                ("provider", order.Provider),
                ("environment", order.Environment.ToString()),
                ("account", order.Account),
                ("operation", order.Operation),
                ("reference", order.Reference.Value),
                .. told is null ? Array.Empty<(string, string)>() : [("told", told)],
            ]
        );

    /// <summary>The beginning of a form that changes something, with the token that proves where it came from.</summary>
    public Html BeginForm(string action, string? style = null)
    {
        var tokens = state.Antiforgery.GetAndStoreTokens(context);
        return Html.Of(html =>
            html.Add(
                $"""<form method="post" action="{action}" class="{style}"><input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">"""
            )
        );
    }

    private static string HomeOf(HttpRequest request, string page)
    {
        var path = (request.PathBase + request.Path).Value!.TrimEnd('/');
        var home = page.Length == 0 ? path : path[..^(page.Length + 1)];
        return new PathString(home).ToUriComponent();
    }
}

/// <summary>What a page says.</summary>
internal sealed record DashboardPage(string Title, Html Body, int Status = StatusCodes.Status200OK)
{
    /// <summary>Where the visitor goes instead, after a change; null for nowhere.</summary>
    public string? GoTo { get; init; }

    public static DashboardPage Message(string title, string text, int status) =>
        new(title, Html.Of(html => html.Add($"""<h1>{title}</h1><p class="told bad" role="alert">{text}</p>""")), status);

    public static DashboardPage To(string link) => new("", new Html(), StatusCodes.Status303SeeOther) { GoTo = link };
}
