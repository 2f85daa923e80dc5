using GiftCardSdk;
using GiftCardSdk.Adapters;
using GiftCardSdk.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts at a provider in memory.</summary>
public static class InMemoryBuilderExtensions
{
    /// <summary>Adds an account at a provider in memory: for unit tests.</summary>
    /// <param name="builder">What <c>AddGiftCards()</c> returned.</param>
    /// <param name="name">The name of the account, unique over all providers.</param>
    /// <param name="provider">The provider; may serve several accounts.</param>
    /// <param name="environment">What the account says it is; its money is never real.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or belongs to another account already.</exception>
    public static GiftCardsBuilder AddInMemory(
        this GiftCardsBuilder builder,
        string name,
        InMemoryGiftCardProvider provider,
        GiftCardEnvironment environment = GiftCardEnvironment.Sandbox
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(provider);
        return builder.AddAccount(
            new AccountRegistration(name, provider.Provider, _ => environment, context => provider.CreateAdapter(context.AccountName))
        );
    }
}
