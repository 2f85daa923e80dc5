namespace GiftCardSdk.Adapters;

/// <summary>What to look for.</summary>
/// <param name="ProviderKey">The id that the provider saw as the caller's.</param>
/// <param name="Delivery">The delivery it was placed with; null if not known.</param>
/// <param name="FirstSentAt">When it was first sent; a scan must read back past it. Null if not known.</param>
/// <param name="Detail">How much of the rewards.</param>
public sealed record OrderLookupQuery(string ProviderKey, Delivery? Delivery, DateTimeOffset? FirstSentAt, RewardDetail Detail)
{
    /// <summary>
    /// The order that was placed with the key, where the caller has it at hand; null otherwise. Another system of the same account may have
    /// used the key for an order of its own: an order that contradicts this one is not <see cref="OrderLookup.Found"/>.
    /// </summary>
    public OrderRequest? Request { get; init; }

    /// <summary>Key and delivery, never whom the order is for.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"OrderLookupQuery {{ ProviderKey = {ProviderKey}, Delivery = {Delivery}, Detail = {Detail} }}";
}
