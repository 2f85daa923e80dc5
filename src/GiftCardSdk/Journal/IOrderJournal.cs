namespace GiftCardSdk.Journal;

/// <summary>
/// Where each purchase is written down before it is sent and after it has ended. Safe for use by many callers at once; a write is durable, as
/// far as the journal is, when its task has completed.
/// </summary>
/// <remarks>
/// Any exception counts as "could not be written", and the message of an <see cref="OrderJournalException"/> is passed on to the caller. A write
/// whose answer was lost may have happened; the coordinator copes with that. A journal checks versions alone; which state may follow which is
/// the coordinator's business.
/// </remarks>
public interface IOrderJournal
{
    /// <summary>Whether entries outlive the process.</summary>
    bool IsDurable { get; }

    /// <summary>
    /// Whether no other process can have this journal open. What another owner was sending when it stopped is then known to be over; otherwise
    /// that owner may be asleep and send later.
    /// </summary>
    bool IsExclusive { get; }

    /// <summary>
    /// The id by which the journal knows this process among those that share it, for owners and leases; null (as without a word of its own) if it
    /// cannot tell processes that are over from others, and the coordinator makes one.
    /// </summary>
    string? OwnerId => null;

    /// <summary>What is kept beside the orders, in the same place; null, as without a word of its own, if this journal keeps nothing else: it then lives in memory.</summary>
    IJournalRecords? Records => null;

    /// <summary>The key of the fingerprints and of the recipients' hashes: random, made once with the journal, the same forever.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>At least 32 bytes.</returns>
    ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds an order, tombstones included.</summary>
    /// <param name="identity">Which order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entry as last written, or null if the order was never placed.</returns>
    ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default);

    /// <summary>Writes a new order down, unless there is one of the same identity.</summary>
    /// <param name="entry">The entry; its version is 1.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was written is then not known.</param>
    /// <returns>False if there is one already; nothing was written then.</returns>
    ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Replaces an entry, unless somebody else has replaced it in the meantime.</summary>
    /// <param name="entry">The entry; its version is one above the stored one.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was written is then not known.</param>
    /// <returns>False if the stored version is another one, or there is no entry; nothing was written then.</returns>
    ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Streams entries, oldest first; those written while it runs may or may not be among them.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries.</returns>
    IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default);

    /// <summary>Finds what holds a provider's id of an order, tombstones included: such an id belongs to one reference.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="environment">Play money or real money.</param>
    /// <param name="orderId">The provider's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries, of any account and any kind of purchase; usually none or one. Without an index of its own, a journal reads all entries.</returns>
    async ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    )
    {
        var found = new List<JournalEntry>();
        var query = new JournalQuery { Provider = provider, IncludeTombstones = true };
        await foreach (var entry in ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Identity.Environment == environment && entry.ProviderOrderIds.Contains(orderId, StringComparer.Ordinal))
            {
                found.Add(entry);
            }
        }

        return found;
    }

    /// <summary>The accounts that have entries, tombstones included.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Each account once. Without a way of its own, a journal reads all entries.</returns>
    async ValueTask<IReadOnlyCollection<JournalAccount>> ListAccountsAsync(CancellationToken cancellationToken = default)
    {
        var accounts = new HashSet<JournalAccount>();
        await foreach (var entry in ListAsync(new() { IncludeTombstones = true }, cancellationToken).ConfigureAwait(false))
        {
            accounts.Add(JournalAccount.Of(entry.Identity));
        }

        return accounts;
    }

    /// <summary>
    /// Removes an entry for good, unless somebody has written it in the meantime. Used for an entry that stands under another identity already,
    /// and for nothing else: an order that is forgotten can be bought again.
    /// </summary>
    /// <param name="entry">The entry as it was read.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was removed is then not known.</param>
    /// <returns>False if the stored version is another one, or there is no entry; nothing was removed then.</returns>
    /// <exception cref="OrderJournalException">This journal cannot remove entries; so says a journal without a word of its own.</exception>
    ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        throw new OrderJournalException("This journal cannot move entries from one account to another.");

    /// <summary>
    /// The time in which orders may have been sent that this journal does not know, since it was restored from a backup or its database has failed
    /// over. What it does not know is then looked up before it is sent. Null, as without a word of its own: it knows all.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The gap; null if there is none, or it was closed.</returns>
    ValueTask<JournalGap?> GetGapAsync(CancellationToken cancellationToken = default) => new((JournalGap?)null);

    /// <summary>A person says that no order is missing any more: what the journal does not know may be sent at once.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>When it is written.</returns>
    ValueTask CloseGapAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Forgets tombstones for good. Their references can buy again afterwards.</summary>
    /// <param name="purgedBefore">Only those that were purged before this time.</param>
    /// <param name="cancellationToken">Ends the work; what was dropped stays dropped.</param>
    /// <returns>How many were dropped.</returns>
    ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes or renews the right to find out what became of an account's orders, for one process at a time. It spares the provider double
    /// questions and decides nothing else; never who may buy.
    /// </summary>
    /// <param name="account">Which account, as <c>provider/environment/name</c>.</param>
    /// <param name="holder">Which process: 26 characters, new with each start.</param>
    /// <param name="life">How long the right lasts unless it is renewed; zero gives it back.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False if another process has it. Without a word of its own, a journal says yes where it is exclusive, and no where it is not.</returns>
    ValueTask<bool> TryLeaseAsync(string account, string holder, TimeSpan life, CancellationToken cancellationToken = default) =>
        new(IsExclusive);
}

/// <summary>An account as the journal knows it.</summary>
/// <param name="Provider">The provider, in small letters.</param>
/// <param name="Environment">Play money or real money.</param>
/// <param name="JournalId">The account's id in the journal: its name, unless its options say otherwise.</param>
public sealed record JournalAccount(string Provider, GiftCardEnvironment Environment, string JournalId)
{
    /// <summary>The account of an order.</summary>
    /// <param name="identity">Which order.</param>
    /// <returns>Its account.</returns>
    public static JournalAccount Of(OrderIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return new(identity.Provider, identity.Environment, identity.Account);
    }
}

/// <summary>Which entries are wanted. All that is set must match.</summary>
public sealed record JournalQuery
{
    /// <summary>What a resolver or a person still has to look at: <see cref="OrderJournalState.Sending"/>, Unknown and Parked.</summary>
    public static JournalQuery Unresolved { get; } =
        new() { States = [OrderJournalState.Sending, OrderJournalState.Unknown, OrderJournalState.Parked] };

    /// <summary>The states; empty for any.</summary>
    public IReadOnlyList<OrderJournalState> States { get; init; } = [];

    /// <summary>The provider; null for any.</summary>
    public string? Provider { get; init; }

    /// <summary>The account's id in the journal; null for any.</summary>
    public string? Account { get; init; }

    /// <summary>Only what was last written before this time; null for any.</summary>
    public DateTimeOffset? UpdatedBefore { get; init; }

    /// <summary>Only what was last sent after this time; null for any.</summary>
    public DateTimeOffset? LastSentAfter { get; init; }

    /// <summary>Whether tombstones are wanted too.</summary>
    public bool IncludeTombstones { get; init; }

    /// <summary>Whether an entry is wanted.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True if all that is set matches.</returns>
    public bool Matches(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (States.Count == 0 || States.Contains(entry.State))
            && (Provider is null || Provider == entry.Identity.Provider)
            && (Account is null || Account == entry.Identity.Account)
            && (UpdatedBefore is null || entry.UpdatedAt < UpdatedBefore)
            && (LastSentAfter is null || entry.LastSentAt > LastSentAfter)
            && (IncludeTombstones || entry.PurgedAt is null);
    }
}
