using System.Globalization;
using System.Text.Json.Nodes;
using GiftCardSdk.Batches;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Reports;

/// <summary>How far batches have come; the one place where their rows are shown.</summary>
internal sealed class BatchReport(IReadOnlyList<BatchSummary> batches) : Report
{
    public static async Task<BatchReport> ReadAsync(Session session, string? name, CancellationToken cancellationToken)
    {
        var all = session.GiftCards.Batches;
        if (name is not null)
        {
            var one = await all.FindAsync(name, cancellationToken).ConfigureAwait(false);
            return new([one ?? throw new ToolException($"The journal knows no batch '{name}'.", Tool.ExitCode.NotFound)]);
        }

        var found = new List<BatchSummary>();
        await foreach (var batch in all.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(batch);
        }

        return new(found);
    }

    public override JsonNode ToJson() => Json.Array(batches, Batch);

    public override void Show(Screen screen)
    {
        screen.Table(
            "The journal knows no batch.",
            ["batch", "bought", "refused", "open", "of", "begun", "last news"],
            batches.Select(static batch =>
                new[]
                {
                    batch.HasEnded ? $"{batch.Name} (ended)" : batch.Name,
                    Count(batch.Progress.Bought + batch.Progress.BoughtBefore),
                    Count(batch.Progress.Refused + batch.Progress.Changed),
                    Count(batch.Progress.Unknown + batch.Progress.Parked + batch.Progress.NotPlaced),
                    batch.Progress.ExpectedLines is { } lines ? Count(lines) : "",
                    Words.Of(batch.FirstBegun),
                    Words.Of(batch.UpdatedAt),
                }
            )
        );
        foreach (var batch in batches)
        {
            foreach (var spent in batch.Progress.Spending)
            {
                screen.Line(
                    $"{batch.Name}: {spent.FaceValue} of face value bought by its last run, {spent.FaceValueBefore} before, {spent.Cost} known to be paid"
                );
            }
        }
    }

    private static string Count(long lines) => lines.ToString(CultureInfo.InvariantCulture);

    private static JsonNode Batch(BatchSummary batch) =>
        new JsonObject
        {
            ["name"] = batch.Name,
            ["firstBegun"] = Json.Of(batch.FirstBegun),
            ["lastBegun"] = Json.Of(batch.LastBegun),
            ["updatedAt"] = Json.Of(batch.UpdatedAt),
            ["hasEnded"] = batch.HasEnded,
            ["expectedLines"] = batch.Progress.ExpectedLines,
            ["bought"] = batch.Progress.Bought,
            ["boughtBefore"] = batch.Progress.BoughtBefore,
            ["refused"] = batch.Progress.Refused,
            ["changed"] = batch.Progress.Changed,
            ["unknown"] = batch.Progress.Unknown,
            ["parked"] = batch.Progress.Parked,
            ["notPlaced"] = batch.Progress.NotPlaced,
            ["spending"] = Json.Array(
                batch.Progress.Spending,
                static spent => new JsonObject
                {
                    ["faceValue"] = Json.Of(spent.FaceValue),
                    ["faceValueBefore"] = Json.Of(spent.FaceValueBefore),
                    ["cost"] = Json.Of(spent.Cost),
                    ["ordersOfUnknownCost"] = spent.OrdersOfUnknownCost,
                }
            ),
        };
}
