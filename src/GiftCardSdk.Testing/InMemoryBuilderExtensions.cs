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
        return builder.AddAccount(RegistrationOf(name, provider, environment));
    }

    /// <summary>
    /// Puts a provider in memory in the place of an account that the application has added, under the same name: for tests of the whole
    /// application, such as in <c>ConfigureTestServices</c> of a <c>WebApplicationFactory</c>. The account's own options are neither read nor checked
    /// any more, so that a test needs no token.
    /// </summary>
    /// <param name="services">The application's services, after its own registrations.</param>
    /// <param name="name">The name of the account.</param>
    /// <param name="provider">The provider; may take the place of several accounts.</param>
    /// <param name="environment">What the account says it is; its money is never real.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The application has added no account of that name; the message names those that it has.</exception>
    public static IServiceCollection ReplaceWithInMemory(
        this IServiceCollection services,
        string name,
        InMemoryGiftCardProvider provider,
        GiftCardEnvironment environment = GiftCardEnvironment.Sandbox
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(provider);
        for (var i = 0; i < services.Count; i++)
        {
            if (RegistrationOf(services[i])?.Name == name)
            {
                services[i] = ServiceDescriptor.Singleton(RegistrationOf(name, provider, environment));
                return services;
            }
        }

        var known = string.Join(", ", services.Select(RegistrationOf).OfType<AccountRegistration>().Select(one => $"'{one.Name}'"));
        throw new ArgumentException(
            $"The application has no gift card account named '{name}' that could be replaced; it has {(known.Length > 0 ? known : "none")}. Call this after the application's own AddGiftCards().",
            nameof(name)
        );
    }

    private static AccountRegistration? RegistrationOf(ServiceDescriptor service) =>
        service.IsKeyedService ? null : service.ImplementationInstance as AccountRegistration;

    private static AccountRegistration RegistrationOf(string name, InMemoryGiftCardProvider provider, GiftCardEnvironment environment) =>
        new(name, provider.Provider, _ => environment, context => provider.CreateAdapter(context.AccountName));
}
