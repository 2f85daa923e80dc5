using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.History;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Resolver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Accounts;

internal static class AccountsServiceCollectionExtensions
{
    /// <summary>Registers the accounts, and the journal as a person uses it, which finds accounts by name. May be called again.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton<AccountFactory>();
        services.TryAddSingleton<IGiftCards, GiftCards>();
        services.TryAddSingleton<AccountFinder>(static provider => identity => Find(provider, identity));
        services.TryAddSingleton<IGiftCardJournal>(static provider => new GiftCardJournal(
            provider.GetRequiredService<OrderCoordinator>(),
            provider.GetRequiredService<OrderResolver>(),
            provider.GetRequiredService<ResolutionNotifier>(),
            provider.GetRequiredService<AccountFinder>(),
            name => provider.GetRequiredService<IGiftCards>().GetAccount(name),
            provider.GetRequiredService<TimeProvider>(),
            () => (provider.GetRequiredService<IGiftCards>() as GiftCards)?.JournalAccounts() ?? [],
            provider.GetRequiredService<IJournalRecords>()
        ));
        services.TryAddSingleton<IGiftCardHistory>(static provider => new GiftCardHistory(
            provider.GetRequiredService<OrderCoordinator>().Journal,
            provider.GetRequiredService<IJournalRecords>(),
            provider.GetRequiredService<OrderCoordinator>().Recorder is not null,
            name => provider.GetRequiredService<IGiftCards>().GetAccount(name),
            provider.GetRequiredService<ILogger<GiftCardHistory>>()
        ));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GiftCardsHostedService>());
    }

    private static Account? Find(IServiceProvider provider, OrderIdentity identity) =>
        (provider.GetRequiredService<IGiftCards>() as GiftCards)?.FindAccount(identity);
}
