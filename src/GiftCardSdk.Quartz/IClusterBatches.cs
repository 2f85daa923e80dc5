using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>
/// Batches that all nodes on one journal carry out together. What is left of one is read from its own records beside the orders, and never from Quartz;
/// whether a line is bought is the order journal's word alone. Safe for use by many callers at once, on any node.
/// </summary>
public interface IClusterBatches
{
    /// <summary>
    /// Hands a batch over. Again under the same name: one that runs is left alone, one that was stopped goes on, and of one that has ended the chunks
    /// with lines that are not bought are carried out once more.
    /// </summary>
    /// <param name="name">What it is called, 1 to 200 characters.</param>
    /// <param name="options">What it is. Source, parameter, account and chunk size never change; the rest may with each start.</param>
    /// <param name="cancellationToken">Ends the waiting; if the batch was written down by then, the nodes carry it out.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">Name or options are not right, or this node has no such source.</exception>
    /// <exception cref="InvalidOperationException">
    /// A batch of that name has other lines, or the nodes have no journal in common.
    /// </exception>
    /// <exception cref="OrderJournalException">The journal cannot be read or written.</exception>
    Task<ClusterBatch> StartAsync(string name, ClusterBatchOptions options, CancellationToken cancellationToken = default);

    /// <summary>Stops a batch on all nodes: within two beats none begins a further line of it, and lines under way end.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False if there is no such batch, or it is not running.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read or written.</exception>
    Task<bool> StopAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Finds a batch and how far it is.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The batch; null if there is none.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    Task<ClusterBatch?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Streams all batches that are not purged, oldest first.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The batches.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<ClusterBatch> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Walks the source and reads from the journal what has become of each line by now, in the order of the list. No provider is asked.
    /// </summary>
    /// <param name="name">What the batch is called.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One result a line; see <see cref="IGiftCardBatches.FindLineAsync"/>.</returns>
    /// <exception cref="ArgumentException">There is no such batch, or this node does not have its source.</exception>
    /// <exception cref="InvalidOperationException">The source has fewer lines than it had.</exception>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<BatchResult> ReadResultsAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes what is kept of batches that have ended or were stopped. Their orders stay in the journal.</summary>
    /// <param name="olderThan">Only those that have stood so for longer; zero for all.</param>
    /// <param name="cancellationToken">Ends the work; what was removed stays so.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read or written.</exception>
    Task<int> PurgeAsync(TimeSpan olderThan, CancellationToken cancellationToken = default);
}
