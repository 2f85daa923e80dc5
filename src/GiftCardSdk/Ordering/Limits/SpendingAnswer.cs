namespace GiftCardSdk.Ordering.Limits;

/// <summary>An order that is to be counted.</summary>
/// <param name="Id">The order by its reference.</param>
/// <param name="Attempt">The send that it is counted for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Claim">The process that asks.</param>
internal readonly record struct SpendingClaim(string Id, int Attempt, decimal Amount, string Claim);

/// <summary>How much may be spent in what time.</summary>
/// <param name="Length">The last so much time.</param>
/// <param name="Most">The most, inclusive.</param>
/// <param name="Setting">The name of the limit, for people.</param>
internal readonly record struct SpendingWindow(TimeSpan Length, decimal Most, string Setting);

/// <summary>What a book answers to an order.</summary>
/// <param name="IsChanged">Whether the book has to be written.</param>
/// <param name="HasClaimed">Whether this call has a claim now that it had not before.</param>
internal readonly record struct SpendingAnswer(bool IsChanged, bool HasClaimed)
{
    public SpendingAnswer(SpendingWindow limit, decimal spent, TimeSpan? fitsAfter)
        : this(false, false) => (Limit, Spent, FitsAfter) = (limit, spent, fitsAfter);

    /// <summary>It counts already.</summary>
    public static SpendingAnswer Unchanged => default;

    /// <summary>The limit that it would pass; null if it counts.</summary>
    public SpendingWindow? Limit { get; }

    /// <summary>How much of the limit is spent.</summary>
    public decimal Spent { get; }

    /// <summary>When it would fit if nothing else were spent; null for never.</summary>
    public TimeSpan? FitsAfter { get; }
}
