using GiftCardSdk.Accounts;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
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
            var records = provider.GetRequiredService<IJournalRecords>();
            EnsureShared(provider.GetRequiredService<IOrderJournal>(), records);
            return new OrderPlanner(
                giftCards,
                coordinator,
                new PlanBook(records, provider.GetRequiredService<TimeProvider>()),
                new PlanSearch(
                    giftCards,
                    coordinator.Journal,
                    provider.GetRequiredService<AccountFinder>(),
                    () => (giftCards as GiftCards)?.JournalAccounts() ?? []
                ),
                provider.GetRequiredService<ILogger<OrderPlanner>>()
            );
        });

    private static void EnsureShared(IOrderJournal journal, IJournalRecords records)
    {
        // Two processes with plans of their own would each choose an account, and both would buy.
        if (!journal.IsExclusive && records is InMemoryRecords { StandsIn: true })
        {
            throw new InvalidOperationException(
                $"{nameof(IOrderPlanner)} needs its plans where the order journal is, and {journal.GetType().Name} is shared with other processes and keeps no records: give it {nameof(IOrderJournal)}.{nameof(IOrderJournal.Records)}, or register {nameof(IJournalRecords)} that all of them share."
            );
        }
    }
}
