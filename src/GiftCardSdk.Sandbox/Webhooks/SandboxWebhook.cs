namespace GiftCardSdk.Sandbox;

/// <summary>A webhook that came about, before it is signed: each attempt to send it is signed anew.</summary>
public sealed record SandboxWebhook
{
    /// <summary>The same for all attempts; a receiver that knows it drops doubles. Giftronaut writes it as <c>eventId</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of event, e.g. <c>order.delivery_complete</c>.</summary>
    public required string Event { get; init; }

    /// <summary>When it came about, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The JSON, word for word as it is signed. It may hold recipients' addresses.</summary>
    public required string Body { get; init; }

    /// <summary>The client key of the order that it is about (<see cref="Fault.Key"/>); null if it is about no order, or the order has none.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// The address that the order named; null where the provider posts all to one address. Only its path and query are used: the host is that
    /// of <see cref="SandboxWebhooks.Receiver"/>.
    /// </summary>
    public Uri? Target { get; init; }

    /// <summary>Event and id; never the content.</summary>
    public override string ToString() => $"{Event} {Id}";
}
