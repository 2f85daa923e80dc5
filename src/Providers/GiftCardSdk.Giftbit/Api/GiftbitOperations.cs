using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>What each operation is called in metrics and exceptions, and what may be done when it fails.</summary>
internal static class GiftbitOperations
{
    public static readonly ProviderOperation Ping = ProviderOperation.Read("ping");
    public static readonly ProviderOperation ListBrands = ProviderOperation.Read("brands.list");
    public static readonly ProviderOperation GetBrand = ProviderOperation.Read("brands.get");
    public static readonly ProviderOperation ListRegions = ProviderOperation.Read("regions.list");
    public static readonly ProviderOperation CreateEmail = ProviderOperation.Create("campaign.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation CreateShortLinks = ProviderOperation.Create("shortlinks.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation CreateDirectLinks = ProviderOperation.Create("direct_links.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation CreateEmbedded = ProviderOperation.Create("embedded.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation GetCampaign = ProviderOperation.Read("campaign.get");
    public static readonly ProviderOperation GetLinks = ProviderOperation.Read("links.get");
    public static readonly ProviderOperation GetFunds = ProviderOperation.Read("funds.get");
    public static readonly ProviderOperation AddFunds = ProviderOperation.Create("funds.add", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation ListGifts = ProviderOperation.Read("gifts.list");
    public static readonly ProviderOperation GetGift = ProviderOperation.Read("gifts.get");
    public static readonly ProviderOperation ResendGift = ProviderOperation.Change("gifts.resend", HttpMethod.Put);
    public static readonly ProviderOperation CancelGift = ProviderOperation.Change("gifts.cancel", HttpMethod.Delete);
}
