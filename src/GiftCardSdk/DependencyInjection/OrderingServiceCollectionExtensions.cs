using GiftCardSdk.Diagnostics;
using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Resolving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk;

internal static class OrderingServiceCollectionExtensions
{
    /// <summary>Registers the order coordinator on the journal that is registered, or on one in memory. May be called again.</summary>
    public static void AddOrdering(this IServiceCollection services)
    {
        services.AddOptions<OrderingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OrderingOptions>, OrderingOptionsValidator>());
        services.TryAddSingleton<IOrderJournal, InMemoryOrderJournal>();
        services.TryAddSingleton(static provider => new OrderCoordinator(
            provider.GetRequiredService<IOrderJournal>(),
            provider.GetRequiredService<IOptions<OrderingOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OrderCoordinator>>(),
            // Internal, so only tests register others: such as judge wrongly, to prove that this is seen.
            rules: provider.GetService<ProtocolRules>()
        ));
    }

    /// <summary>Registers what follows open orders up, by hand and in the background. May be called again.</summary>
    public static void AddResolving(this IServiceCollection services)
    {
        // Asked for when they are needed: what the application registers may itself use the SDK.
        services.TryAddSingleton(static provider => new ResolutionReport(
            provider.GetServices<IOrderObserver>,
            provider.GetRequiredService<Instruments>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OrderResolver>>()
        ));
        services.TryAddSingleton<AccountFinder>(static provider => identity => Find(provider, identity));
        services.TryAddSingleton(static provider => new OrderResolver(
            provider.GetRequiredService<OrderCoordinator>(),
            provider.GetRequiredService<AccountFinder>(),
            provider.GetRequiredService<IOptions<OrderingOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ResolutionReport>(),
            provider.GetService<IOrderRequestSource>,
            provider.GetRequiredService<Instruments>(),
            provider.GetRequiredService<ILogger<OrderResolver>>()
        ));
        services.TryAddSingleton<IGiftCardJournal>(static provider => new GiftCardJournal(
            provider.GetRequiredService<OrderCoordinator>(),
            provider.GetRequiredService<OrderResolver>(),
            provider.GetRequiredService<ResolutionReport>(),
            provider.GetRequiredService<AccountFinder>(),
            name => provider.GetRequiredService<IGiftCards>().GetAccount(name),
            provider.GetRequiredService<TimeProvider>(),
            () => (provider.GetRequiredService<IGiftCards>() as GiftCards)?.JournalAccounts() ?? []
        ));
    }

    private static CoordinatedAccount? Find(IServiceProvider provider, OrderIdentity identity) =>
        (provider.GetRequiredService<IGiftCards>() as GiftCards)?.FindAccount(identity);
}
