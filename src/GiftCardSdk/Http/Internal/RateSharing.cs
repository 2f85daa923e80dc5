namespace GiftCardSdk.Http.Internal;

/// <summary>Where the processes of this application agree on who uses how much of an account's rate.</summary>
/// <param name="Store">Where; null if there is no other process.</param>
internal sealed record RateSharing(ISharedRate? Store);
