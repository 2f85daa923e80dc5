namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every operation with an answer that its documents show.</summary>
internal static class WireCalls
{
    public static IReadOnlyDictionary<string, (string Answer, Func<IGiftbitApi, Task> Call)> All { get; } =
        new Dictionary<string, (string Answer, Func<IGiftbitApi, Task> Call)>(StringComparer.Ordinal)
        {
            ["ping"] = (Example.Read("ping"), api => api.PingAsync()),
            ["brands.list"] = (Example.Read("brands"), api => api.ListBrandsAsync()),
            ["brands.get"] = (Example.Read("brand-range"), api => api.GetBrandAsync("northcafeus")),
            ["regions.list"] = (Example.Read("regions"), api => api.ListRegionsAsync()),
            ["campaign.create"] = (Example.Read("email-reply"), api => api.CreateEmailCampaignAsync(new() { Id = "o-1", Contacts = [] })),
            ["shortlinks.create"] = (Example.Read("email-reply"), api => api.CreateShortLinkCampaignAsync(new() { Id = "o-1" })),
            ["direct_links.create"] = (
                Example.Read("directlinks-reply"),
                api => api.CreateDirectLinksAsync(new() { Id = "o-1", PriceInCents = 5000 })
            ),
            ["embedded.create"] = (
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
            ["campaign.get"] = (Example.Read("campaign"), api => api.GetCampaignAsync("o-1")),
            ["links.get"] = (Example.Read("links-short"), api => api.GetLinksAsync("o-1")),
            ["funds.get"] = (Example.Read("funds"), api => api.GetFundsAsync()),
            ["funds.add"] = (
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
            ["gifts.list"] = (Example.Read("gifts"), api => api.ListGiftsAsync()),
            ["gifts.get"] = (Example.OneGift(), api => api.GetGiftAsync("u-1")),
            ["gifts.resend"] = (Example.OneGift(), api => api.ResendGiftAsync("u-1")),
            ["gifts.cancel"] = (Example.OneGift(), api => api.CancelGiftAsync("u-1")),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) => name.EndsWith(".create", StringComparison.Ordinal) || name == "funds.add";
}
