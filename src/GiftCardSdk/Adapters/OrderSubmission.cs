namespace GiftCardSdk.Adapters;

/// <summary>One attempt at placing an order.</summary>
/// <param name="Request">The order; it fits its shape.</param>
/// <param name="ProviderKey">The id to give the provider as the caller's (<see cref="OrderReference.ProviderKey"/>).</param>
/// <param name="Attempt">1 for the first send of this order, ever; more for a repeat.</param>
public sealed record OrderSubmission(OrderRequest Request, string ProviderKey, int Attempt = 1)
{
    /// <summary>
    /// Whether an earlier send of this order may have bought it. What would keep a first send back, such as a product that vanished, must not keep
    /// this one: the provider answers it with the order that is there.
    /// </summary>
    public bool MayBeRepeat { get; init; }
}
