namespace GiftCardSdk.GiftCardPartners;

/// <summary>What an account of Gift Card Partners is unless its options say otherwise.</summary>
public static class GiftCardPartnersDefaults
{
    /// <summary>The name of the provider, on every product, order and exception.</summary>
    public const string Provider = "giftcardpartners";

    /// <summary>The name of the account when <c>AddGiftCardPartners</c> is given none.</summary>
    public const string AccountName = "giftcardpartners";

    /// <summary>How long products and the lists that orders refer to are kept: a week, the least that the provider asks for. Source: API reference; documented.</summary>
    public static TimeSpan CacheTime { get; } = TimeSpan.FromDays(7);
}
