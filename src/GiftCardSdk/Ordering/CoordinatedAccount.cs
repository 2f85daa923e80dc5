using GiftCardSdk.Adapters;

namespace GiftCardSdk.Ordering;

/// <summary>What the coordinator needs of an account.</summary>
internal sealed record CoordinatedAccount(string Name, string Provider, GiftCardEnvironment Environment, GiftCardAdapter Adapter);
