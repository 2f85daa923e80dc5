using GiftCardSdk.Internal;

namespace GiftCardSdk.Accounts;

/// <summary>When to look at an order again: the provider's word if it gave one, else growing waits that start longer for larger orders.</summary>
internal sealed class PollSchedule(WatchOptions options)
{
    private const double Growth = 1.6;

    /// <summary>The provider's word is not believed beyond this: a watching that waits for years has ended without saying so.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private int _looks;

    public TimeSpan Next(Order? order, TimeSpan? retryAfter)
    {
        // Between 0.8 and 1.2 times, so that orders placed together are not looked at together. In seconds, which may grow beyond what a time span holds: after an hour of looks they do.
        var wait = options.FirstDelay.TotalSeconds * SizeFactor(order) * Math.Pow(Growth, _looks++) * (0.8 + (0.4 * Jitter.Next()));
        return (retryAfter ?? order?.PollAfter) is { } asked ? Shorter(asked, Longest > options.MaxDelay ? Longest : options.MaxDelay)
            : wait < options.MaxDelay.TotalSeconds ? TimeSpan.FromSeconds(wait)
            : options.MaxDelay;
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    /// <summary>1 for one card, 11 for a thousand: providers make large orders in batches, or have a person look at them.</summary>
    private static double SizeFactor(Order? order) =>
        1 + Math.Log2(Math.Max(1, Math.Max(order?.Lines.Sum(line => (long)line.Quantity) ?? 1, order?.Rewards.Count ?? 1)));
}
