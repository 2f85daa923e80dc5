using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>Looks at the orders whose time has come, and writes down what they show to have happened: what a lost webhook did not say.</summary>
internal sealed class StatusPoller(
    AcceptedOrders accepted,
    TrackedOrders tracked,
    DueRecords due,
    EventInbox inbox,
    Func<string, Account?> accounts,
    StatusPollOptions options,
    TimeProvider time,
    ILogger<StatusPoller> logger,
    IOrderRecorder? recorder = null
)
{
    /// <summary>Outlives a reading with all its waits and repeats.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ILogger _logger = logger.Guarded();

    /// <summary>One pass.</summary>
    /// <returns>How many orders were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await accepted.TakeInAsync(cancellationToken).ConfigureAwait(false);
        return await due.RunAsync(InboxRecord.Order, Life, options.MaxParallel, TrackedOrder.Read, LookAsync, cancellationToken)
            .ConfigureAwait(false);
    }

    private async ValueTask<bool> LookAsync(JournalRecord taken, TrackedOrder order, CancellationToken cancellationToken)
    {
        var account = accounts(order.Account);
        var (group, body, dueAt) = account is null
            ? tracked.AfterFailure(order, null, null)
            : await LookAsync(account, order, cancellationToken).ConfigureAwait(false);
        _ = await due.WriteAsync(taken, group, body, dueAt).ConfigureAwait(false);
        return account is not null;
    }

    private async ValueTask<(string Group, string Body, DateTimeOffset? DueAt)> LookAsync(
        Account account,
        TrackedOrder order,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var begun = time.GetUtcNow();
            var seen = await account.Adapter.GetOrderAsync(order.OrderId, RewardDetail.State, cancellationToken).ConfigureAwait(false);
            if (recorder is not null)
            {
                await recorder.RecordAsync(account, seen, RewardDetail.State, begun).ConfigureAwait(false);
            }

            foreach (var told in OrderEvents.Of(seen))
            {
                _ = await inbox.AddAsync(account, told, GiftCardEventSource.ReadBack, default, cancellationToken).ConfigureAwait(false);
            }

            return tracked.AfterLook(order, account, seen);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name;
            WebhookLog.NotLookedAt(_logger, order.OrderId, order.Account, reason);
            return tracked.AfterFailure(order, account, (failure as GiftCardException)?.RetryAfter);
        }
    }
}
