namespace GiftCardSdk;

/// <summary>The order journal by hand: what is open, why, what is safe, and a person's word where nothing else decides.</summary>
public interface IGiftCardJournal
{
    /// <summary>
    /// Looks once at every open order, whenever it was looked at last. Only looks, and never buys, unless an <see cref="IOrderRequestSource"/>
    /// is registered. Under a host the same happens in the background.
    /// </summary>
    /// <param name="cancellationToken">Ends the pass; what was found out by then is written and reported.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    Task<ResolveSummary> ResolveAsync(CancellationToken cancellationToken = default);

    /// <summary>Streams what is open, oldest first: orders that are being sent, unknown or parked, of all accounts.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries; nothing secret is in them.</returns>
    IAsyncEnumerable<JournalEntry> ListUnresolvedAsync(CancellationToken cancellationToken = default);

    /// <summary>Says what happened to an order and what would be safe now, from the journal alone; no provider is asked.</summary>
    /// <param name="identity">Which order, as it stands in a <see cref="JournalEntry"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The explanation, in English; null if the journal does not know the order.</returns>
    Task<OrderExplanation?> ExplainAsync(OrderIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>The same as <see cref="ExplainAsync(OrderIdentity, CancellationToken)"/>, for an order of a configured account.</summary>
    /// <param name="account">The name of the account; it must be configured.</param>
    /// <param name="reference">The caller's own id of the order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The explanation, in English; null if the journal does not know the order.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    Task<OrderExplanation?> ExplainAsync(string account, OrderReference reference, CancellationToken cancellationToken = default);

    /// <summary>
    /// What the journal knows of an order, and whether it stands for the same content; no provider is asked. For whoever takes a list of orders up
    /// again: what is finished need not be placed, and read back from its provider, to know so.
    /// </summary>
    /// <param name="account">The name of the account; it must be configured.</param>
    /// <param name="request">The order as it would be placed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The comparison; null if the journal does not know the order's reference.</returns>
    /// <exception cref="ArgumentException">There is no such account, or the order makes no sense.</exception>
    /// <exception cref="GiftCardException">The order does not fit the account, or the journal cannot be read.</exception>
    Task<JournalComparison?> CompareAsync(string account, OrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down what a person found out about an order that is parked, unknown, or believed absent. Look for its
    /// <see cref="JournalEntry.ProviderKey"/> in the provider's portal first: a wrong "refused" lets the reference buy a second time.
    /// </summary>
    /// <param name="identity">Which order, as it stands in a <see cref="JournalEntry"/>.</param>
    /// <param name="mark">What became of it, who says so, and why.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The entry as it now stands.</returns>
    /// <exception cref="ArgumentException">The journal does not know the order.</exception>
    /// <exception cref="InvalidOperationException">
    /// The order has an end already, is being sent or looked up at the moment, or is free anyway; the message says which.
    /// </exception>
    Task<JournalEntry> MarkAsync(OrderIdentity identity, OrderMark mark, CancellationToken cancellationToken = default);

    /// <summary>The same as <see cref="MarkAsync(OrderIdentity, OrderMark, CancellationToken)"/>, for an order of a configured account.</summary>
    /// <param name="account">The name of the account; it must be configured.</param>
    /// <param name="reference">The caller's own id of the order.</param>
    /// <param name="mark">What became of it, who says so, and why.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The entry as it now stands.</returns>
    /// <exception cref="ArgumentException">There is no such account, or the journal does not know the order.</exception>
    /// <exception cref="InvalidOperationException">
    /// The order has an end already, is being sent or looked up at the moment, or is free anyway; the message says which.
    /// </exception>
    Task<JournalEntry> MarkAsync(string account, OrderReference reference, OrderMark mark, CancellationToken cancellationToken = default);

    /// <summary>
    /// Moves all orders of an account to another id, for an account that was renamed without keeping its earlier name as <c>JournalId</c>. At every
    /// instant one of the two ids knows each order, so that no reference is bought twice meanwhile; an interrupted move is taken up by
    /// calling again. Call it before orders are placed under the new name, with every process that uses the old one stopped.
    /// </summary>
    /// <param name="oldId">The id that the orders stand under: the account's earlier name, or its <c>JournalId</c>. No account may be configured with it.</param>
    /// <param name="newId">The id that they shall stand under.</param>
    /// <param name="cancellationToken">Ends the work; what was moved stays moved.</param>
    /// <returns>How many orders were moved.</returns>
    /// <exception cref="InvalidOperationException">
    /// The new id has one of the references already, an order is being placed or looked up, or the old id is still configured. Nothing was moved.
    /// </exception>
    /// <exception cref="GiftCardException">The journal cannot be read or written, or cannot move entries.</exception>
    Task<int> RenameAccountAsync(string oldId, string newId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down that an account whose credentials were all exchanged at once is still the same account of the provider's, so that its open orders
    /// are looked for with the new credentials. Be certain: with another account they would seem absent, and be bought again.
    /// </summary>
    /// <param name="account">The name of the account; it must be configured, with the new credentials.</param>
    /// <param name="by">Who says so: a name or a role of the application's own staff.</param>
    /// <param name="why">What it rests on, such as "the provider has replaced both keys". No personal data of a recipient.</param>
    /// <param name="cancellationToken">Ends the work; what was confirmed stays confirmed.</param>
    /// <returns>How many open orders were waiting for it.</returns>
    /// <exception cref="ArgumentException">There is no such account, or something is blank.</exception>
    /// <exception cref="GiftCardException">The journal cannot be read or written.</exception>
    Task<int> ConfirmCredentialsAsync(string account, string by, string why, CancellationToken cancellationToken = default);

    /// <summary>
    /// The time in which orders may have been sent that the journal does not know, since it was restored from a backup or its database has failed
    /// over; null if it knows all.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The gap; while there is one, references that are not known are looked up at their provider before they are sent.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    Task<JournalGap?> FindGapAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down that no order of the gap is missing any more: that its time was compared with the providers' portals, or that no reference of it
    /// will be placed again. Unknown references are then sent at once.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>When it is written. Other processes take it up with their next order.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be written.</exception>
    Task CloseGapAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets the details of finished orders and leaves a tombstone of each, which still keeps its reference from buying again. What is open
    /// is never touched.
    /// </summary>
    /// <param name="olderThan">Only orders whose entry was last written longer ago than this; zero or more.</param>
    /// <param name="cancellationToken">Ends the work; what was purged stays purged.</param>
    /// <returns>How many were purged.</returns>
    Task<int> PurgeAsync(TimeSpan olderThan, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets tombstones for good. Whoever places one of their references afterwards buys again: drop only what no caller can repeat any more.
    /// </summary>
    /// <param name="olderThan">Only tombstones of orders that were purged longer ago than this; zero or more.</param>
    /// <param name="cancellationToken">Ends the work; what was dropped stays dropped.</param>
    /// <returns>How many were dropped.</returns>
    Task<int> DropTombstonesAsync(TimeSpan olderThan, CancellationToken cancellationToken = default);
}
