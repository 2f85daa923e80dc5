using System.Collections.Frozen;

namespace GiftCardSdk.Giftbit;

/// <summary>What this adapter believes about Giftbit's wire where the documents are silent. Everything can be overridden through the options.</summary>
public sealed class GiftbitWireAssumptions
{
    /// <summary>The country code that means everywhere, for <see cref="RegionCountries"/>.</summary>
    public const string Worldwide = "*";

    private static readonly FrozenDictionary<string, string> UsualCountries = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Canada"] = "CA",
        ["USA"] = "US",
        ["United States"] = "US",
        ["Australia"] = "AU",
        ["Global"] = Worldwide,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> UsualCurrencies = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Canada"] = "CAD",
        ["USA"] = "USD",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Which countries a region's name stands for: ISO 3166-1 alpha-2 codes separated by commas, or <see cref="Worldwide"/>. Regions that are
    /// not listed have unknown countries. Giftbit names regions in words only; the four names of the API reference are documented, "United
    /// States" is third-party knowledge, and what countries they mean is inferred.
    /// </summary>
    public IReadOnlyDictionary<string, string> RegionCountries { get; set; } = UsualCountries;

    /// <summary>
    /// In which currency a price is meant when the whole catalogue of a region is ordered. Such orders carry no currency and no brand that would
    /// tell it, so a region that is not listed cannot be ordered. Inferred: the API reference's samples charge CAD for Canada.
    /// </summary>
    public IReadOnlyDictionary<string, string> RegionCurrencies { get; set; } = UsualCurrencies;

    /// <summary>
    /// The time zone of Giftbit's times, which carry none. Documented as "Pacific Standard Time"; that summer time is observed is inferred.
    /// Set <c>Etc/GMT+8</c> if it proves to be eight hours behind UTC all year.
    /// </summary>
    public string TimeZoneId { get; set; } = GiftbitTime.PacificZoneId;
}
