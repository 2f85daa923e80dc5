using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>How far a batch is, from how far its chunks are.</summary>
internal static class ProgressSum
{
    public static BatchProgress Of(string name, long lines, TimeSpan elapsed, IReadOnlyList<ClusterChunk> chunks)
    {
        var told = chunks.Select(static chunk => chunk.Progress).OfType<BatchProgress>().ToList();
        var rate = chunks
            .Where(static chunk => chunk.State == ClusterChunkState.Running)
            .Sum(static chunk => chunk.Progress?.LinesPerSecond ?? 0);
        var left = lines - told.Sum(static chunk => chunk.Ended);
        return new()
        {
            Name = name,
            ExpectedLines = lines,
            Bought = told.Sum(static chunk => chunk.Bought),
            BoughtBefore = told.Sum(static chunk => chunk.BoughtBefore),
            Refused = told.Sum(static chunk => chunk.Refused),
            Changed = told.Sum(static chunk => chunk.Changed),
            Unknown = told.Sum(static chunk => chunk.Unknown),
            Parked = told.Sum(static chunk => chunk.Parked),
            NotPlaced = told.Sum(static chunk => chunk.NotPlaced),
            Waiting = told.Sum(static chunk => chunk.Waiting),
            Elapsed = elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero,
            LinesPerSecond = rate,
            TimeLeft =
                left == 0 ? TimeSpan.Zero
                : rate > 0 && left / rate < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(left / rate)
                : null,
            Spending =
            [
                .. told.SelectMany(static chunk => chunk.Spending)
                    .GroupBy(static spent => spent.Currency, StringComparer.Ordinal)
                    .OrderBy(static spent => spent.Key, StringComparer.Ordinal)
                    .Select(static spent => spent.Aggregate(Add)),
            ],
        };
    }

    private static BatchSpending Add(BatchSpending one, BatchSpending other) =>
        one with
        {
            FaceValue = one.FaceValue + other.FaceValue,
            FaceValueBefore = one.FaceValueBefore + other.FaceValueBefore,
            Cost = one.Cost + other.Cost,
            OrdersOfUnknownCost = one.OrdersOfUnknownCost + other.OrdersOfUnknownCost,
        };
}
