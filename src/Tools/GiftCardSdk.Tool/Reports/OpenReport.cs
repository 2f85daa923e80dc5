using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Reports;

/// <summary>The orders whose end is open, oldest first.</summary>
internal sealed class OpenReport : Report
{
    private readonly List<JournalEntry> _entries = [];
    private readonly DateTimeOffset _now;
    private JournalGap? _gap;

    private OpenReport(DateTimeOffset now) => _now = now;

    public override int ExitCode =>
        _entries.Exists(static entry => entry.State == OrderJournalState.Parked) ? Tool.ExitCode.Attention : Tool.ExitCode.Done;

    public static async Task<OpenReport> ReadAsync(Session session, CancellationToken cancellationToken)
    {
        var report = new OpenReport(session.Time.GetUtcNow());
        await foreach (var entry in session.GiftCards.Journal.ListUnresolvedAsync(cancellationToken).ConfigureAwait(false))
        {
            report._entries.Add(entry);
        }

        report._gap = await session.GiftCards.Journal.FindGapAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["orders"] = Json.Array(_entries, OrderJson.Of),
            ["gap"] = _gap is null ? null : new JsonObject { ["from"] = Json.Of(_gap.From), ["to"] = Json.Of(_gap.To) },
        };

    public override void Show(Screen screen)
    {
        screen.Table(
            "No order is open.",
            ["reference", "account", "state", "for", "value", "last error"],
            _entries.Select(entry =>
                new[]
                {
                    entry.Identity.Reference.Value,
                    entry.Identity.Account,
                    Words.Of(entry.State),
                    Words.Of(_now - (entry.FirstSentAt ?? entry.CreatedAt)),
                    string.Join(", ", entry.Lines.Select(static line => line.FaceValue * line.Quantity)),
                    entry.LastErrorCode is { } code ? Words.Of(code) : "",
                }
            )
        );
        if (_entries.Count > 0)
        {
            screen.Line("giftcards explain REFERENCE says why, and what is safe.");
        }

        if (_gap is { } gap)
        {
            screen.Alert($"Orders of {Words.Of(gap.From)} to {Words.Of(gap.To)} may be missing: the journal was restored.");
        }
    }
}
