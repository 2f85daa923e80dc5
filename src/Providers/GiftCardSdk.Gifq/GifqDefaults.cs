namespace GiftCardSdk.Gifq;

/// <summary>What an account of GIFQ is unless its options say otherwise.</summary>
public static class GifqDefaults
{
    /// <summary>The name of the provider, on every product, order and exception.</summary>
    public const string Provider = "gifq";

    /// <summary>The name of the account when <c>AddGifq</c> is given none.</summary>
    public const string AccountName = "gifq";

    /// <summary>How many requests a second a token may make; kept at 98 %. Source: getting started; documented.</summary>
    public const int RequestsPerSecond = 10;

    /// <summary>The host of the test environment. Source: getting started; documented.</summary>
    public static Uri SandboxAddress { get; } = new("https://api-sandbox.gifq.com");

    /// <summary>The host of the real environment. Source: getting started; documented.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.gifq.com");
}
