namespace GiftCardSdk.Giftbit;

/// <summary>What an account of Giftbit is unless its options say otherwise.</summary>
public static class GiftbitDefaults
{
    /// <summary>The name of the provider, on every product, order and exception.</summary>
    public const string Provider = "giftbit";

    /// <summary>The name of the account when <c>AddGiftbit</c> is given none.</summary>
    public const string AccountName = "giftbit";

    /// <summary>The host of the test environment, which Giftbit calls Testbed. Source: production checklist; documented.</summary>
    public static Uri SandboxAddress { get; } = new("https://api-testbed.giftbit.com");

    /// <summary>The host of the real environment. Source: API reference; documented.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.giftbit.com");
}
