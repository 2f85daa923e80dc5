using GiftCardSdk;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Resolving;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

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
        services.AddResolving();
        services.TryAddSingleton<AccountFactory>();
        services.TryAddSingleton<IGiftCards, GiftCards>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GiftCardsHostedService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JournalRetention>());
        // Last to start and first to stop: it looks only while orders can be placed.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OrderResolverService>());
        return new GiftCardsBuilder(services);
    }
}
