using System.Globalization;

namespace GiftCardSdk;

/// <summary>
/// What the journal holds of one order: enough to find out what became of it, and nothing that could be spent or that names a person. No code,
/// PIN, link, token, text or address.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>The format that this version of the SDK writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The most look-ups that are kept; older ones are dropped, their number stays in <see cref="LookupCount"/>.</summary>
    public const int MaxLookups = 16;

    /// <summary>The most credentials that are kept of an account; the oldest are dropped.</summary>
    public const int MaxCredentials = 8;

    /// <summary>The format of the entry, for readers of later versions.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Counts the writes, from 1; what compare-and-swap compares.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Which order it is.</summary>
    public required OrderIdentity Identity { get; init; }

    /// <summary>The id that the provider sees as the caller's. Stored, so that a later rule cannot change it.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>Keyed hash of what was ordered, with the version of its rule and the id of the key in front (<c>v2:(key):</c>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was ordered; empty in a tombstone.</summary>
    public IReadOnlyList<JournalLine> Lines { get; init; } = [];

    /// <summary>How it was to be delivered; null where the operation knows no delivery.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>What is known of it.</summary>
    public required OrderJournalState State { get; init; }

    /// <summary>Why it is in this state, in words that are safe to log; null where the state says all.</summary>
    public string? Reason { get; init; }

    /// <summary>How many sends were begun; 0 for none.</summary>
    public int Attempt { get; init; }

    /// <summary>
    /// Whether any send so far may have bought it without a readable answer. Stays true until the order is accepted or a person decides: what a
    /// provider says to a repeat speaks of the repeat only.
    /// </summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>When the first send was begun, by the wall clock; null before.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>
    /// When the first send was begun or handed over, by the provider's clock (the <c>Date</c> of its answers): not later than it was, and earlier
    /// if this machine slept in between. Null if the provider had not been heard before that send, or its clock could not be trusted.
    /// </summary>
    public DateTimeOffset? FirstSentAtProvider { get; init; }

    /// <summary>When the last send was begun, by the wall clock; null before.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>
    /// The provider's ids of the order, the main one first; empty while there is none. A second one that a process saw for the same reference is
    /// kept behind it, since it may be a second purchase.
    /// </summary>
    public IReadOnlyList<string> ProviderOrderIds { get; init; } = [];

    /// <summary>The provider's own word for the order's status when it was accepted; null if it gave none.</summary>
    public string? RawStatus { get; init; }

    /// <summary>What the last failed send ended with; null if none failed, or it ended without a code.</summary>
    public GiftCardErrorCode? LastErrorCode { get; init; }

    /// <summary>The provider's own code for the last failure; null if it gave none.</summary>
    public string? LastProviderCode { get; init; }

    /// <summary>What the last look-ups said, oldest first; at most <see cref="MaxLookups"/>.</summary>
    public IReadOnlyList<LookupEvidence> Lookups { get; init; } = [];

    /// <summary>How many look-ups there were in all.</summary>
    public int LookupCount { get; init; }

    /// <summary>The process whose last send has no recorded end; null once the sender has written its end down, or is known to be dead.</summary>
    public string? Owner { get; init; }

    /// <summary>The process that is finding out what became of it; null if none is.</summary>
    public string? LeaseHolder { get; init; }

    /// <summary>Until when <see cref="LeaseHolder"/> is left alone, by the wall clock; null if there is none. Decides who resolves, never who may buy.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Who decided a parked order, and why; null if nobody had to.</summary>
    public JournalDecision? Decision { get; init; }

    /// <summary>
    /// Keyed hashes of the credentials that the account had when the order was sent, at most <see cref="MaxCredentials"/>, the newest last; empty
    /// where the account names none. An account that shares none of them may be another one at the provider, where the order cannot be found.
    /// </summary>
    public IReadOnlyList<string> Credentials { get; init; } = [];

    /// <summary>
    /// The id in the journal of the account that a planner gave the order to, after nothing was bought here; null otherwise. Under this reference the
    /// account of the entry buys nothing any more.
    /// </summary>
    public string? MovedTo { get; init; }

    /// <summary>When the order was first placed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the entry was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the details were purged; null if they were not. What remains is a tombstone, which still keeps the reference from buying again.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>The main one of the provider's ids; null while there is none.</summary>
    internal string? MainOrderId => ProviderOrderIds.Count > 0 ? ProviderOrderIds[0] : null;

    /// <summary>Whether it is still open what became of it.</summary>
    public bool IsUnresolved => State is OrderJournalState.Sending or OrderJournalState.Unknown or OrderJournalState.Parked;

    /// <summary>The entry with one more look-up, and the oldest dropped where there are too many.</summary>
    /// <param name="evidence">What the look-up said.</param>
    /// <returns>The entry, not yet written.</returns>
    public JournalEntry WithLookup(LookupEvidence evidence) =>
        this with
        {
            Lookups = [.. Lookups.Skip(Math.Max(0, Lookups.Count + 1 - MaxLookups)), evidence],
            LookupCount = LookupCount + 1,
        };

    /// <summary>The entry with what is known of the account's credentials now.</summary>
    /// <param name="current">Their keyed hashes.</param>
    /// <returns>The entry, not yet written.</returns>
    public JournalEntry WithCredentials(IReadOnlyList<string> current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var joined = Join(Credentials, current);
        return ReferenceEquals(joined, Credentials) ? this : this with { Credentials = joined };
    }

    /// <summary>What is kept of credentials; the very list that was kept before where those of now say nothing new.</summary>
    internal static IReadOnlyList<string> Join(IReadOnlyList<string> kept, IReadOnlyList<string> current) =>
        current.Count == 0 || current.SequenceEqual(kept, StringComparer.Ordinal) ? kept
        : kept.Count == 0 && current.Count <= MaxCredentials ? current
        : [.. kept.Except(current, StringComparer.Ordinal).Concat(current).TakeLast(MaxCredentials)];

    /// <summary>What is left of the entry when its details are purged: identity, key, fingerprint, state and the provider's ids.</summary>
    /// <param name="now">The time of the purge.</param>
    /// <returns>The tombstone, not yet written.</returns>
    /// <exception cref="InvalidOperationException">It is still open what became of the order.</exception>
    public JournalEntry ToTombstone(DateTimeOffset now) =>
        IsUnresolved
            ? throw new InvalidOperationException($"The order '{Identity.Reference}' is {State}; only what is resolved can be purged.")
            : this with
            {
                Lines = [],
                Lookups = [],
                Reason = null,
                PurgedAt = now,
            };

    /// <summary>Reference, account, state and attempt.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"JournalEntry {{ {Identity.Provider}/{Identity.Account}/{Identity.Operation}/{Identity.Reference}, {State}, attempt {Attempt} }}"
        );
}

/// <summary>One line of what was ordered.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="FaceValue">The face value of each card.</param>
/// <param name="Quantity">How many cards.</param>
/// <param name="RecipientHash">Keyed hash of the recipient's contact; null if the line names none.</param>
public sealed record JournalLine(string ProductId, Money FaceValue, int Quantity, string? RecipientHash);

/// <summary>What one look-up said.</summary>
/// <param name="At">When it was answered, by the wall clock.</param>
/// <param name="Answer">What it said.</param>
/// <param name="Attempt">After which send it was made.</param>
/// <param name="Reason">Why it was inconclusive, in words that are safe to log; null otherwise.</param>
public sealed record LookupEvidence(DateTimeOffset At, LookupAnswer Answer, int Attempt, string? Reason = null);

/// <summary>The three answers of a look-up.</summary>
public enum LookupAnswer
{
    /// <summary>Nothing is proved.</summary>
    Inconclusive = 0,

    /// <summary>The provider does not have it, as of then.</summary>
    NotFound,

    /// <summary>The provider has it.</summary>
    Found,
}

/// <summary>What a person decided about a parked order.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Why; no personal data of a recipient.</param>
/// <param name="At">When.</param>
public sealed record JournalDecision(string By, string Why, DateTimeOffset At);
