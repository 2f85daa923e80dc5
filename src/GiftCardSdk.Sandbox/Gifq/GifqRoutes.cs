namespace GiftCardSdk.Sandbox;

/// <summary>The nineteen operations, five of them on paths that are assumed.</summary>
internal static class GifqRoutes
{
    public const string Prefix = "/api";

    private const string Campaign = Prefix + "/campaigns/{id}";

    public static IReadOnlyList<TwinRoute> All(
        GifqAccountOperations account,
        GifqCatalogOperations catalog,
        GifqOrderOperations orders,
        GifqCampaignOperations campaigns,
        GifqPayoutOperations payouts
    ) =>
        [
            new("products.list", "GET", Prefix + "/products", catalog.List, NoKey),
            new("orders.create", "POST", Prefix + "/orders", orders.Create, call => call.BodyMember("reference")),
            new("orders.list", "GET", Prefix + "/orders", orders.List, NoKey),
            new("orders.get", "GET", Prefix + "/orders/{id}", orders.Get, Id),
            new("campaigns.list", "GET", Prefix + "/campaigns", campaigns.List, NoKey),
            new("campaigns.create", "POST", Prefix + "/campaigns", campaigns.Create, NoKey),
            new("campaigns.get", "GET", Campaign, campaigns.Get, Id),
            new("campaigns.update", "PATCH", Campaign, campaigns.Update, Id),
            new("campaigns.catalog", "GET", Campaign + "/catalog", campaigns.Catalog, Id),
            new("campaigns.activate", "POST", Campaign + "/activate", campaigns.Activate, Id),
            new("campaigns.pause", "POST", Campaign + "/pause", campaigns.Pause, Id),
            new("campaigns.archive", "POST", Campaign + "/archive", campaigns.Archive, Id),
            new("payout_orders.create", "POST", Prefix + "/payout-orders", payouts.Create, call => call.BodyMember("campaign_id")),
            new("payout_orders.list", "GET", Prefix + "/payout-orders", payouts.Orders, NoKey),
            new("payout_orders.get", "GET", Prefix + "/payout-orders/{id}", payouts.Order, Id),
            new("payouts.list", "GET", Prefix + "/payouts", payouts.List, NoKey),
            new("payouts.page", "GET", Prefix + "/payouts/{token}", payouts.Page, NoKey),
            new("balances.list", "GET", Prefix + "/balances", account.Balances, NoKey),
            new("transactions.list", "GET", Prefix + "/transactions", account.Transactions, NoKey),
        ];

    /// <summary>Whether the call needs no token: the one in its path is the credential.</summary>
    public static bool IsPublic(SandboxCall call) => call.Route("token").Length > 0;

    private static string? NoKey(SandboxCall call) => null;

    private static string? Id(SandboxCall call) => call.Route("id");
}
