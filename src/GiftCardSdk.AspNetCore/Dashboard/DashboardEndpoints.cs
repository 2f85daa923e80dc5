using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>The addresses of the pages, and what happens around each call of them.</summary>
internal sealed class DashboardEndpoints(Lazy<DashboardState> made)
{
    private const int MostFormBytes = 64 * 1024;

    private DashboardState State => made.Value;

    public void Map(RouteGroupBuilder group)
    {
        MapPage(group, "", OverviewPage.ReadAsync);
        MapPage(group, "orders", OrdersPage.ReadAsync);
        MapPage(group, "find", OrdersPage.FindAsync);
        MapPage(group, "order", OrderPage.ReadAsync);
        MapPage(group, "balances", BalancesPage.ReadAsync);
        MapPage(group, "batches", BatchesPage.ReadAsync);
        MapPage(group, "inbox", InboxPage.ReadAsync);
        MapPage(group, "accounts", AccountsPage.ReadAsync);
        MapChange(group, "order/mark", OrderPage.MarkAsync);
        MapChange(group, "inbox/redeliver", InboxPage.RedeliverAsync);
        MapChange(group, "inbox/drop", InboxPage.DropAsync);
    }

    private void MapPage(RouteGroupBuilder group, string path, Func<DashboardVisit, Task<DashboardPage>> read) =>
        group.MapGet(path, context => AnswerAsync(context, new(context, State, path), read));

    private void MapChange(RouteGroupBuilder group, string path, Func<DashboardVisit, string, Task<DashboardPage>> change)
    {
        group.MapPost(path, Handle);

        Task Handle(HttpContext context) =>
            AnswerAsync(context, new(context, State, path), visit => ChangeAsync(context, visit, path, change));
    }

    private async Task AnswerAsync(HttpContext context, DashboardVisit visit, Func<DashboardVisit, Task<DashboardPage>> answer)
    {
        Protect(context.Response.Headers);
        if (await State.Gate.ObjectionAsync(context).ConfigureAwait(false) is { } objection)
        {
            // A stranger is told nothing; whoever runs the application finds it in the log.
            DashboardLog.Denied(State.Logger, objection);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        DashboardPage page;
        try
        {
            page = await answer(visit).ConfigureAwait(false);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            // What a foreign exception says may hold what must not be shown.
            DashboardLog.Failed(State.Logger, failure.GetType().Name);
            page = DashboardPage.Message(
                "This cannot be shown now",
                $"The journal, or something else that this page stands on, failed ({failure.GetType().Name}). Nothing is known of a change that was under way: look again before you repeat it.",
                StatusCodes.Status503ServiceUnavailable
            );
        }

        await WriteAsync(context, visit, page).ConfigureAwait(false);
    }

    private async Task<DashboardPage> ChangeAsync(
        HttpContext context,
        DashboardVisit visit,
        string path,
        Func<DashboardVisit, string, Task<DashboardPage>> change
    )
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = MostFormBytes;
        }

        if (!await IsOursAsync(context).ConfigureAwait(false))
        {
            DashboardLog.Forged(State.Logger);
            return DashboardPage.Message(
                "Nothing changed",
                "The form is not one of this page, or too old. Open the page again and repeat it.",
                StatusCodes.Status400BadRequest
            );
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        return State.Gate.NameOf(context) is { } who
            ? await change(new(context, State, path) { Form = form }, who).ConfigureAwait(false)
            : DashboardPage.Message(
                "Nothing changed",
                "Every change is written down with a name, and your sign-in has none.",
                StatusCodes.Status403Forbidden
            );
    }

    private async Task<bool> IsOursAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType && await State.Antiforgery.IsRequestValidAsync(context).ConfigureAwait(false);
        }
        catch (Exception unread) when (unread is AntiforgeryValidationException or BadHttpRequestException or InvalidDataException)
        {
            return false;
        }
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Style.Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }

    private static async Task WriteAsync(HttpContext context, DashboardVisit visit, DashboardPage page)
    {
        var response = context.Response;
        response.StatusCode = page.Status;
        if (page.GoTo is { } link)
        {
            response.Headers.Location = link;
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(Layout.Around(visit, page).ToString(), context.RequestAborted).ConfigureAwait(false);
    }
}
