using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>Under a generic host: hands over what has come in, at once, and what is due again; forgets what was done long ago.</summary>
internal sealed class EventDispatchService(
    IGiftCardWebhooks webhooks,
    HandlerPresence handlers,
    EventInbox inbox,
    GiftCardEventOptions options,
    OrderingOptions ordering,
    TimeProvider time,
    ILogger<EventDispatcher> logger
) : BackgroundService
{
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    private readonly ILogger _logger = logger.Guarded();
    private long? _purged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without a handler, what comes in waits for the version of the application that has one.
        while (options.Enabled && handlers.Any && !stoppingToken.IsCancellationRequested)
        {
            var change = inbox.NextChange();
            await PassAsync(stoppingToken).ConfigureAwait(false);
            await change.WaitAsync(options.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        try
        {
            _ = await webhooks.DispatchAsync(stoppingToken).ConfigureAwait(false);
            await PurgeAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops, or is disposed of without a stop: what the pass needs may be gone already.
        }
        catch (Exception failure)
        {
            WebhookLog.PassFailed(_logger, "the inbox", failure.GetType().Name);
        }
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        if (_purged is { } last && time.GetElapsedTime(last) < Hourly)
        {
            return;
        }

        _purged = time.GetTimestamp();
        // An order that the journal still tells of must not be looked at anew.
        var kept = options.KeepFor > options.Poll.GiveUpAfter ? options.KeepFor : options.Poll.GiveUpAfter;
        var now = time.GetUtcNow();
        var doneBefore = now - kept - Hourly;
        DateTimeOffset? parkedBefore =
            ordering.KeepDetailsFor is not { } details ? null
            : details > kept ? now - details
            : doneBefore;
        await inbox.PurgeAsync(doneBefore, parkedBefore, cancellationToken).ConfigureAwait(false);
    }
}
