using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Quartz;

/// <summary>What ends a batch.</summary>
internal static class ClusterBookExtensions
{
    /// <summary>Ends a batch whose chunks are all done. Has one got lost, it is opened again: the journal knows what was bought of it.</summary>
    public static async Task EndIfDoneAsync(this ClusterBook book, string name, ILogger logger)
    {
        await foreach (var _ in book.ListChunksAsync(name, isOpen: true).ConfigureAwait(false))
        {
            return;
        }

        var head = await book.FindBatchAsync(name).ConfigureAwait(false);
        if (head is not { Row: { State: ClusterBatchState.Running, IsPurged: false } })
        {
            return;
        }

        var chunks = await book.ReadChunksAsync(name).ConfigureAwait(false);
        var done = chunks.Count(static chunk => chunk.Row.State == ClusterChunkState.Done);
        var next = done == head.Row.Chunks ? ClusterBatchState.Ended : ClusterBatchState.Opening;
        if (
            await book.TryWriteAsync(head, head.Row with { State = next }).ConfigureAwait(false) is not null
            && next == ClusterBatchState.Ended
        )
        {
            ClusterLog.Ended(logger, name);
        }
    }

    /// <param name="book">The book.</param>
    /// <param name="name">The batch.</param>
    /// <param name="start">Which start of it is stopped; null for whichever runs.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether it ran, and does no more.</returns>
    public static async Task<bool> TryStopAsync(this ClusterBook book, string name, int? start, CancellationToken cancellationToken)
    {
        while (
            await book.FindBatchAsync(name, cancellationToken).ConfigureAwait(false)
                is { Row: { State: ClusterBatchState.Running or ClusterBatchState.Opening, IsPurged: false } } head
            && (start is null || head.Row.Start == start)
        )
        {
            if (await book.TryWriteAsync(head, head.Row with { State = ClusterBatchState.Stopped }).ConfigureAwait(false) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
