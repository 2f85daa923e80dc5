using System.Text.Json.Nodes;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What the journal says of an order after a person's word.</summary>
internal sealed class MarkReport(JournalEntry entry) : Report
{
    public override JsonNode ToJson() => OrderJson.Of(entry);

    public override void Show(Screen screen) =>
        screen.Line($"{entry.Identity.Reference} at {entry.Identity.Account} is {Words.Of(entry.State)}.");
}
