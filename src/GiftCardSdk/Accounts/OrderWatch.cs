using System.Runtime.CompilerServices;

namespace GiftCardSdk.Accounts;

/// <summary>
/// One watching of one order: looks without rewards, spaced by the order's size, and reads the rewards once it seems final. A passing failure
/// of the provider does not end it; the deadline does, and then the order is returned as it is. The last look begins shortly before, so that its
/// answer is there in time, and one that is not is left alone.
/// </summary>
internal sealed class OrderWatch(IGiftCardStatus status, TimeProvider time, string orderId, WatchOptions options)
{
    private static readonly TimeSpan MostForLastLook = TimeSpan.FromSeconds(2);

    /// <summary>What a timer takes; longer deadlines are kept by the looks alone.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    private readonly long _started = time.GetTimestamp();
    private readonly PollSchedule _schedule = new(options);
    private Order? _last;

    private bool IsEndless => options.Deadline == Timeout.InfiniteTimeSpan;

    /// <summary>Without any time there is one look, and it may take what it takes.</summary>
    private bool CutsLooksOff => options.Deadline > TimeSpan.Zero && options.Deadline <= LongestTimer;

    private TimeSpan Left => IsEndless ? TimeSpan.MaxValue : options.Deadline - time.GetElapsedTime(_started);

    /// <summary>Zero if it is due: a look may take until then, or the one who reads them.</summary>
    private TimeSpan UntilLastLook =>
        IsEndless ? TimeSpan.MaxValue : Longer(Left - Shorter(MostForLastLook, options.Deadline / 10), TimeSpan.Zero);

    public async IAsyncEnumerable<Order> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(CutsLooksOff ? options.Deadline : Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        while (true)
        {
            var isLast = UntilLastLook <= TimeSpan.Zero;
            var (seen, failure) = await LookAsync(isLast, either.Token, cancellationToken).ConfigureAwait(false);
            var over = isLast || Left <= TimeSpan.Zero;
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

            await Task.Delay(Shorter(_schedule.Next(seen ?? _last, failure?.RetryAfter), UntilLastLook), time, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>A cheap look; the full one when the order seems final, or when it is the last. Only the full one decides.</summary>
    private async Task<(Order? Seen, GiftCardException? Failure)> LookAsync(
        bool isLast,
        CancellationToken untilDeadline,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var order = await status.GetAsync(orderId, RewardDetail.None, untilDeadline).ConfigureAwait(false);
            var full = options.Detail != RewardDetail.None && (order.Status.IsFinal || isLast);
            return (full ? await status.GetAsync(orderId, options.Detail, untilDeadline).ConfigureAwait(false) : order, null);
        }
        catch (GiftCardException failure) when (failure.IsTransient)
        {
            return (null, failure);
        }
        catch (OperationCanceledException) when (untilDeadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, TooSlow());
        }
    }

    private GiftCardException TooSlow() =>
        new(
            $"The order {orderId} could not be read within {options.Deadline}: the provider had not answered by then. It is as bought as before; read it again later.",
            GiftCardErrorCode.ProviderUnavailable,
            GiftCardOutcome.NotAnOrder
        )
        {
            OrderId = orderId,
            IsTransient = true,
        };

    private bool IsNews(Order seen) => _last is null || _last.Status != seen.Status || _last.Rewards.Count != seen.Rewards.Count;

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
