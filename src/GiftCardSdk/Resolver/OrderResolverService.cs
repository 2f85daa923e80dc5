using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Resolver;

/// <summary>Under a generic host: one pass after another, from the start to the stop of the application.</summary>
internal sealed class OrderResolverService(
    OrderResolver resolver,
    IOptions<OrderingOptions> options,
    TimeProvider time,
    ILogger<OrderResolver> logger
) : BackgroundService
{
    private readonly ILogger _logger = logger.Guarded();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.Resolver;
        if (!settings.Enabled)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await PassAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(settings.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await GiveBackAsync().ConfigureAwait(false);
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        try
        {
            _ = await resolver.RunAsync(onlyDue: true, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops, or is disposed of without a stop: what the pass needs may be gone already.
        }
        catch (Exception failure)
        {
            ResolverLog.PassFailed(_logger, failure.GetType().Name);
        }
    }

    private async Task GiveBackAsync()
    {
        try
        {
            await resolver.GiveBackAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // The leases run out by themselves.
            ResolverLog.PassFailed(_logger, failure.GetType().Name);
        }
    }
}
