namespace GiftCardSdk.Sandbox;

/// <summary>A webhook as Giftronaut would send it, ready to be posted: once, twice, late, or changed to see it refused.</summary>
/// <param name="EventId">The id by which a receiver drops duplicates.</param>
/// <param name="EventType">The kind of event, e.g. <c>order.delivery_complete</c>.</param>
/// <param name="Body">The JSON, word for word as it is signed. It may hold recipients' addresses.</param>
/// <param name="Signature">The value of <c>X-Giftronaut-Signature</c>.</param>
/// <param name="RaisedAt">When it came about, by the sandbox's clock.</param>
public sealed record GiftronautWebhook(Guid EventId, string EventType, string Body, string Signature, DateTimeOffset RaisedAt)
{
    /// <summary>Type and id; never the content.</summary>
    public override string ToString() => $"{EventType} {EventId}";
}
