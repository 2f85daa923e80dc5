namespace GiftCardSdk.Balances;

/// <summary>One threshold and on which side of it the balance was seen last: told is the crossing, and coming back takes a little more.</summary>
internal sealed class ThresholdState(BalanceThreshold threshold)
{
    private const double BackTo = 1.25;

    private bool _isLow;
    private bool _isShort;

    public BalanceThreshold Threshold => threshold;

    /// <summary>What a reading changes.</summary>
    /// <param name="available">What can be spent.</param>
    /// <param name="runway">How long that lasts; null if it is not known.</param>
    public IEnumerable<BalanceChange> Note(Money available, TimeSpan? runway)
    {
        if (_isLow ? available >= threshold.RecoversAt : available < threshold.Low)
        {
            _isLow = !_isLow;
            yield return _isLow ? BalanceChange.Low : BalanceChange.Recovered;
        }

        if (threshold.Runway is { } least && runway is { } left && (_isShort ? left >= least * BackTo : left < least))
        {
            _isShort = !_isShort;
            yield return _isShort ? BalanceChange.RunwayShort : BalanceChange.RunwayRecovered;
        }
    }
}
