namespace GiftCardSdk;

/// <summary>
/// Something that has happened at a provider, in neutral words: a webhook that proved itself, or what an order showed when it was read. It holds
/// no code, PIN, link or address; read the order for those.
/// </summary>
public sealed record GiftCardEvent
{
    /// <summary>
    /// What tells it from all others, 28 characters. An order comes to an end, and a card is delivered, bounced or claimed, once each: whether a
    /// webhook, a doubled webhook or the reading of the order tells it, the id is the same. Good as a key of what a handler does.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The provider, such as <c>giftbit</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>What has happened.</summary>
    public required GiftCardEventKind Kind { get; init; }

    /// <summary>The provider's own word for it; null if it was learned from the order itself.</summary>
    public string? RawKind { get; init; }

    /// <summary>The provider's id of the order; null if it is about none.</summary>
    public string? OrderId { get; init; }

    /// <summary>The caller's own id of the order; null if it is about none, or about one that the journal does not know.</summary>
    public OrderReference? Reference { get; init; }

    /// <summary>The provider's id of the card; null if it is about the whole order, or none.</summary>
    public string? RewardId { get; init; }

    /// <summary>What the account holds, where the provider says it with <see cref="GiftCardEventKind.BalanceLow"/>; null otherwise.</summary>
    public Money? Balance { get; init; }

    /// <summary>When it happened, by the provider's clock; null if it does not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When it was learned here, by this machine's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it was learned.</summary>
    public required GiftCardEventSource Source { get; init; }
}
