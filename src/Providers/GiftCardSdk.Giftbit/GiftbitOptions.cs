using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftbit;

/// <summary>Settings of one Giftbit account. Tokens are read for every attempt, so that they can be changed without a restart.</summary>
public sealed class GiftbitOptions : IAccountOptions
{
    /// <summary>The API token of this environment, made in Giftbit's portal under the user's name, API Keys. Required; never printed.</summary>
    public string? ApiToken { get; set; }

    /// <summary>A second token, tried when the first is refused with 401: lets tokens be changed one after the other. Null for none.</summary>
    public string? SecondaryApiToken { get; set; }

    /// <summary>
    /// The account's stable id in the order journal; null for its name. A reference is one order <em>per account</em> and forever: whoever renames
    /// an account keeps its earlier name here, or every reference can be bought once more. Two names for one account of the provider's share
    /// one. Read once.
    /// </summary>
    public string? JournalId { get; set; }

    /// <summary>Play money (Giftbit's Testbed) or real money. Default sandbox. Tokens, brands and templates of one are not those of the other.</summary>
    public GiftCardEnvironment Environment { get; set; } = GiftCardEnvironment.Sandbox;

    /// <summary>The host, without <c>/papi/v1</c>; https, or http on loopback. Null for the host of <see cref="Environment"/>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Has Giftbit answer every call with 429, so that the handling of limits can be tried. Refused in production. Default false.</summary>
    public bool SimulateRateLimit { get; set; }

    /// <summary>
    /// How many brands a second are read at most while a catalog is listed, since Giftbit's list has no prices and each brand is a call of its
    /// own. 1 to 1000; null for no pace. Default 20. Giftbit's limit adapts and has no published figure.
    /// </summary>
    public int? CatalogRequestsPerSecond { get; set; } = 20;

    /// <summary>How many brands are read at the same time while a catalog is listed, 1 to 32. Default 4.</summary>
    public int CatalogConcurrency { get; set; } = 4;

    /// <summary>
    /// Percent of the face value that the account saves by its agreement with Giftbit; negative for a fee. Null, the default, means unknown:
    /// offers then show no cost. Giftbit's usual terms are face value without any fee: 0.
    /// </summary>
    public decimal? DiscountPercent { get; set; }

    /// <summary>
    /// The currency of the account's main balance, three letters; default USD. Giftbit converts from it, at a rate that it does not say, what no
    /// balance of its own pays: what an order in another currency costs is known only where the account holds enough of that currency.
    /// </summary>
    public string DefaultCurrency { get; set; } = "USD";

    /// <summary>How long to wait before the next look at short links that are not ready. Default 5 minutes, which is Giftbit's own advice.</summary>
    public TimeSpan ShortLinkPollInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What Giftbit's documents do not say for sure; to be changed when it proves otherwise.</summary>
    public GiftbitWireAssumptions WireAssumptions { get; set; } = new();

    internal Uri Address => BaseAddress ?? DefaultAddress(Environment);

    internal static Uri DefaultAddress(GiftCardEnvironment environment) =>
        environment == GiftCardEnvironment.Production ? GiftbitDefaults.ProductionAddress : GiftbitDefaults.SandboxAddress;
}
