namespace GiftCardSdk;

/// <summary>When to tell that an account runs out of money, in one currency.</summary>
public sealed record BalanceThreshold
{
    /// <summary>The name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The balance is low when less than this can be spent; its currency is the one that is watched. Zero where the runway alone counts.</summary>
    public required Money Low { get; init; }

    /// <summary>The balance has recovered when this can be spent again; more than <see cref="Low"/>, so that a balance around it does not tell every time.</summary>
    public required Money RecoversAt { get; init; }

    /// <summary>The balance is short when it lasts for less time than this at the present rate of spending; null for no such threshold.</summary>
    public TimeSpan? Runway { get; init; }
}
