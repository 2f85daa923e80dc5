namespace GiftCardSdk.Adapters.Internal;

/// <summary>Where the settings of an account stand.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Path">The path of the configuration section.</param>
internal sealed record AccountSection(string Account, string Path);
