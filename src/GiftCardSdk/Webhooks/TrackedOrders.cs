using GiftCardSdk.Accounts;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>The orders that are looked at, and when each of them is looked at next.</summary>
internal sealed class TrackedOrders(
    IJournalRecords records,
    EventIds ids,
    StatusPollOptions options,
    TimeProvider time,
    ILogger<TrackedOrders> logger
)
{
    private readonly ILogger _logger = logger.Guarded();
    private readonly WatchOptions _waits = new() { FirstDelay = options.FirstDelay, MaxDelay = options.MaxDelay };

    /// <summary>Looks at an order from now on, unless it is looked at already.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="orderId">The provider's id.</param>
    /// <param name="cards">How many cards it is for: larger orders take longer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask AddAsync(Account account, string orderId, long cards, CancellationToken cancellationToken)
    {
        if (!account.Adapter.Capabilities.Supports(GiftCardFeature.Status))
        {
            return;
        }

        var now = time.GetUtcNow();
        var order = new TrackedOrder
        {
            Account = account.Name,
            OrderId = orderId,
            AcceptedAt = now,
        };
        var id = await ids.OfOrderAsync(account, orderId).ConfigureAwait(false);
        var first = now + new PollSchedule(_waits).Next(cards, asked: null);
        _ = await records
            .TryAddAsync(InboxRecord.New(InboxRecord.Order, id, order.Write(), now, first), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>An order was read for another reason: the next look is counted from now.</summary>
    public async ValueTask SeenAsync(Account account, Order order)
    {
        var id = await ids.OfOrderAsync(account, order.Id).ConfigureAwait(false);
        if (
            await records.FindAsync(InboxRecord.Order, id, CancellationToken.None).ConfigureAwait(false) is
            { Group: InboxRecord.Open } record
        )
        {
            var (group, body, dueAt) = AfterLook(TrackedOrder.Read(record), account, order);
            // If somebody is looking at it just now, theirs is the newer word.
            _ = await records
                .TryUpdateAsync(record.Next(group, body, time.GetUtcNow(), dueAt), CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    /// <summary>What becomes of an order that was looked at.</summary>
    public (string Group, string Body, DateTimeOffset? DueAt) AfterLook(TrackedOrder tracked, Account account, Order seen)
    {
        var now = time.GetUtcNow();
        var looked = tracked with { Looks = tracked.Looks + 1 };
        var wait = new PollSchedule(_waits, looked.Looks).Next(seen, retryAfter: null);
        if (OrderEvents.IsOnItsWay(seen))
        {
            return Again(looked, now + wait, options.GiveUpAfter, account);
        }

        looked = looked with { ArrivedAt = looked.ArrivedAt ?? now };
        return MayStillBounce(account, seen) && now < looked.ArrivedAt + options.FollowDeliveryFor
                ? (InboxRecord.Open, looked.Write(), looked.ArrivedAt + options.FollowDeliveryFor)
            : MayStillBeClaimed(account, seen) && now < looked.AcceptedAt + options.FollowRedemptionFor
                ? (InboxRecord.Open, looked.Write(), now + options.MaxDelay)
            : (InboxRecord.Done, looked.Write(), null);
    }

    /// <summary>What becomes of an order that could not be looked at.</summary>
    public (string Group, string Body, DateTimeOffset? DueAt) AfterFailure(TrackedOrder tracked, Account? account, TimeSpan? retryAfter)
    {
        var looked = tracked with { Looks = tracked.Looks + 1 };
        var wait = new PollSchedule(_waits, looked.Looks).Next(order: null, retryAfter);
        var last = options.FollowRedemptionFor > options.GiveUpAfter ? options.FollowRedemptionFor : options.GiveUpAfter;
        return Again(looked, time.GetUtcNow() + wait, last, account);
    }

    private (string Group, string Body, DateTimeOffset? DueAt) Again(
        TrackedOrder looked,
        DateTimeOffset next,
        TimeSpan giveUpAfter,
        Account? account
    )
    {
        if (time.GetUtcNow() < looked.AcceptedAt + giveUpAfter)
        {
            return (InboxRecord.Open, looked.Write(), next);
        }

        WebhookLog.NotFollowed(_logger, looked.OrderId, account?.Name ?? looked.Account);
        return (InboxRecord.Done, looked.Write(), null);
    }

    private static bool MayStillBounce(Account account, Order seen) =>
        seen.Status == OrderStatus.Completed
        && seen.Delivery is Delivery.Email or Delivery.Sms or Delivery.EmailAndSms
        && account.Adapter.Capabilities.Supports(GiftCardFeature.DeliveryTracking);

    private static bool MayStillBeClaimed(Account account, Order seen) =>
        OrderEvents.IsRedeemable(seen) && account.Adapter.Capabilities.Supports(GiftCardFeature.RedemptionTracking);
}
