using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>Something that moves money and must happen once: what is sent, how it is found again, and what of it the journal keeps.</summary>
/// <typeparam name="TResult">What the provider makes of it, such as <see cref="Order"/>.</typeparam>
internal abstract class JournalledOperation<TResult>(Account account, string kind, OrderReference reference, IdempotencyProfile profile)
    where TResult : class
{
    public Account Account { get; } = account;

    public OrderIdentity Identity { get; } = new(account.Provider, account.Environment, account.JournalId, kind, reference);

    /// <summary>What a repeat does and how much a look-up proves.</summary>
    public IdempotencyProfile Profile { get; } = profile;

    public virtual Delivery? Delivery => null;

    /// <summary>Writes what is bought, which is what the fingerprint is made of.</summary>
    public abstract void WriteContent(ref ContentWriter content);

    /// <summary>What the journal keeps of the content.</summary>
    public abstract IReadOnlyList<JournalLine> Describe(FingerprintKey key);

    /// <summary>Refuses what the provider would certainly not take; asked before a first send alone, since what is bought already is returned whatever the day.</summary>
    /// <exception cref="GiftCardException">It would be refused; nothing was written down or sent.</exception>
    public virtual void EnsureSendable() { }

    /// <summary>Refuses what would cost more than its caller allows; asked before whatever may be a purchase, and not before the repeat of one.</summary>
    /// <exception cref="GiftCardException">It costs more, or nobody can say what it costs; nothing was sent.</exception>
    public virtual ValueTask EnsureAffordableAsync(CancellationToken cancellationToken) => default;

    /// <summary>
    /// What it counts against the account's spending limits, a part a line: the cost where it is known beforehand, else the face value; empty where
    /// nobody can say, and then no limit allows it.
    /// </summary>
    /// <exception cref="GiftCardException">The catalog, which tells the cost, could not be read.</exception>
    public virtual ValueTask<IReadOnlyList<Spending>> CountAsync(FingerprintKey key, CancellationToken cancellationToken) => new([]);

    /// <summary>Refuses what the provider does not sell as it is asked for, where the caller wants that to be looked up; asked before a first send alone.</summary>
    /// <exception cref="GiftCardException">It is not sold so, or that could not be found out; nothing was written down or sent.</exception>
    public virtual ValueTask EnsureOfferedAsync(CancellationToken cancellationToken) => default;

    /// <summary>Sends it as its entry says: exactly one create call.</summary>
    public abstract Task<TResult> SendAsync(JournalEntry entry, CancellationToken cancellationToken);

    /// <summary>Looks for it by the key that the provider saw.</summary>
    public abstract Task<Lookup<TResult>> FindAsync(JournalEntry entry, CancellationToken cancellationToken);

    /// <summary>How long a look-up may take; null for the usual time.</summary>
    public virtual TimeSpan? LookupWithin => null;

    /// <summary>Reads it by the provider's id.</summary>
    public abstract Task<TResult> ReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>What of a result goes into the journal.</summary>
    public abstract ResultTrace TraceOf(TResult result);

    /// <summary>Whether a result says what was made; without an id it says nothing.</summary>
    public bool IsReadable(TResult? result) => result is not null && TraceOf(result).Id is { Length: > 0 };

    /// <summary>Whether a result is what was asked for, as far as the provider shows it.</summary>
    public virtual Likeness Compare(JournalEntry entry, TResult result) => OrderComparison.Same;

    /// <summary>When the provider made a result, null if it does not say; and whether that tells the minute.</summary>
    public virtual (DateTimeOffset? At, bool IsExact) CreatedAtOf(TResult result) => default;

    /// <summary>The result as the caller gets it, with identity and content filled in.</summary>
    public abstract TResult Complete(TResult result, string providerKey, bool wasReplayed);
}

/// <summary>What of a result goes into the journal.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="RawStatus">The provider's own word for the status; left out of the journal where it is no word, since it could be an address or a code.</param>
/// <param name="WasReplayed">Whether the provider said that it had done this before.</param>
internal readonly record struct ResultTrace(string Id, string? RawStatus, bool WasReplayed)
{
    private const int LongestWord = 60;

    public string? RawStatus { get; } = IsWord(RawStatus) ? RawStatus : null;

    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= LongestWord } && text.All(static unit => char.IsAsciiLetter(unit) || unit is ' ' or '_' or '-');
}

/// <summary>What a look-up said; a null result is "not found" or, with a reason, "nothing is proved": because the provider's answer proves nothing, or, if it has failed, because there was none.</summary>
internal readonly record struct Lookup<TResult>(LookupAnswer Answer, TResult? Result = null, string? Reason = null, bool HasFailed = false)
    where TResult : class;
