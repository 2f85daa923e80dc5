namespace GiftCardSdk.Gifq.Tests;

/// <summary>Every operation with an answer that its documents show, or that they let one expect.</summary>
internal static class WireCalls
{
    public const string Campaign = "c3d1f0aa-2a44-4a0e-8f0b-6f5d5b7e9921";

    public static GifqNewOrder NewOrder { get; } =
        new()
        {
            Brand = "lumen-books",
            Currency = "USD",
            FaceValue = 25,
            Country = "US",
            Reference = "fjord-000417",
        };

    public static IReadOnlyDictionary<string, (string Answer, Func<IGifqApi, Task> Call)> All { get; } =
        new Dictionary<string, (string Answer, Func<IGifqApi, Task> Call)>(StringComparer.Ordinal)
        {
            ["products.list"] = (Example.Read("products"), api => api.ListProductsAsync()),
            ["orders.create"] = (Example.Read("order-reply"), api => api.CreateOrderAsync(NewOrder)),
            ["orders.list"] = (Example.Read("orders"), api => api.ListOrdersAsync()),
            ["orders.get"] = (Example.Read("order"), api => api.GetOrderAsync("77410")),
            ["campaigns.list"] = ($"[{Example.Read("campaign")}]", api => api.ListCampaignsAsync()),
            ["campaigns.create"] = (Example.Read("campaign"), api => api.CreateCampaignAsync(new() { Name = "Panel thank-you" })),
            ["campaigns.get"] = (Example.Read("campaign"), api => api.GetCampaignAsync(Campaign)),
            ["campaigns.update"] = (Example.Read("campaign"), api => api.UpdateCampaignAsync(Campaign, new() { Description = "Wave 2" })),
            ["campaigns.catalog"] = (Example.Read("products"), api => api.ListCampaignProductsAsync(Campaign)),
            ["campaigns.activate"] = (Example.Read("campaign"), api => api.ActivateCampaignAsync(Campaign)),
            ["campaigns.pause"] = (Example.Read("campaign"), api => api.PauseCampaignAsync(Campaign)),
            ["campaigns.archive"] = (Example.Read("campaign"), api => api.ArchiveCampaignAsync(Campaign)),
            ["payout_orders.create"] = (Example.Read("payout-order"), api => api.CreatePayoutOrderAsync(Requests.Batch(Campaign))),
            ["payout_orders.list"] = ($"[{Example.Read("payout-order")}]", api => api.ListPayoutOrdersAsync()),
            ["payout_orders.get"] = (Example.Read("payout-order"), api => api.GetPayoutOrderAsync("po-218")),
            ["payouts.list"] = (Example.Read("payouts"), api => api.ListPayoutsAsync()),
            ["payouts.page"] = (RedeemPage, api => api.GetRedeemPageAsync(new Secret("claim-1"))),
            ["balances.list"] = (Example.Read("balances"), api => api.ListBalancesAsync()),
            ["transactions.list"] = (Example.Read("transactions"), api => api.ListTransactionsAsync()),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>No document shows it; its members are those that the provider page expects.</summary>
    public static string RedeemPage =>
        $$"""
            { "amount": 20, "currency": "EUR", "name": "Ida", "status": "pending", "expires_at": "2026-07-17T10:00:00Z",
              "webpage_headline": "Hello Ida", "webpage_body": "20.00 EUR is ready.", "brands": {{Example.Read("products")}} }
            """;

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) => name is "orders.create" or "payout_orders.create";

    /// <summary>Whether a call answers with a list.</summary>
    public static bool IsList(string name) => name.EndsWith(".list", StringComparison.Ordinal) || name == "campaigns.catalog";
}
