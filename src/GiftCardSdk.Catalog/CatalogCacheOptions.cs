namespace GiftCardSdk.Catalog;

/// <summary>How the catalogs of accounts are kept.</summary>
public sealed class CatalogCacheOptions
{
    /// <summary>
    /// How long the products of an account are kept. Null, the default, takes each provider's own time (<see cref="Capabilities.CatalogLife"/>): a week
    /// at Gift Card Partners, minutes at Giftbit. More than zero, at most 30 days.
    /// </summary>
    public TimeSpan? Life { get; set; }

    /// <summary>The same for single accounts, by name; what is not named here goes by <see cref="Life"/>. Each more than zero, at most 30 days.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Lives { get; set; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>
    /// How much longer old products are shown while they are read anew in the background, so that nobody waits for a provider. Default zero: whoever
    /// comes after the time waits for fresh ones. Zero to 30 days.
    /// </summary>
    public TimeSpan StaleFor { get; set; }

    /// <summary>
    /// How long a process goes by its own copy where an <c>IDistributedCache</c> is shared: what another process has forgotten is still seen for
    /// this long. Default 5 minutes; 1 second to 30 days.
    /// </summary>
    public TimeSpan LocalLife { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an account's products are kept.</summary>
    internal TimeSpan LifeOf(CatalogSource source) => Lives.TryGetValue(source.Account, out var own) ? own : Life ?? source.Life;
}
