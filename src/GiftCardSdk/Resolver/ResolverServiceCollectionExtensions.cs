using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Resolver;

internal static class ResolverServiceCollectionExtensions
{
    /// <summary>Registers what follows open orders up, by hand and in the background; whoever calls it registers an <see cref="AccountFinder"/>.</summary>
    public static void AddResolver(this IServiceCollection services)
    {
        // Asked for when they are needed: what the application registers may itself use the SDK.
        services.TryAddSingleton(static provider => new ResolutionNotifier(
            provider.GetServices<IOrderObserver>,
            provider.GetRequiredService<Instruments>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OrderResolver>>()
        ));
        services.TryAddSingleton(static provider => new OrderResolver(
            provider.GetRequiredService<OrderCoordinator>(),
            provider.GetRequiredService<AccountFinder>(),
            provider.GetRequiredService<IOptions<OrderingOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ResolutionNotifier>(),
            provider.GetService<IOrderRequestSource>,
            provider.GetRequiredService<Instruments>(),
            provider.GetRequiredService<ILogger<OrderResolver>>()
        ));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JournalRetention>());
        // Last to start and first to stop: it looks only while orders can be placed.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OrderResolverService>());
    }
}
