namespace GiftCardSdk.Sandbox;

/// <summary>The sixteen documented operations on fifteen routes.</summary>
internal static class GiftbitRoutes
{
    public const string Prefix = "/papi/v1";

    public static IReadOnlyList<TwinRoute> All(
        GiftbitAccountOperations account,
        GiftbitCatalogOperations catalog,
        GiftbitOrderOperations orders,
        GiftbitRewardOperations rewards
    ) =>
        [
            new("ping", "GET", Prefix + "/ping", account.Ping, NoKey),
            new("brands.list", "GET", Prefix + "/brands", catalog.Brands, NoKey),
            new("brands.get", "GET", Prefix + "/brands/{brand_code}", catalog.Brand, call => call.Route("brand_code")),
            new("regions.list", "GET", Prefix + "/regions", catalog.Regions, NoKey),
            new("campaign.create", "POST", Prefix + "/campaign", orders.CreateCampaign, BodyId),
            new("campaign.get", "GET", Prefix + "/campaign/{id}", orders.Get, call => call.Route("id")),
            new("links.get", "GET", Prefix + "/links/{id}", orders.Links, call => call.Route("id")),
            new("direct_links.create", "POST", Prefix + "/direct_links", orders.CreateDirectLinks, BodyId),
            new("embedded.create", "POST", Prefix + "/embedded", orders.CreateEmbedded, BodyId),
            new("funds.get", "GET", Prefix + "/funds", account.Funds, NoKey),
            new("funds.add", "POST", Prefix + "/funds", account.AddFunds, BodyId),
            new("gifts.list", "GET", Prefix + "/gifts", rewards.List, call => call.QueryValue("campaign_id")),
            new("gifts.get", "GET", Prefix + "/gifts/{uuid}", rewards.Get, call => call.Route("uuid")),
            new("gifts.resend", "PUT", Prefix + "/gifts/{uuid}", rewards.Resend, call => call.Route("uuid")),
            new("gifts.cancel", "DELETE", Prefix + "/gifts/{uuid}", rewards.Cancel, call => call.Route("uuid")),
        ];

    private static string? NoKey(SandboxCall call) => null;

    private static string? BodyId(SandboxCall call) => call.BodyMember("id");
}
