namespace GiftCardSdk.Giftbit;

/// <summary>The names of operations that stand on <see cref="IGiftbitApi"/> and are spoken of elsewhere.</summary>
internal static class GiftbitOperationNames
{
    public const string ListBrands = "brands.list";
    public const string GetBrand = "brands.get";
    public const string CreateEmail = "campaign.create";
    public const string CreateShortLinks = "shortlinks.create";
    public const string CreateDirectLinks = "direct_links.create";
    public const string GetCampaign = "campaign.get";
    public const string GetLinks = "links.get";
    public const string GetFunds = "funds.get";
    public const string ListGifts = "gifts.list";
    public const string GetGift = "gifts.get";
    public const string ResendGift = "gifts.resend";
    public const string CancelGift = "gifts.cancel";
}
