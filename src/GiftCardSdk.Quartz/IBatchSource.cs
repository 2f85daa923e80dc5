using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>
/// A list of lines that every node can read by itself, from any line on: a table, a file that all have. Recipients never reach the journal, so what is
/// shared between the nodes holds no line, and each node asks its own source.
/// </summary>
/// <remarks>
/// The same number is always the same line with the same reference, on every node and whenever it is read, for as long as the batch is not purged: read
/// by a key that never changes, and never delete or insert before the end. Made anew, in a scope of its own, for each chunk.
/// </remarks>
public interface IBatchSource
{
    /// <summary>How many lines there are. Asked when a batch is handed over; the batch keeps that number.</summary>
    /// <param name="parameter">The text of <see cref="ClusterBatchOptions.Parameter"/>; null if the batch has none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Zero or more.</returns>
    ValueTask<long> CountAsync(string? parameter, CancellationToken cancellationToken = default);

    /// <summary>Reads lines in their order.</summary>
    /// <param name="parameter">The text of <see cref="ClusterBatchOptions.Parameter"/>; null if the batch has none.</param>
    /// <param name="first">The number of the first line that is wanted; the list begins with 1.</param>
    /// <param name="count">How many lines are wanted, 1 or more; never beyond the end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Exactly so many lines.</returns>
    IAsyncEnumerable<BatchLine> ReadAsync(string? parameter, long first, int count, CancellationToken cancellationToken = default);
}
