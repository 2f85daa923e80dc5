namespace GiftCardSdk;

/// <summary>What a person says became of an order, for the journal.</summary>
public sealed record OrderMark
{
    private OrderMark(string? orderId, string by, string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        (OrderId, By, Why) = (orderId, by, why);
    }

    /// <summary>The provider's id of the order, which was bought; null if it was not.</summary>
    public string? OrderId { get; }

    /// <summary>Who says so.</summary>
    public string By { get; }

    /// <summary>Why; no personal data of a recipient.</summary>
    public string Why { get; }

    /// <summary>It was bought.</summary>
    /// <param name="orderId">The provider's id of the order, as it can be read by (<see cref="IGiftCardStatus.GetAsync"/>).</param>
    /// <param name="by">Who says so: a name or a role of the application's own staff.</param>
    /// <param name="why">What it rests on, such as "seen in the portal". No personal data of a recipient.</param>
    /// <returns>The mark.</returns>
    /// <exception cref="ArgumentException">Something is blank.</exception>
    public static OrderMark Accepted(string orderId, string by, string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        return new(orderId, by, why);
    }

    /// <summary>Nothing was bought, for certain: the reference may be placed again, and then buys.</summary>
    /// <param name="by">Who says so: a name or a role of the application's own staff.</param>
    /// <param name="why">What it rests on, such as "the provider's support searched for the key". No personal data of a recipient.</param>
    /// <returns>The mark.</returns>
    /// <exception cref="ArgumentException">Something is blank.</exception>
    public static OrderMark Refused(string by, string why) => new(null, by, why);
}
