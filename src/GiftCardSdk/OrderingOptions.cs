namespace GiftCardSdk;

/// <summary>How orders are placed, the same for every account.</summary>
public sealed class OrderingOptions
{
    /// <summary>How long one send may take, from the last check before the first byte to the answer. Default 100 seconds; 1 second to 10 minutes.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long one call of <see cref="IGiftCardOrders.PlaceAsync"/> tries to find out what became of an order whose answer was lost, and the
    /// longest single wait before a repeat (a longer Retry-After ends the call). Default 30 seconds; 1 second to 10 minutes.
    /// </summary>
    public TimeSpan ResolveWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often one call sends at most, where a repeat is allowed at all. Default 3; 1 to 10.</summary>
    public int MaxSends { get; set; } = 3;

    /// <summary>The wait before the first repeat or further look-up; it grows from there, with jitter. Default half a second; 1 ms to 1 minute.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait that growing reaches. Default 10 seconds; at least <see cref="FirstDelay"/>, at most 10 minutes.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the journal keeps the details of a settled order after its entry was last written; then a tombstone remains, which still keeps the
    /// reference from buying again. Works under a host, once a day. Default null: forever. At least 1 day.
    /// </summary>
    public TimeSpan? KeepDetailsFor { get; set; }

    /// <summary>
    /// Whether an account of real money may run on the memory journal although a repeated order could buy again at its provider. A crash can
    /// then lead to a second purchase. Default false.
    /// </summary>
    public bool AllowMemoryJournalInProduction { get; set; }

    /// <summary>How orders are followed up that nobody waits for any more.</summary>
    public ResolverOptions Resolver { get; } = new();
}
