namespace GiftCardSdk;

/// <summary>What happened to an order and what would be safe now, in plain sentences. Holds nothing secret.</summary>
/// <param name="Entry">The order's entry in the journal, for programs.</param>
/// <param name="Story">What happened, one sentence each, in order: sends, look-ups, decisions.</param>
/// <param name="SafeNow">What would be safe now, one sentence each.</param>
public sealed record OrderExplanation(JournalEntry Entry, IReadOnlyList<string> Story, IReadOnlyList<string> SafeNow)
{
    /// <summary>What is known of the order.</summary>
    public OrderJournalState State => Entry.State;

    /// <summary>The whole explanation, a sentence a line.</summary>
    /// <returns>Text that is safe to show and to log.</returns>
    public override string ToString() => string.Join('\n', [.. Story, .. SafeNow]);
}
