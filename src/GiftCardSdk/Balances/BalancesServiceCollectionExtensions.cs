using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Balances;

internal static class BalancesServiceCollectionExtensions
{
    /// <summary>Registers the monitor of balances. May be called again: thresholds add up.</summary>
    public static void AddBalanceMonitor(this IServiceCollection services, Action<BalanceMonitorOptions> configure)
    {
        services.AddOptions<BalanceMonitorOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BalanceMonitorOptions>, BalanceMonitorOptionsValidator>());
        services.TryAddSingleton(static provider => new BalanceNotifier(
            provider.GetServices<IBalanceObserver>,
            GuardedTimeProvider.Of(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<ILogger<BalanceMonitor>>().Guarded()
        ));
        services.TryAddSingleton<BalanceReadings>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, BalanceMonitor>());
    }
}
