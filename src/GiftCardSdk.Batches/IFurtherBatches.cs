namespace GiftCardSdk.Batches;

/// <summary>Batches that are kept in another way than those of one process, and are found and listed with them.</summary>
internal interface IFurtherBatches
{
    /// <inheritdoc cref="IGiftCardBatches.FindAsync"/>
    Task<BatchSummary?> FindAsync(string name, CancellationToken cancellationToken);

    /// <inheritdoc cref="IGiftCardBatches.ListAsync"/>
    IAsyncEnumerable<BatchSummary> ListAsync(CancellationToken cancellationToken);
}
