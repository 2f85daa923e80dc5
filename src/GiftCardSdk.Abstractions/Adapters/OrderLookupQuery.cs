namespace GiftCardSdk.Adapters;

/// <summary>What to look for.</summary>
/// <param name="ProviderKey">The id that the provider saw as the caller's.</param>
/// <param name="Delivery">The delivery it was placed with; null if not known.</param>
/// <param name="FirstSentAt">When it was first sent; a scan must read back past it. Null if not known.</param>
/// <param name="Detail">How much of the rewards.</param>
public sealed record OrderLookupQuery(string ProviderKey, Delivery? Delivery, DateTimeOffset? FirstSentAt, RewardDetail Detail);
