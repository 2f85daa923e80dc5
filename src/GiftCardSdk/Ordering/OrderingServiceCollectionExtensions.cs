using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Ordering;

internal static class OrderingServiceCollectionExtensions
{
    /// <summary>Registers the order coordinator on the journal that is registered, or on one in memory. May be called again.</summary>
    public static void AddOrdering(this IServiceCollection services)
    {
        services.AddOptions<OrderingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OrderingOptions>, OrderingOptionsValidator>());
        services.TryAddSingleton<IOrderJournal, InMemoryOrderJournal>();
        services.TryAddSingleton(static provider =>
            provider.GetRequiredService<IOrderJournal>().Records ?? new InMemoryRecords(standsIn: true)
        );
        services.TryAddSingleton(static provider => new RateSharing(
            provider.GetService<ISharedRate>()
                ?? (
                    provider.GetRequiredService<IOrderJournal>() is { IsExclusive: false, Records: { } records }
                        ? new JournalSharedRate(records, provider.GetRequiredService<TimeProvider>())
                        : null
                )
        ));
        services.TryAddSingleton(static provider => new OrderCoordinator(
            provider.GetRequiredService<IOrderJournal>(),
            provider.GetRequiredService<IOptions<OrderingOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OrderCoordinator>>(),
            // Internal, so only tests register others: such as judge wrongly, to prove that this is seen.
            rules: provider.GetService<ProtocolRules>(),
            instruments: provider.GetService<Instruments>(),
            records: provider.GetRequiredService<IJournalRecords>(),
            recorder: provider.GetService<IOrderRecorder>()
        ));
    }
}
