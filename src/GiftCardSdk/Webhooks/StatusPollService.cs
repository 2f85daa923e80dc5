using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>Under a generic host, where a handler is registered: one pass over the orders after another.</summary>
internal sealed class StatusPollService(
    IGiftCardWebhooks webhooks,
    HandlerPresence handlers,
    GiftCardEventOptions options,
    TimeProvider time,
    ILogger<StatusPoller> logger
) : BackgroundService
{
    private readonly ILogger _logger = logger.Guarded();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Enabled || !options.Poll.Enabled || !handlers.Any)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await PassAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(options.Poll.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        try
        {
            _ = await webhooks.PollAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops, or is disposed of without a stop: what the pass needs may be gone already.
        }
        catch (Exception failure)
        {
            WebhookLog.PassFailed(_logger, "the orders", failure.GetType().Name);
        }
    }
}
