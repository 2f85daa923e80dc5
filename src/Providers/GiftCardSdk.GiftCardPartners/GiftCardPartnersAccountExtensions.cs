using GiftCardSdk.Adapters;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Accounts at Gift Card Partners that are added while the application runs.</summary>
public static class GiftCardPartnersAccountExtensions
{
    /// <summary>The account of a name, made on the first call: for a host with many tenants.</summary>
    /// <param name="giftCards">All accounts.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">
    /// Sets address, e-mail and access token, and the environment where it is not the sandbox. Runs again for every token, so that it may read one
    /// that changes; it should be quick. Not used if there is an account of that name already.
    /// </param>
    /// <returns>The account; the one that was there first.</returns>
    /// <exception cref="ArgumentException">The name is blank, or belongs to an account of another provider.</exception>
    /// <exception cref="OptionsValidationException">The options are not right; each message names the setting.</exception>
    public static IGiftCardAccount GetOrAddGiftCardPartners(
        this IGiftCards giftCards,
        string name,
        Action<GiftCardPartnersOptions> configure
    ) => giftCards.GetOrAddAccount(GiftCardPartnersRegistration.Accounts, name, configure);
}
