using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Quartz;

/// <summary>
/// Writes the chunks of a batch down and tells Quartz of them. May be broken off at any point and done again by any node: what is there stays.
/// </summary>
internal sealed class BatchOpening(ClusterBook book, ChunkTriggers triggers, ILogger<BatchOpening> logger)
{
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 16 };

    public async Task OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (await book.FindBatchAsync(name, cancellationToken).ConfigureAwait(false) is not { Row.State: ClusterBatchState.Opening } head)
        {
            return;
        }

        var chunks = await book.ReadChunksAsync(name, cancellationToken).ConfigureAwait(false);
        var known = chunks.ToDictionary(ClusterBook.NumberOf);
        var open = new ConcurrentBag<int>();
        await Parallel
            .ForEachAsync(
                Enumerable.Range(1, head.Row.Chunks),
                SideBySide,
                async (number, _) =>
                {
                    if (await OpenAsync(head, number, known.GetValueOrDefault(number)).ConfigureAwait(false))
                    {
                        open.Add(number);
                    }
                }
            )
            .ConfigureAwait(false);
        var next = head.Row.Chunks == 0 ? ClusterBatchState.Ended : ClusterBatchState.Running;
        if (await book.TryWriteAsync(head, head.Row with { State = next }).ConfigureAwait(false) is null)
        {
            // Another node has opened it meanwhile, or somebody has stopped it.
            return;
        }

        ClusterLog.Opened(logger, name, head.Row.Lines, head.Row.Chunks);
        await TellAsync(name, open.Order(), cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether the chunk is to be carried out.</returns>
    private async ValueTask<bool> OpenAsync(Kept<BatchRow> head, int number, Kept<ChunkRow>? known)
    {
        if (known is null)
        {
            await book.TryAddChunkAsync(head, number).ConfigureAwait(false);
            return true;
        }

        var isBought = known.Row.Progress?.Done == head.Row.LinesOf(number);
        if (known.Row.State == ClusterChunkState.Done && !isBought && known.Row.Start != head.Row.Start)
        {
            await book.TryWriteAsync(known, known.Row with { State = ClusterChunkState.Waiting, Start = head.Row.Start })
                .ConfigureAwait(false);
            return true;
        }

        return known.Row.State != ClusterChunkState.Done;
    }

    private async Task TellAsync(string name, IEnumerable<int> chunks, CancellationToken cancellationToken)
    {
        try
        {
            await triggers.ScheduleAsync(name, chunks, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            ClusterLog.NotScheduled(logger, name, failure);
        }
    }
}
