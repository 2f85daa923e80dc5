using System.Globalization;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>One order: what happened, what would be safe now, and a person's word where nothing else decides.</summary>
internal static class OrderPage
{
    private const int LongestWhy = 500;
    private const int LongestId = 200;

    public static async Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        if (IdentityOf(visit) is not { } identity)
        {
            return DashboardPage.Message("No such order", "The address does not name an order.", 400);
        }

        var journal = visit.State.GiftCards.Journal;
        return await journal.ExplainAsync(identity, visit.Aborted).ConfigureAwait(false) is { } told
            ? new(identity.Reference.Value, Write(visit, told, await HistoryAsync(visit, told.Entry).ConfigureAwait(false)))
            : DashboardPage.Message("No such order", $"The journal has no order '{identity.Reference}'.", 404);
    }

    /// <summary>Writes down what a person says became of the order.</summary>
    public static async Task<DashboardPage> MarkAsync(DashboardVisit visit, string who)
    {
        if (IdentityOf(visit) is not { } identity)
        {
            return DashboardPage.Message("No such order", "The address does not name an order.", 400);
        }

        if (MistakeOf(visit) is { } mistake)
        {
            return DashboardPage.Message("Not marked", mistake, 400);
        }

        var journal = visit.State.GiftCards.Journal;
        if (
            await journal.ExplainAsync(identity, visit.Aborted).ConfigureAwait(false) is { } now
            && SeenOf(now.Entry) != visit.Field("seen")
        )
        {
            return DashboardPage.Message("Not marked", "The order has changed since you opened its page: look at it again.", 409);
        }

        try
        {
            var mark =
                visit.Field("end") == "bought"
                    ? OrderMark.Accepted(visit.Field("id"), who, visit.Field("why"))
                    : OrderMark.Refused(who, visit.Field("why"));
            var entry = await journal.MarkAsync(identity, mark, visit.Aborted).ConfigureAwait(false);
            DashboardLog.Marked(visit.State.Logger, who, identity.Reference, identity.Account, entry.State);
            return DashboardPage.To(visit.LinkTo(identity, told: "marked"));
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            return DashboardPage.Message("Not marked", Words.Said(refused), 409);
        }
    }

    private static string? MistakeOf(DashboardVisit visit)
    {
        var (end, id, why) = (visit.Field("end"), visit.Field("id"), visit.Field("why"));
        return end is not ("bought" or "refused") ? "Say what became of the order: bought, or certainly not."
            : end == "bought" && (id.Length is 0 or > LongestId || id.Any(char.IsControl))
                ? $"An order that was bought has the provider's id: 1 to {LongestId} characters."
            : end == "refused" && visit.Field("looked") != "yes"
                ? "Look for the order in the provider's portal first, and say that you have: a wrong \"not bought\" lets it be bought a second time."
            : why.Length is 0 or > LongestWhy ? $"Say what it rests on: 1 to {LongestWhy} characters."
            : why.Contains('@', StringComparison.Ordinal) || why.Contains("://", StringComparison.Ordinal)
                ? "Say it without an address or a link: the journal keeps this."
            : null;
    }

    /// <summary>
    /// What a person has decided on. A page that lay open while the order was marked by somebody else, and placed and sent again, speaks of another
    /// send; look-ups alone change nothing.
    /// </summary>
    private static string SeenOf(JournalEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.State}/{entry.Attempt}/{entry.LastSentAt?.UtcTicks}");

    private static OrderIdentity? IdentityOf(DashboardVisit visit)
    {
        try
        {
            return Enum.TryParse<GiftCardEnvironment>(visit.Query("environment"), out var environment) && Enum.IsDefined(environment)
                ? new(visit.Query("provider"), environment, visit.Query("account"), visit.Query("operation"), visit.Query("reference"))
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What was seen of the order since. The journal knows accounts by ids of its own, so each account of the provider is asked.</summary>
    private static async Task<OrderHistory?> HistoryAsync(DashboardVisit visit, JournalEntry entry)
    {
        if (entry is not { State: OrderJournalState.Accepted, Identity: { Operation: OrderIdentity.PlaceOrder } identity })
        {
            return null;
        }

        var giftCards = visit.State.GiftCards;
        foreach (var account in giftCards.Accounts.Where(account => account.Provider == identity.Provider))
        {
            var history = await giftCards.History.FindAsync(account.Name, identity.Reference, visit.Aborted).ConfigureAwait(false);
            if (history?.Entry.Identity == identity)
            {
                return history;
            }
        }

        return null;
    }

    private static Html Write(DashboardVisit visit, OrderExplanation told, OrderHistory? history) =>
        Html.Of(html =>
        {
            var entry = told.Entry;
            html.Add($"<h1>{entry.Identity.Reference.Value}</h1><p>{OrdersPage.End(entry.State)}");
            html.Add($""" <span class="soft">for {Words.Span(visit.Now - entry.CreatedAt)}</span></p>""");
            Sentences(html, "What happened", told.Story);
            Sentences(html, "What would be safe now", told.SafeNow);
            if (history is not null)
            {
                // The first sentence tells of the purchase once more.
                Sentences(html, "What became of it", [.. history.Story.Skip(1)]);
            }

            Lines(html, entry);
            if (entry.State is OrderJournalState.Parked or OrderJournalState.Unknown or OrderJournalState.Absent)
            {
                Mark(html, visit, entry);
            }
        });

    private static void Sentences(Html html, string title, IReadOnlyList<string> sentences)
    {
        html.Add($"<section><h2>{title}</h2><ol>");
        foreach (var sentence in sentences)
        {
            html.Add($"<li>{sentence}</li>");
        }

        html.Add($"</ol></section>");
    }

    private static void Lines(Html html, JournalEntry entry)
    {
        html.Add($"<section><h2>What was ordered</h2><table><thead><tr><th>Product<th>Face value<th>Cards</tr></thead><tbody>");
        foreach (var line in entry.Lines)
        {
            html.Add(
                $"""<tr><td>{line.ProductId}</td><td data-label="Face value">{line.FaceValue.ToString()}</td><td data-label="Cards">{line.Quantity}</td></tr>"""
            );
        }

        html.Add($"</tbody></table></section>");
    }

    private static void Mark(Html html, DashboardVisit visit, JournalEntry entry)
    {
        html.Add(
            $"<section><h2>Mark</h2><p>Look for <strong>{entry.ProviderKey}</strong> in the portal of {entry.Identity.Provider}, or ask its support. What you say is written down with your name, and final.</p>"
        );
        html.Add(
            $"""{visit.BeginForm(visit.LinkTo(entry.Identity, "order/mark"))}<input type="hidden" name="seen" value="{SeenOf(entry)}">"""
        );
        html.Add(
            $"""<label><input type="radio" name="end" value="bought" required> It was bought</label><label>The provider's id of the order<input name="id" maxlength="{LongestId}"></label>"""
        );
        if (entry.State != OrderJournalState.Absent)
        {
            html.Add(
                $"""<label><input type="radio" name="end" value="refused"> It was certainly not bought: its reference may buy again</label><label><input type="checkbox" name="looked" value="yes"> I have looked for it, and it is not there</label>"""
            );
        }

        html.Add(
            $"""<label>Why: what it rests on, and nothing of a recipient<textarea name="why" rows="2" required maxlength="{LongestWhy}"></textarea></label><button>Mark</button></form></section>"""
        );
    }
}
