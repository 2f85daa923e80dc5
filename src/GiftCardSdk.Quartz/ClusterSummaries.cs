using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>The batches of the cluster among all batches, so that what shows those shows these.</summary>
internal sealed class ClusterSummaries(IClusterBatches batches) : IFurtherBatches
{
    public async Task<BatchSummary?> FindAsync(string name, CancellationToken cancellationToken) =>
        await batches.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } batch ? SummaryOf(batch) : null;

    public async IAsyncEnumerable<BatchSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return SummaryOf(batch);
        }
    }

    private static BatchSummary SummaryOf(ClusterBatch batch) =>
        new(
            batch.Name,
            batch.CreatedAt,
            batch.CreatedAt,
            batch.CreatedAt + batch.Progress.Elapsed,
            batch.State == ClusterBatchState.Ended,
            batch.Progress
        );
}
