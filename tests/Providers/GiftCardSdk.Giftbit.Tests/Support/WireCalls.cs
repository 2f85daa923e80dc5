namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every operation with the request and the answer that its documents show.</summary>
internal static class WireCalls
{
    public const string Uuid = "e7a3529c0d4b4b1f8f26c9d07a1e5b38";

    public static GiftbitEmailCampaign EmailOrder { get; } =
        new()
        {
            Id = "hp-2026-000417",
            Subject = "A thank-you from us",
            Message = "Enjoy a coffee.",
            Contacts =
            [
                new()
                {
                    Email = "mira.oduya@mail.example",
                    FirstName = "Mira",
                    LastName = "Oduya",
                },
            ],
            PriceInCents = 1200,
            BrandCodes = ["northcafeus"],
            Expiry = new(2027, 1, 31),
        };

    public static GiftbitDirectLinkOrder DirectLinkOrder { get; } =
        new()
        {
            Id = "hp-dl-0009",
            PriceInCents = 5000,
            Region = "Canada",
            LinkCount = 1,
        };

    public static GiftbitEmbeddedOrder EmbeddedOrder { get; } =
        new()
        {
            Id = "hp-app-7782",
            BrandCode = "northcafeus",
            PriceInCents = 800,
        };

    private static GiftbitShortLinkCampaign ShortLinkOrder { get; } =
        new()
        {
            Id = "hp-sms-0031",
            LinkCount = 2,
            Message = "Tap to collect.",
            PriceInCents = 1500,
            BrandCodes = ["trailgearus", "northcafeus"],
        };

    private static GiftbitTopUp TopUp { get; } =
        new()
        {
            Id = "topup-88",
            Currency = "CAD",
            AmountInCents = 60000,
        };

    public static IReadOnlyDictionary<string, WireCall<IGiftbitApi>> All { get; } =
        new Dictionary<string, WireCall<IGiftbitApi>>(StringComparer.Ordinal)
        {
            ["ping"] = new("ping-get", api => api.PingAsync()),
            ["brands.list"] = new("brands-list-all", api => api.ListBrandsAsync()),
            ["brands.get"] = new("brand-get", api => api.GetBrandAsync("northcafeus")),
            ["regions.list"] = new("regions-list", api => api.ListRegionsAsync()),
            ["campaign.create"] = new("campaign-create", api => api.CreateEmailCampaignAsync(EmailOrder)),
            ["shortlinks.create"] = new(
                "campaign-create-shortlinks",
                api => api.CreateShortLinkCampaignAsync(ShortLinkOrder),
                isReadLikeAnother: true
            ),
            ["direct_links.create"] = new("direct-links-create", api => api.CreateDirectLinksAsync(DirectLinkOrder)),
            ["embedded.create"] = new("embedded-create", api => api.CreateEmbeddedAsync(EmbeddedOrder)),
            ["campaign.get"] = new("campaign-get", api => api.GetCampaignAsync("hp-2026-000417")),
            ["links.get"] = new("links-get-short", api => api.GetLinksAsync("hp-sms-0031")),
            ["funds.get"] = new("funds-get", api => api.GetFundsAsync()),
            ["funds.add"] = new("funds-add", api => api.AddFundsAsync(TopUp), isReadLikeAnother: true),
            ["gifts.list"] = new("gifts-list-all", api => api.ListGiftsAsync()),
            ["gifts.get"] = new("gift-get", api => api.GetGiftAsync(Uuid)),
            ["gifts.resend"] = new("gift-resend", api => api.ResendGiftAsync(Uuid), isReadLikeAnother: true),
            ["gifts.cancel"] = new("gift-cancel", api => api.CancelGiftAsync(Uuid), isReadLikeAnother: true),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OddAnswers<IGiftbitApi> Odd { get; } = new(All, server => Accounts.At(server), MovesMoney);

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) => name.EndsWith(".create", StringComparison.Ordinal) || name == "funds.add";
}
