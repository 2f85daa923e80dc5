namespace GiftCardSdk.Sandbox;

/// <summary>A notice that an order has come to its end, as it would be posted.</summary>
/// <remarks>Holds the registered address and perhaps claim links: it is meant for assertions, not for logs.</remarks>
public sealed class GiftCardPartnersWebhook
{
    private int _posts;

    internal GiftCardPartnersWebhook(string orderId, Uri target, string body, DateTimeOffset dueAt) =>
        (OrderId, Target, Body, DueAt) = (orderId, target, body, dueAt);

    /// <summary>The order's id.</summary>
    public string OrderId { get; }

    /// <summary>The address the order was placed with, secrets in its path included.</summary>
    public Uri Target { get; }

    /// <summary>The JSON.</summary>
    public string Body { get; }

    /// <summary>When the order came to its end, by the sandbox's clock.</summary>
    public DateTimeOffset DueAt { get; }

    /// <summary>How often it has been posted and received, whatever the receiver answered.</summary>
    public int Posts => Volatile.Read(ref _posts);

    /// <summary>The order and the instant; never the address or the content.</summary>
    public override string ToString() => $"{OrderId} at {DueAt:O}, posted {Posts} times";

    internal bool IsSettled { get; set; }

    internal void Posted() => Interlocked.Increment(ref _posts);
}
