namespace GiftCardSdk.Reporting;

/// <summary>How the journal is compared with a provider.</summary>
public sealed record ReconciliationOptions
{
    /// <summary>
    /// How far beyond the period's ends the provider is asked: an order may be placed before midnight and made after it, and paid a little later.
    /// Default 1 hour; zero or more.
    /// </summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many orders are read one by one that the journal has and the list did not show. Default 1,000; zero or more. Further ones are reported as not checked.</summary>
    public int MaxReads { get; init; } = 1_000;
}
