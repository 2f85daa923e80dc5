namespace GiftCardSdk.Huuray;

/// <summary>What an account of Huuray is unless its options say otherwise.</summary>
public static class HuurayDefaults
{
    /// <summary>The name of the provider, on every product, order and exception.</summary>
    public const string Provider = "huuray";

    /// <summary>The name of the account when <c>AddHuuray</c> is given none.</summary>
    public const string AccountName = "huuray";

    /// <summary>The most cards of one returned order. Source: vendor's OpenAPI file; documented.</summary>
    public const int MaxReturnedCards = 25;

    /// <summary>The host of the real environment. Source: vendor's clients; documented and seen live. That of the test environment is not public.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.huuray.com");
}
