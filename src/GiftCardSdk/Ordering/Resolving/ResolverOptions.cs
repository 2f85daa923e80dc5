namespace GiftCardSdk.Ordering;

/// <summary>How orders are followed up that nobody waits for any more: what a crash or a timeout left.</summary>
public sealed class ResolverOptions
{
    /// <summary>
    /// Whether it is done in the background under a generic host. Without it, or without a host, call <see cref="IGiftCardJournal.ResolveAsync"/>.
    /// Default true.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the journal is asked for open orders. Default 15 seconds; 1 second to 1 hour.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait after the first look-up of an order that found nothing out; it doubles from there, with jitter. Default 15 seconds; 1 second to 1 hour.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait between two look-ups of one order. Default 15 minutes; at least <see cref="FirstDelay"/>, at most a day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many orders are looked up at a time, over all accounts. Default 4; 1 to 64.</summary>
    public int MaxParallel { get; set; } = 4;

    /// <summary>
    /// How long after its last send an order that is parked, or believed absent, is still looked for every <see cref="MaxDelay"/>, since a
    /// provider may be later than its quiet time. Default 24 hours; zero for never, at most 30 days.
    /// </summary>
    public TimeSpan LookForLateOrders { get; set; } = TimeSpan.FromHours(24);
}
