using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Adapters;

/// <summary>Adds accounts while the application runs. Adapters wrap it in a method of their own, such as <c>GetOrAddGiftbit(name, options => …)</c>.</summary>
public static class AccountRegistrationExtensions
{
    /// <summary>The account of a name, made on the first call: for a host with many tenants.</summary>
    /// <param name="giftCards">All accounts, as the container gives them.</param>
    /// <param name="registration">How the account is made, if there is none of that name.</param>
    /// <returns>The account; the one that was there first.</returns>
    /// <exception cref="ArgumentException">The name belongs to an account of another provider, or the accounts are not those of <c>AddGiftCards()</c>.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The account's options are not right.</exception>
    public static IGiftCardAccount GetOrAddAccount(this IGiftCards giftCards, AccountRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(giftCards);
        return giftCards is IAccountRegistry registry
            ? registry.GetOrAddAccount(registration)
            : throw new ArgumentException(
                $"{giftCards.GetType().Name} takes no further accounts; the {nameof(IGiftCards)} that AddGiftCards() registers does.",
                nameof(giftCards)
            );
    }

    /// <summary>The account of a name at one provider, made of what a delegate sets: what an adapter's <c>GetOrAdd…</c> method calls.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="giftCards">All accounts, as the container gives them.</param>
    /// <param name="provider">How accounts of the provider are made.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets the options. Runs again whenever they are read. Not used if there is an account of that name already.</param>
    /// <returns>The account; the one that was there first.</returns>
    /// <exception cref="ArgumentException">The name is blank, or belongs to an account of another provider.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are not right; each message names the setting.</exception>
    public static IGiftCardAccount GetOrAddAccount<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(this IGiftCards giftCards, ProviderRegistration<TOptions> provider, string name, Action<TOptions> configure)
        where TOptions : class, IAccountOptions, new()
    {
        ArgumentNullException.ThrowIfNull(giftCards);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        return giftCards.GetOrAddAccount(provider.Account(name, configure));
    }
}
