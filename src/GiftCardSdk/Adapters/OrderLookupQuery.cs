namespace GiftCardSdk.Adapters;

/// <summary>What to look for.</summary>
/// <param name="ProviderKey">The id that the provider saw as the caller's.</param>
/// <param name="Delivery">The delivery it was placed with; null if not known.</param>
/// <param name="FirstSentAt">
/// When it was first sent, by the clock of the machine that sent it; null if not known. No time of the provider's may be compared with it: clocks
/// differ by minutes, and <see cref="FirstSentAtProvider"/> is there for that.
/// </param>
/// <param name="Detail">How much of the rewards.</param>
public sealed record OrderLookupQuery(string ProviderKey, Delivery? Delivery, DateTimeOffset? FirstSentAt, RewardDetail Detail)
{
    /// <summary>
    /// When it was first sent, by the provider's own clock, or some time before. A scan of a list must read back past it, and may end by the list's
    /// times only where this is known; where it is null, only the last page proves anything.
    /// </summary>
    public DateTimeOffset? FirstSentAtProvider { get; init; }

    /// <summary>
    /// The order that was placed with the key, where the caller has it at hand; null otherwise. Another system of the same account may have
    /// used the key for an order of its own: an order that contradicts this one is not <see cref="OrderLookup.Found"/>.
    /// </summary>
    public OrderRequest? Request { get; init; }

    /// <summary>
    /// What was ordered under the key: product, face value and quantity of each line. Unlike <see cref="Request"/> it is known to the background
    /// resolver too, whose lines name no recipient. Empty if not known. The core compares what is found with it; an adapter does where its
    /// provider can be asked more exactly.
    /// </summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Key and delivery, never whom the order is for.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"OrderLookupQuery {{ ProviderKey = {ProviderKey}, Delivery = {Delivery}, Detail = {Detail} }}";
}
