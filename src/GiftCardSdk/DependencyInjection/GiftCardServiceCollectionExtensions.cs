using GiftCardSdk;
using GiftCardSdk.Accounts;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Planning;
using GiftCardSdk.Resolver;
using GiftCardSdk.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers gift cards.</summary>
public static class GiftCardServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IGiftCards"/> and returns a builder for the accounts: <c>services.AddGiftCards().AddGiftbit(…)</c>. May be called several
    /// times; everything is registered once. Under a generic host, accounts are checked at start, open orders are followed up, and orders
    /// under way are finished at stop.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The builder.</returns>
    public static GiftCardsBuilder AddGiftCards(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddProviderHttp();
        services.AddOrdering();
        // The order of hosted services is that of their start: accounts first, what looks for open orders last, and first to stop.
        services.AddAccounts();
        services.AddResolver();
        services.AddWebhooks();
        services.AddPlanning();
        // An account that nobody has added is refused in words that name those there are; one that was added while running is found.
        services.TryAddKeyedTransient<IGiftCardAccount>(
            KeyedService.AnyKey,
            static (services, key) => services.GetRequiredService<IGiftCards>().GetAccount(key?.ToString() ?? "")
        );
        return new GiftCardsBuilder(services);
    }
}
