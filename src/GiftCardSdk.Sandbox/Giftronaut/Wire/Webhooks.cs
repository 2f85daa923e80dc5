namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

internal sealed record WebhookChallenge(string ChallengeToken);

internal sealed record WebhookEnvelope(Guid EventId, string EventType, string CreatedAt, WebhookData Data);

/// <summary>The members of all event types; each fills its own.</summary>
internal sealed record WebhookData
{
    public string? OrderId { get; init; }

    public string? OrderType { get; init; }

    public string? CardType { get; init; }

    public int? Quantity { get; init; }

    public Money? TotalCost { get; init; }

    public int? RecipientCount { get; init; }

    public int? SentCount { get; init; }

    public int? BouncedCount { get; init; }

    public IReadOnlyList<BouncedRecipient>? Recipients { get; init; }

    public string? OrganizationId { get; init; }

    public decimal? CurrentBalance { get; init; }

    public decimal? Threshold { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? ApprovedBy { get; init; }

    public string? Reason { get; init; }
}

internal sealed record BouncedRecipient(string? Email, string Reason);
