using GiftCardSdk.Adapters;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Gifq;

/// <summary>Accounts at GIFQ that are added while the application runs.</summary>
public static class GifqAccountExtensions
{
    /// <summary>The account of a name, made on the first call: for a host with many tenants.</summary>
    /// <param name="giftCards">All accounts.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">
    /// Sets the token, and the environment where it is not the sandbox. Runs again for every attempt of every call, so that it may read a token
    /// that changes; it should be quick. Not used if there is an account of that name already.
    /// </param>
    /// <returns>The account; the one that was there first.</returns>
    /// <exception cref="ArgumentException">The name is blank, or belongs to an account of another provider.</exception>
    /// <exception cref="OptionsValidationException">The options are not right; each message names the setting.</exception>
    public static IGiftCardAccount GetOrAddGifq(this IGiftCards giftCards, string name, Action<GifqOptions> configure) =>
        giftCards.GetOrAddAccount(GifqRegistration.Accounts, name, configure);
}
