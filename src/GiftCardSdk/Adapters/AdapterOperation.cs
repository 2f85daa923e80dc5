namespace GiftCardSdk.Adapters;

/// <summary>
/// Something besides an order that moves money and must happen once, such as a batch of payouts: what is sent, how it is found again, and what
/// of it the journal keeps. Carried out by <see cref="AdapterContext.RunOnceAsync"/>.
/// </summary>
/// <typeparam name="TResult">What the provider makes of it; one type for each kind.</typeparam>
public abstract class AdapterOperation<TResult>
    where TResult : class
{
    /// <summary>Describes one purchase.</summary>
    /// <param name="kind">What is done, such as <c>payout-order</c>; each kind has references of its own. Part of its identity forever.</param>
    /// <param name="reference">The caller's own id of it. The same reference is the same purchase forever.</param>
    /// <param name="idempotency">What happens when it is sent twice, and how it is found again.</param>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is blank or that of orders, or <paramref name="reference"/> is a default value.</exception>
    protected AdapterOperation(string kind, OrderReference reference, IdempotencyProfile idempotency)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(idempotency);
        if (kind == OrderIdentity.PlaceOrder)
        {
            throw new ArgumentException($"The kind '{kind}' is that of orders; give this one a word of its own.", nameof(kind));
        }

        if (reference == default)
        {
            throw new ArgumentException("A purchase needs the caller's own id; use OrderReference.From(...) or .New().", nameof(reference));
        }

        Kind = kind;
        Reference = reference;
        Idempotency = idempotency;
    }

    /// <summary>What is done.</summary>
    public string Kind { get; }

    /// <summary>The caller's own id.</summary>
    public OrderReference Reference { get; }

    /// <summary>What happens when it is sent twice, and how it is found again.</summary>
    public IdempotencyProfile Idempotency { get; }

    /// <summary>
    /// What is bought, as names and values in a fixed order: the same reference with other content is refused. Only a keyed hash of it is kept.
    /// Leave out what a retry computes anew (texts, dates). What a published version writes never changes; members with a null value are
    /// passed over, so that a later version may add some.
    /// </summary>
    public abstract IEnumerable<(string Name, string? Value)> Content { get; }

    /// <summary>What the journal shows of it: amounts, and of recipients a keyed hash alone. A few lines at most.</summary>
    public abstract IReadOnlyList<OrderLine> Lines { get; }

    /// <summary>Sends it: exactly one call that moves money. Never repeats it.</summary>
    /// <param name="providerKey">The id to give the provider as the caller's, where it takes one.</param>
    /// <param name="attempt">1 for the first send, ever; more for a repeat.</param>
    /// <param name="cancellationToken">Ends the waiting before it is handed over; the deadline of the attempt afterwards.</param>
    /// <returns>What the provider made of it.</returns>
    /// <exception cref="GiftCardException">The provider refused or failed; its outcome says what may exist.</exception>
    public abstract Task<TResult> SendAsync(string providerKey, int attempt, CancellationToken cancellationToken);

    /// <summary>Looks for it after a lost answer. An error proves nothing: throw it.</summary>
    /// <param name="query">What to look for, and since when it may exist.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Everything that can be it, or why nothing is proved.</returns>
    public abstract Task<OperationLookup<TResult>> FindAsync(OperationLookupQuery query, CancellationToken cancellationToken);

    /// <summary>Reads it by the provider's id.</summary>
    /// <param name="id">What <see cref="IdOf"/> gave.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>It, as it is now.</returns>
    /// <exception cref="GiftCardException">It cannot be read now.</exception>
    public abstract Task<TResult> ReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>The provider's id of a result; what the journal keeps.</summary>
    /// <param name="result">A result.</param>
    /// <returns>The id; a result without one says nothing, and the end of its send counts as unknown.</returns>
    public abstract string? IdOf(TResult result);

    /// <summary>The provider's own word for the status of a result.</summary>
    /// <param name="result">A result.</param>
    /// <returns>The word; null if there is none.</returns>
    public virtual string? RawStatusOf(TResult result) => null;
}

/// <summary>What to look for.</summary>
/// <param name="ProviderKey">The id that the provider saw as the caller's, where it takes one.</param>
/// <param name="FirstSentAt">
/// When it was first sent, by the clock of the machine that sent it; null if not known. Times of the provider's are compared with
/// <see cref="FirstSentAtProvider"/> instead: clocks differ by minutes.
/// </param>
public sealed record OperationLookupQuery(string ProviderKey, DateTimeOffset? FirstSentAt)
{
    /// <summary>
    /// When it was first sent, by the provider's own clock, or some time before. A scan of a list must read back past it, and may end by the list's
    /// times only where this is known; where it is null, only the last page proves anything.
    /// </summary>
    public DateTimeOffset? FirstSentAtProvider { get; init; }
}

/// <summary>What a look-up said.</summary>
/// <typeparam name="TResult">What is looked for.</typeparam>
public abstract record OperationLookup<TResult>
    where TResult : class
{
    private OperationLookup() { }

    /// <summary>The provider has it, or several that cannot be told apart; the first that no other reference owns is taken.</summary>
    /// <param name="Matches">Everything that can be it, the likeliest first.</param>
    public sealed record Found(params IReadOnlyList<TResult> Matches) : OperationLookup<TResult>;

    /// <summary>The provider was asked about the whole time since the first send and does not have it, as of now.</summary>
    public sealed record NotFound : OperationLookup<TResult>;

    /// <summary>Nothing is proved.</summary>
    /// <param name="Reason">Why, in a few words that are safe to log.</param>
    public sealed record Inconclusive(string Reason) : OperationLookup<TResult>;
}

/// <summary>What became of a purchase.</summary>
/// <typeparam name="TResult">What the provider made of it.</typeparam>
/// <param name="Value">What the provider made of it.</param>
/// <param name="Reference">The caller's own id.</param>
/// <param name="WasReplayed">True when this reference had been used before and the earlier purchase is returned; nothing was bought this time.</param>
public sealed record OperationResult<TResult>(TResult Value, OrderReference Reference, bool WasReplayed)
    where TResult : class;
