namespace GiftCardSdk.Sandbox;

/// <summary>
/// One callback, word for word. A test may post it itself: twice, late, or changed with a <c>with</c> expression, which makes it a forged one.
/// </summary>
public sealed record HuurayWebhook
{
    /// <summary>What happened: <c>order</c>, <c>delivery</c>, <c>open</c> or <c>redemption</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The same over all attempts.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>When it happened, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Event, delivery id, timestamp and signature under the names the options give them.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The JSON that was signed.</summary>
    public required string Body { get; init; }

    /// <summary>Event and delivery id; never the content.</summary>
    public override string ToString() => $"{Event} {DeliveryId}";
}
