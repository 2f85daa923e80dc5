using System.Runtime.CompilerServices;

namespace GiftCardSdk.Accounts;

/// <summary>
/// One watching of one order: looks without rewards, spaced by the order's size, and reads the rewards once it seems final. A passing failure
/// of the provider does not end it; the deadline does, and then the order is returned as it is.
/// </summary>
internal sealed class OrderWatch(IGiftCardStatus status, TimeProvider time, string orderId, WatchOptions options)
{
    private readonly long _started = time.GetTimestamp();
    private readonly PollSchedule _schedule = new(options);
    private Order? _last;

    private TimeSpan Left =>
        options.Deadline == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : options.Deadline - time.GetElapsedTime(_started);

    public async IAsyncEnumerable<Order> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (seen, failure) = await LookAsync(cancellationToken).ConfigureAwait(false);
            var over = Left <= TimeSpan.Zero;
            if (over && failure is not null && _last is null)
            {
                throw failure;
            }

            if (seen is not null && (seen.Status.IsFinal || over))
            {
                yield return seen;
                yield break;
            }

            if (seen is not null && IsNews(seen))
            {
                _last = seen;
                yield return seen;
            }

            if (over)
            {
                yield break;
            }

            await Task.Delay(Shorter(_schedule.Next(seen ?? _last, failure?.RetryAfter), Left), time, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>A cheap look; the full one when the order seems final, or when it is the last. Only the full one decides.</summary>
    private async Task<(Order? Seen, GiftCardException? Failure)> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var order = await status.GetAsync(orderId, RewardDetail.None, cancellationToken).ConfigureAwait(false);
            var full = options.Detail != RewardDetail.None && (order.Status.IsFinal || Left <= TimeSpan.Zero);
            return (full ? await status.GetAsync(orderId, options.Detail, cancellationToken).ConfigureAwait(false) : order, null);
        }
        catch (GiftCardException failure) when (failure.IsTransient)
        {
            return (null, failure);
        }
    }

    private bool IsNews(Order seen) => _last is null || _last.Status != seen.Status || _last.Rewards.Count != seen.Rewards.Count;

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
