namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>What handlers have failed at for good, and hints that could not be read back.</summary>
internal static class InboxPage
{
    private const int Most = 100;

    public static async Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        var (parked, count) = (new List<ParkedEvent>(), 0);
        await foreach (var one in visit.State.GiftCards.Webhooks.ListParkedAsync(visit.Aborted).ConfigureAwait(false))
        {
            if (count++ < Most)
            {
                parked.Add(one);
            }
        }

        return new(
            "Inbox",
            Html.Of(html =>
            {
                html.Add(
                    $"""<h1>Inbox</h1><p class="soft">{Words.Many(count, "event", "events")} given up{(count > Most ? $", the oldest {Most} of which follow" : "")}.</p>"""
                );
                foreach (var one in parked)
                {
                    Write(html, visit, one);
                }
            })
        );
    }

    public static async Task<int> CountAsync(DashboardVisit visit)
    {
        var count = 0;
        await foreach (var _ in visit.State.GiftCards.Webhooks.ListParkedAsync(visit.Aborted).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    public static Task<DashboardPage> RedeliverAsync(DashboardVisit visit, string who) =>
        ChangeAsync(
            visit,
            "redelivered",
            (webhooks, id) => webhooks.RedeliverAsync(id, visit.Aborted),
            id => DashboardLog.Redelivered(visit.State.Logger, who, id)
        );

    public static Task<DashboardPage> DropAsync(DashboardVisit visit, string who) =>
        ChangeAsync(
            visit,
            "dropped",
            (webhooks, id) => webhooks.DropAsync(id, visit.Aborted),
            id => DashboardLog.Dropped(visit.State.Logger, who, id)
        );

    private static async Task<DashboardPage> ChangeAsync(
        DashboardVisit visit,
        string told,
        Func<IGiftCardWebhooks, string, Task<bool>> change,
        Action<string> log
    )
    {
        var id = visit.Field("id");
        if (id.Length == 0)
        {
            return DashboardPage.Message("Nothing changed", "The form does not name an event.", 400);
        }

        var isChanged = await change(visit.State.GiftCards.Webhooks, id).ConfigureAwait(false);
        if (isChanged)
        {
            log(id);
        }

        return DashboardPage.To(visit.Link("inbox", ("told", isChanged ? told : "gone")));
    }

    private static void Write(Html html, DashboardVisit visit, ParkedEvent parked)
    {
        var said = parked.Event;
        html.Add(
            $"""<section><h2>{said?.Kind.Value ?? "Hint: an order to be read back"}</h2><p>{parked.Account}{(said?.Reference is { } reference ? $", order {reference.Value}" : "")}{(said?.OrderId is { } order ? $", the provider's {order}" : "")}{(said?.RawKind is { } word ? $", in its words {word}" : "")}; <span class="soft">tried {Words.Many(parked.Tries, "time", "times")}, given up {Words.Span(visit.Now - parked.ParkedAt)} ago</span></p><ul>"""
        );
        foreach (var (handler, failure) in parked.Failures)
        {
            html.Add($"""<li>{handler}: <span class="bad">{failure}</span></li>""");
        }

        html.Add($"</ul>");
        Button(html, visit, parked, "redeliver", "Deliver again", "");
        Button(html, visit, parked, "drop", "Drop", "quiet");
        html.Add($"</section>");
    }

    private static void Button(Html html, DashboardVisit visit, ParkedEvent parked, string action, string title, string style) =>
        html.Add(
            $"""{visit.BeginForm(visit.Link($"inbox/{action}"), "line")}<input type="hidden" name="id" value="{parked.Id}"><button class="{style}">{title}</button></form>"""
        );
}
