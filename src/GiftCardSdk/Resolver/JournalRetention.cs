using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Resolver;

/// <summary>Under a host: purges what has been kept for long enough, at start and once a day. Tombstones stay until somebody drops them.</summary>
internal sealed class JournalRetention(
    IOrderJournal journal,
    IJournalRecords records,
    IOptions<OrderingOptions> options,
    TimeProvider time,
    ILogger<JournalRetention> logger
) : BackgroundService
{
    private readonly ILogger _logger = logger.Guarded();
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.KeepDetailsFor is not { } kept)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await PurgeAsync(kept, stoppingToken).ConfigureAwait(false);
            await Task.Delay(Daily, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PurgeAsync(TimeSpan kept, CancellationToken cancellationToken)
    {
        try
        {
            var purged = await journal.PurgeAsync(records, time.GetUtcNow() - kept, time, cancellationToken).ConfigureAwait(false);
            OrderingLog.Purged(_logger, purged, kept);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The application stops, or is disposed of without a stop: what the purge needs may be gone already.
        }
        catch (Exception failure)
        {
            OrderingLog.NotPurged(_logger, failure);
        }
    }
}
