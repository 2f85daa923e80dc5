using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Ordering;

/// <summary>What the coordinator needs of an account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Environment">Test or production.</param>
/// <param name="Adapter">Who speaks to the provider.</param>
/// <param name="Clock">The provider's clock; null where the adapter speaks to it in a way of its own.</param>
internal sealed record CoordinatedAccount(
    string Name,
    string Provider,
    GiftCardEnvironment Environment,
    GiftCardAdapter Adapter,
    ProviderClock? Clock = null
);
