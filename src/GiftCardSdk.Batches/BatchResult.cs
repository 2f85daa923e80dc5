namespace GiftCardSdk.Batches;

/// <summary>What became of one line.</summary>
/// <param name="Number">Where the line stands in the list, from 1.</param>
/// <param name="Line">The line.</param>
/// <param name="Status">What became of it.</param>
public sealed record BatchResult(long Number, BatchLine Line, BatchLineStatus Status)
{
    /// <summary>
    /// The order, with its cards as the provider gave them with the purchase; null if nothing was bought, and where the journal alone knows of it: then
    /// read it by <see cref="OrderId"/> from its account.
    /// </summary>
    public Order? Order { get; init; }

    /// <summary>The provider's id of the order; null if nothing was bought.</summary>
    public string? OrderId { get; init; }

    /// <summary>
    /// Whether it had been bought before this run came to it: by an earlier run, another process, another line of the same reference, or the application.
    /// </summary>
    public bool WasBoughtBefore { get; init; }

    /// <summary>Why nothing was bought, or why it is not known; null where nothing failed.</summary>
    public GiftCardException? Failure { get; init; }

    /// <summary>Number, reference and status; never a recipient or a card.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        FormattableString.Invariant(
            $"BatchResult {{ {Number}, {Line.Request.Reference}, {Status}, OrderId = {OrderId}, Failure = {Failure?.Code} }}"
        );
}

/// <summary>What became of a line.</summary>
public enum BatchLineStatus
{
    /// <summary>It is bought, now or before.</summary>
    Bought = 0,

    /// <summary>No card comes of it; <see cref="BatchResult.Failure"/> says why. Trying again changes nothing unless what it says is mended.</summary>
    Refused,

    /// <summary>
    /// Its reference stands for other content: the line has changed since, or another order has the reference. Nothing was bought for the line as it is
    /// now. A new order needs a new reference.
    /// </summary>
    Changed,

    /// <summary>It was sent, and it is not known whether it was bought. Run the batch again later: it is looked up first, and never bought twice.</summary>
    Unknown,

    /// <summary>It may have been bought, and a person has to decide (<see cref="IGiftCardJournal.MarkAsync(OrderIdentity, OrderMark, CancellationToken)"/>).</summary>
    Parked,

    /// <summary>Nothing was bought, for certain, and what was in the way may pass: patience ran out, or the batch was stopped. Run it again.</summary>
    NotPlaced,
}
