namespace GiftCardSdk.Adapters;

/// <summary>What an adapter makes of a delivery.</summary>
public sealed record WebhookReading
{
    /// <summary>It cannot be read, or says nothing that could be followed: answered 400.</summary>
    public static WebhookReading Unreadable { get; } = new();

    /// <summary>What it says has happened. Dropped by the core unless <see cref="WebhookDelivery.Verify"/> said that it is verified.</summary>
    public IReadOnlyList<WebhookEvent> Events { get; init; } = [];

    /// <summary>What is worth looking at because of it, whoever sent it; only what is read at the provider then becomes events.</summary>
    public IReadOnlyList<WebhookHint> Hints { get; init; } = [];

    /// <summary>The provider's word for the kind of the delivery, for the log; null if it has none.</summary>
    public string? RawKind { get; init; }

    /// <summary>JSON that the provider wants to read in the answer, such as the echo of a challenge; null for none.</summary>
    public ReadOnlyMemory<byte>? Reply { get; init; }

    /// <summary>Why it is turned away; null if it is not.</summary>
    internal WebhookVerdict? Refusal { get; init; }

    /// <summary>It does not prove who sent it: answered 401.</summary>
    /// <param name="verdict">What <see cref="WebhookDelivery.Verify"/> said.</param>
    /// <returns>The reading.</returns>
    public static WebhookReading Refused(WebhookVerdict verdict) => new() { Refusal = verdict };
}

/// <summary>Something that a provider says has happened.</summary>
public sealed record WebhookEvent
{
    /// <summary>What has happened.</summary>
    public required GiftCardEventKind Kind { get; init; }

    /// <summary>The provider's own word for it, at most 100 characters; null if it was read from an order.</summary>
    public string? RawKind { get; init; }

    /// <summary>The provider's id of the delivery or the event, by which a doubled one is known; null if it has none.</summary>
    public string? EventId { get; init; }

    /// <summary>The provider's id of the order; null if it is about none.</summary>
    public string? OrderId { get; init; }

    /// <summary>The provider's id of the card, the same as <see cref="Reward.Id"/>; null if it is about the whole order, or none.</summary>
    public string? RewardId { get; init; }

    /// <summary>When it happened, by the provider's clock; null if it does not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>What the account holds, if the provider says it; null otherwise.</summary>
    public Money? Balance { get; init; }
}

/// <summary>What is to be read back. One of the three is set.</summary>
public sealed record WebhookHint
{
    /// <summary>The provider's id of an order; null if another member names what is meant.</summary>
    public string? OrderId { get; init; }

    /// <summary>The caller's id of an order as the provider saw it (<see cref="OrderReference.ProviderKey"/>); null if another member names what is meant.</summary>
    public string? ProviderKey { get; init; }

    /// <summary>Something of the adapter's own, which <see cref="GiftCardAdapter.ReadBackAsync"/> reads; null if another member names what is meant.</summary>
    public string? Subject { get; init; }
}
