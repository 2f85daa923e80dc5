using GiftCardSdk.Accounts;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Resolver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Planning;

internal static class PlanningServiceCollectionExtensions
{
    /// <summary>Registers the planner. May be called again.</summary>
    public static void AddPlanning(this IServiceCollection services) =>
        services.TryAddSingleton<IOrderPlanner>(provider =>
        {
            var giftCards = provider.GetRequiredService<IGiftCards>();
            var coordinator = provider.GetRequiredService<OrderCoordinator>();
            return new OrderPlanner(
                giftCards,
                coordinator,
                new PlanBook(provider.GetRequiredService<IJournalRecords>(), provider.GetRequiredService<TimeProvider>()),
                new PlanSearch(
                    giftCards,
                    coordinator.Journal,
                    provider.GetRequiredService<AccountFinder>(),
                    () => (giftCards as GiftCards)?.JournalAccounts() ?? []
                ),
                provider.GetRequiredService<ILogger<OrderPlanner>>()
            );
        });
}
