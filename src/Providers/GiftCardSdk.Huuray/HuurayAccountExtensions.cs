using GiftCardSdk.Adapters;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Huuray;

/// <summary>Accounts at Huuray that are added while the application runs.</summary>
public static class HuurayAccountExtensions
{
    /// <summary>The account of a name, made on the first call: for a host with many tenants.</summary>
    /// <param name="giftCards">All accounts.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">
    /// Sets token, secret and address, or the environment where it is not the sandbox. Runs again for every attempt of every call, so that it may read keys
    /// that change; it should be quick. Not used if there is an account of that name already.
    /// </param>
    /// <returns>The account; the one that was there first.</returns>
    /// <exception cref="ArgumentException">The name is blank, or belongs to an account of another provider.</exception>
    /// <exception cref="OptionsValidationException">The options are not right; each message names the setting.</exception>
    public static IGiftCardAccount GetOrAddHuuray(this IGiftCards giftCards, string name, Action<HuurayOptions> configure) =>
        giftCards.GetOrAddAccount(HuurayRegistration.Accounts, name, configure);
}
