namespace GiftCardSdk.Sandbox;

/// <summary>
/// A provider's rate limit as a burst-tolerant bucket, refilled lazily from the clock. Guarded by the twin's lock.
/// </summary>
internal sealed class RequestBudget
{
    private double _tokens = double.MaxValue;
    private DateTimeOffset _refilledAt;

    /// <summary>Takes one request out of the budget; false when it is used up.</summary>
    public bool TryTake(DateTimeOffset now, int perSecond, int burst)
    {
        var refill = Math.Max(0, (now - _refilledAt).TotalSeconds) * perSecond;
        _tokens = Math.Min(burst, _tokens + refill);
        _refilledAt = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
