namespace GiftCardSdk;

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

    /// <summary>
    /// How many orders of one account are looked up at a time, where each takes a call of its own; accounts do not wait for each other. Default 4; 1
    /// to 64.
    /// </summary>
    public int MaxParallel { get; set; } = 4;

    /// <summary>
    /// How long one reading of a provider's list of orders may take, which answers for all open orders of an account. Default 5 minutes; 30 seconds
    /// to 1 hour.
    /// </summary>
    public TimeSpan ScanWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an order is looked up without an answer that proves anything, such as one from a provider that cannot be reached, before it is parked
    /// for a person, where sending it again could buy again. Default 24 hours; 1 hour to 30 days.
    /// </summary>
    public TimeSpan ParkAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long after its last send an order that is parked, or believed absent, is still looked for every <see cref="MaxDelay"/>, since a
    /// provider may be later than its quiet time. Default 24 hours; zero for never, at most 30 days.
    /// </summary>
    public TimeSpan LookForLateOrders { get; set; } = TimeSpan.FromHours(24);
}
