namespace GiftCardSdk.Giftronaut;

/// <summary>What an account of Giftronaut is unless its options say otherwise.</summary>
public static class GiftronautDefaults
{
    /// <summary>The name of the provider, on every product, order and exception.</summary>
    public const string Provider = "giftronaut";

    /// <summary>The name of the account when <c>AddGiftronaut</c> is given none.</summary>
    public const string AccountName = "giftronaut";

    /// <summary>What a token is asked for: orders and catalog, as in the quickstart; a call for the balance asks for <c>balance.read</c> besides. Source: quickstart; documented.</summary>
    public const string Scopes = "orders.read orders.write catalog.read";

    /// <summary>How many requests a minute a sandbox app may make; kept at 98 %. Source: guides; documented.</summary>
    public const int SandboxRequestsPerMinute = 60;

    /// <summary>How many requests a minute a production app may make; kept at 98 %. Source: guides; documented.</summary>
    public const int ProductionRequestsPerMinute = 300;

    /// <summary>How long the catalog is kept to check orders against.</summary>
    public static TimeSpan CatalogCacheTime { get; } = TimeSpan.FromHours(1);

    /// <summary>The host of both environments: the credentials choose. Source: quickstart; documented.</summary>
    public static Uri Address { get; } = new("https://api.giftronaut.com");
}
