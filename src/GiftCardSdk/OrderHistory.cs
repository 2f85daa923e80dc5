using GiftCardSdk.Internal;

namespace GiftCardSdk;

/// <summary>What became of an order and its cards: the journal's entry, and beside it what was seen of the order since. Nothing in it can be spent or names a person.</summary>
public sealed record OrderHistory
{
    /// <summary>The journal's entry: which order it is, what was ordered, whether it was bought, and the provider's ids.</summary>
    public required JournalEntry Entry { get; init; }

    /// <summary>How far it had come when it was last seen; null if it was never seen, or no history is kept.</summary>
    public OrderStatus? Status { get; init; }

    /// <summary>What the account paid in all; null if the provider has not said.</summary>
    public Money? TotalCost { get; init; }

    /// <summary>The cards, in the order in which they were first seen; at most <see cref="MaxCards"/>.</summary>
    public IReadOnlyList<CardHistory> Cards { get; init; } = [];

    /// <summary>How many cards there are beyond those in <see cref="Cards"/>; of these nothing is kept.</summary>
    public int CardsNotKept { get; init; }

    /// <summary>When it was first seen completed, by this machine's clock: it was complete by then. Null if it has not been.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it was last seen, to the hour where nothing has changed since; null if it was never seen.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The most cards of one order that are kept one by one.</summary>
    public const int MaxCards = 1_000;

    /// <summary>The caller's own id of the order.</summary>
    public OrderReference Reference => Entry.Identity.Reference;

    /// <summary>What is known of the purchase.</summary>
    public OrderJournalState State => Entry.State;

    /// <summary>What happened, one sentence each, in order: the purchase, how far it has come, each card.</summary>
    public IReadOnlyList<string> Story => [.. OrderStory.Of(this)];

    /// <summary>The whole story, a sentence a line.</summary>
    /// <returns>Text that is safe to show and to log.</returns>
    public override string ToString() => string.Join('\n', Story);
}
