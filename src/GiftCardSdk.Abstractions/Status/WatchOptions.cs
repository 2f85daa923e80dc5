namespace GiftCardSdk;

/// <summary>How an order is watched until it is complete.</summary>
public sealed record WatchOptions
{
    /// <summary>How long to watch at most; a still pending order is then returned. Default 5 minutes; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait before the second look at an order of one card; larger orders start slower. Default half a second.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two looks. Default 1 minute.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How much of the rewards is read once at the end. Default everything.</summary>
    public RewardDetail Detail { get; init; } = RewardDetail.Secrets;
}
