using GiftCardSdk.Internal;

namespace GiftCardSdk.Accounts;

/// <summary>When to look at an order again: the provider's word if it gave one, else growing waits that start longer for larger orders.</summary>
/// <param name="options">First and longest wait.</param>
/// <param name="looks">How often the order was looked at before.</param>
internal sealed class PollSchedule(WatchOptions options, int looks = 0)
{
    private const double Growth = 1.6;

    /// <summary>The provider's word is not believed beyond this: a watching that waits for years has ended without saying so.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private int _looks = looks;

    public TimeSpan Next(Order? order, TimeSpan? retryAfter) => Next(CardsOf(order), retryAfter ?? order?.PollAfter);

    /// <summary>When to look again at an order of so many cards.</summary>
    /// <param name="cards">How many cards; 0 if that is not known.</param>
    /// <param name="asked">How long the provider asks to wait; null if it does not say.</param>
    public TimeSpan Next(long cards, TimeSpan? asked)
    {
        // Between 0.8 and 1.2 times, so that orders placed together are not looked at together. In seconds, which may grow beyond what a time span holds: after an hour of looks they do.
        var wait = options.FirstDelay.TotalSeconds * SizeFactor(cards) * Math.Pow(Growth, _looks++) * (0.8 + (0.4 * Jitter.Next()));
        return asked is { } told ? Shorter(told, Longest > options.MaxDelay ? Longest : options.MaxDelay)
            : wait < options.MaxDelay.TotalSeconds ? TimeSpan.FromSeconds(wait)
            : options.MaxDelay;
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static long CardsOf(Order? order) => Math.Max(order?.Lines.Sum(line => (long)line.Quantity) ?? 1, order?.Rewards.Count ?? 1);

    /// <summary>1 for one card, 11 for a thousand: providers make large orders in batches, or have a person look at them.</summary>
    private static double SizeFactor(long cards) => 1 + Math.Log2(Math.Max(1, cards));
}
