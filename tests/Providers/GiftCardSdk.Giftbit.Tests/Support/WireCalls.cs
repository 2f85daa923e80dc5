namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every operation with an answer that its documents show.</summary>
internal static class WireCalls
{
    public static IReadOnlyDictionary<string, WireCall<IGiftbitApi>> All { get; } =
        new Dictionary<string, WireCall<IGiftbitApi>>(StringComparer.Ordinal)
        {
            ["ping"] = new(Example.Read("ping"), api => api.PingAsync()),
            ["brands.list"] = new(Example.Read("brands"), api => api.ListBrandsAsync()),
            ["brands.get"] = new(Example.Read("brand-range"), api => api.GetBrandAsync("northcafeus")),
            ["regions.list"] = new(Example.Read("regions"), api => api.ListRegionsAsync()),
            ["campaign.create"] = new(
                Example.Read("email-reply"),
                api => api.CreateEmailCampaignAsync(new() { Id = "o-1", Contacts = [] })
            ),
            ["shortlinks.create"] = new(Example.Read("email-reply"), api => api.CreateShortLinkCampaignAsync(new() { Id = "o-1" })),
            ["direct_links.create"] = new(
                Example.Read("directlinks-reply"),
                api => api.CreateDirectLinksAsync(new() { Id = "o-1", PriceInCents = 5000 })
            ),
            ["embedded.create"] = new(
                Example.Read("embedded-reply"),
                api =>
                    api.CreateEmbeddedAsync(
                        new()
                        {
                            Id = "o-1",
                            BrandCode = "northcafeus",
                            PriceInCents = 800,
                        }
                    )
            ),
            ["campaign.get"] = new(Example.Read("campaign"), api => api.GetCampaignAsync("o-1")),
            ["links.get"] = new(Example.Read("links-short"), api => api.GetLinksAsync("o-1")),
            ["funds.get"] = new(Example.Read("funds"), api => api.GetFundsAsync()),
            ["funds.add"] = new(
                Example.Read("funds"),
                api =>
                    api.AddFundsAsync(
                        new()
                        {
                            Id = "topup-88",
                            Currency = "CAD",
                            AmountInCents = 60000,
                        }
                    )
            ),
            ["gifts.list"] = new(Example.Read("gifts"), api => api.ListGiftsAsync()),
            ["gifts.get"] = new(Example.OneGift(), api => api.GetGiftAsync("u-1")),
            ["gifts.resend"] = new(Example.OneGift(), api => api.ResendGiftAsync("u-1")),
            ["gifts.cancel"] = new(Example.OneGift(), api => api.CancelGiftAsync("u-1")),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) => name.EndsWith(".create", StringComparison.Ordinal) || name == "funds.add";
}
