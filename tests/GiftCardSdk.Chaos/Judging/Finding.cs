namespace GiftCardSdk.Chaos.Judging;

/// <summary>How bad it is.</summary>
internal enum Verdict
{
    /// <summary>Sold more than once.</summary>
    Duplicate,

    /// <summary>Sold, or said to be, and somebody who must know of it does not.</summary>
    Lost,
}

/// <summary>Something about an order on which ledger, journal and callers do not agree.</summary>
/// <param name="Verdict">How bad it is.</param>
/// <param name="What">What it is, in words.</param>
internal sealed record Finding(Verdict Verdict, string What);
