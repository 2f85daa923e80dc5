namespace GiftCardSdk.Batches;

/// <summary>How one try of a line ended: with its result, or with another try to come.</summary>
/// <param name="Result">The result; null if the line is to be tried again.</param>
/// <param name="RetryAfter">The least wait that was asked for; null for none.</param>
internal readonly record struct LineEnd(BatchResult? Result, TimeSpan? RetryAfter = null)
{
    public static LineEnd Again(TimeSpan? after = null) => new(null, after);

    public static implicit operator LineEnd(BatchResult result) => new(result);
}
