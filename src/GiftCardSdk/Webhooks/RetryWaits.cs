using GiftCardSdk.Internal;

namespace GiftCardSdk.Webhooks;

/// <summary>How long to wait after so many tries: twice as long each time, with jitter, so that what failed together does not come back together.</summary>
internal sealed class RetryWaits(GiftCardEventOptions options, JitterSource jitter)
{
    private const int MostDoublings = 24;

    public TimeSpan After(int tries)
    {
        var wait = options.FirstDelay * (1L << Math.Clamp(tries - 1, 0, MostDoublings));
        return (wait < options.MaxDelay ? wait : options.MaxDelay) * (0.75 + (0.5 * jitter()));
    }
}
