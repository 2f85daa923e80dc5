namespace GiftCardSdk.Batches;

/// <summary>
/// Carries out lists of orders. What was bought is known by the order journal alone, reference by reference: a list that was interrupted is run again
/// from its beginning, and nothing in it is bought twice. Safe for use by many callers at once.
/// </summary>
public interface IGiftCardBatches
{
    /// <summary>
    /// Places every line and streams what became of each, as it ends and not in the order of the list. Begins when it is enumerated; whoever stops
    /// enumerating begins no further lines, and what was sent goes on.
    /// </summary>
    /// <param name="name">What the batch is called, 1 to 200 characters; the same name again goes on with it.</param>
    /// <param name="lines">The lines, read once and only as fast as they are placed; each has a reference of its own.</param>
    /// <param name="options">How it is carried out; null for the usual way.</param>
    /// <param name="cancellationToken">Ends it at once: the waiting, never a purchase. <see cref="BatchControl.Stop"/> lets begun lines end first.</param>
    /// <returns>One result a line that has ended. What the list itself throws is thrown here, after the results of what was begun before.</returns>
    /// <exception cref="ArgumentException">The name or an option is not right.</exception>
    /// <exception cref="InvalidOperationException">
    /// At the first result: a batch of that name was run at another <see cref="BatchOptions.Account"/> before, and would be bought again at this one.
    /// </exception>
    IAsyncEnumerable<BatchResult> RunAsync(
        string name,
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>The same for lines of one account, <see cref="BatchOptions.Account"/>.</summary>
    /// <inheritdoc cref="RunAsync(string, IAsyncEnumerable{BatchLine}, BatchOptions?, CancellationToken)"/>
    IAsyncEnumerable<BatchResult> RunAsync(
        string name,
        IAsyncEnumerable<OrderRequest> orders,
        BatchOptions options,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// What a batch would come to: a dry run that buys nothing. The journal says what is bought already; each product is read once, and the balances of
    /// the accounts last. Of the list no line is kept.
    /// </summary>
    /// <param name="lines">The lines, read once.</param>
    /// <param name="options">How it would be carried out; null for the usual way. Of it, the account counts.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The bill, with what was found about lines.</returns>
    /// <exception cref="ArgumentException">An option is not right.</exception>
    /// <exception cref="GiftCardException">The journal or a catalog could not be read.</exception>
    Task<BatchBill> CheckAsync(
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Carries out one line as a batch does, with the same patience and the same answers: for a queue or a scheduler that brings lines by itself.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="options">How it is carried out; null for the usual way. Of it, account, patience, delays and checks count.</param>
    /// <param name="cancellationToken">Stops the waiting, never a purchase.</param>
    /// <returns>What became of it; its number is 1. A refusal is a result and not thrown.</returns>
    /// <exception cref="ArgumentException">An option is not right.</exception>
    Task<BatchResult> RunLineAsync(BatchLine line, BatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out a part of a list as a batch does, and keeps nothing of it: for a scheduler or a queue that brings many lines at once, and keeps by itself
    /// how far it is.
    /// </summary>
    /// <param name="lines">The lines, read once and only as fast as they are placed; each has a reference of its own.</param>
    /// <param name="options">How they are carried out; null for the usual way.</param>
    /// <param name="cancellationToken">Ends it at once: the waiting, never a purchase.</param>
    /// <returns>One result a line that has ended; numbers count from 1 in this part. What the list itself throws is thrown here.</returns>
    /// <exception cref="ArgumentException">An option is not right.</exception>
    IAsyncEnumerable<BatchResult> RunLinesAsync(
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>What has become of a line by what the journal knows now. Nothing is sent, and no provider is asked.</summary>
    /// <param name="line">The line.</param>
    /// <param name="options">Of it, the account counts; null where the line names its own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// What became of it; its number is 1. <see cref="BatchLineStatus.NotPlaced"/> if it was not sent yet, and <see cref="BatchLineStatus.Unknown"/> while it
    /// is under way. The order itself is read by <see cref="BatchResult.OrderId"/> from its account.
    /// </returns>
    /// <exception cref="ArgumentException">The line names no account that there is, or its order makes no sense.</exception>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    Task<BatchResult> FindLineAsync(BatchLine line, BatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>What is kept of a batch: when it ran, and what it had come to. Written now and then, so it may be some seconds old.</summary>
    /// <param name="name">What the batch is called.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The summary of the run that wrote last, or of the cluster where <c>AddGiftCardBatches()</c> was called; null if no batch of that name has begun.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    Task<BatchSummary?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Streams what is kept of all batches, oldest first; those of the cluster behind those of single processes.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The summaries.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<BatchSummary> ListAsync(CancellationToken cancellationToken = default);
}
