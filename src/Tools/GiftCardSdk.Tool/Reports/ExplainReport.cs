using System.Text.Json.Nodes;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What happened to an order, and what would be safe now.</summary>
internal sealed class ExplainReport(OrderExplanation explanation) : Report
{
    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["entry"] = OrderJson.Of(explanation.Entry),
            ["story"] = Json.Array(explanation.Story, static sentence => sentence),
            ["safeNow"] = Json.Array(explanation.SafeNow, static sentence => sentence),
        };

    public override void Show(Screen screen)
    {
        var entry = explanation.Entry;
        screen.Facts(
            ("reference", entry.Identity.Reference.Value),
            ("account", $"{entry.Identity.Account} ({entry.Identity.Provider}, {Words.Environment(entry.Identity.Environment)})"),
            ("provider's key", entry.ProviderKey),
            ("state", Words.Of(entry.State))
        );
        screen.Line("What happened:");
        Sentences(screen, explanation.Story);
        screen.Line("What is safe now:");
        Sentences(screen, explanation.SafeNow);
    }

    private static void Sentences(Screen screen, IEnumerable<string> sentences) =>
        screen.Facts(sentences.Select(static sentence => ("-", sentence)));
}
