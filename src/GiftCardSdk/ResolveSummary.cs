namespace GiftCardSdk;

/// <summary>What one pass over the open orders came to.</summary>
public sealed record ResolveSummary
{
    /// <summary>How many orders were looked up, or placed again where an <see cref="IOrderRequestSource"/> rebuilt them.</summary>
    public int LookedAt { get; init; }

    /// <summary>How many turned out to be bought.</summary>
    public int Accepted { get; init; }

    /// <summary>How many are now believed not to exist; their references may be placed again.</summary>
    public int Absent { get; init; }

    /// <summary>How many were parked in this pass: a person decides.</summary>
    public int Parked { get; init; }

    /// <summary>How many were looked up and are still unknown.</summary>
    public int StillUnknown { get; init; }

    /// <summary>How many are purchases of another kind (payouts, campaign runs), which only their own call can find out.</summary>
    public int NeedCaller { get; init; }

    /// <summary>How many belong to an account that is not configured here, or cannot be made.</summary>
    public int WithoutAccount { get; init; }

    /// <summary>How many another process, or a caller in this one, has in hand.</summary>
    public int InOtherHands { get; init; }
}
