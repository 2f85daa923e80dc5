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

    public static IReadOnlyDictionary<string, WireCall<IGifqApi>> All { get; } =
        new Dictionary<string, WireCall<IGifqApi>>(StringComparer.Ordinal)
        {
            ["products.list"] = new(Example.Read("products"), api => api.ListProductsAsync()),
            ["orders.create"] = new(Example.Read("order-reply"), api => api.CreateOrderAsync(NewOrder)),
            ["orders.list"] = new(Example.Read("orders"), api => api.ListOrdersAsync()),
            ["orders.get"] = new(Example.Read("order"), api => api.GetOrderAsync("77410")),
            ["campaigns.list"] = new($"[{Example.Read("campaign")}]", api => api.ListCampaignsAsync()),
            ["campaigns.create"] = new(Example.Read("campaign"), api => api.CreateCampaignAsync(new() { Name = "Panel thank-you" })),
            ["campaigns.get"] = new(Example.Read("campaign"), api => api.GetCampaignAsync(Campaign)),
            ["campaigns.update"] = new(
                Example.Read("campaign"),
                api => api.UpdateCampaignAsync(Campaign, new() { Description = "Wave 2" })
            ),
            ["campaigns.catalog"] = new(Example.Read("products"), api => api.ListCampaignProductsAsync(Campaign)),
            ["campaigns.activate"] = new(Example.Read("campaign"), api => api.ActivateCampaignAsync(Campaign)),
            ["campaigns.pause"] = new(Example.Read("campaign"), api => api.PauseCampaignAsync(Campaign)),
            ["campaigns.archive"] = new(Example.Read("campaign"), api => api.ArchiveCampaignAsync(Campaign)),
            ["payout_orders.create"] = new(Example.Read("payout-order"), api => api.CreatePayoutOrderAsync(Requests.Batch(Campaign))),
            ["payout_orders.list"] = new($"[{Example.Read("payout-order")}]", api => api.ListPayoutOrdersAsync()),
            ["payout_orders.get"] = new(Example.Read("payout-order"), api => api.GetPayoutOrderAsync("po-218")),
            ["payouts.list"] = new(Example.Read("payouts"), api => api.ListPayoutsAsync()),
            ["payouts.page"] = new(RedeemPage, api => api.GetRedeemPageAsync(new Secret("claim-1"))),
            ["balances.list"] = new(Example.Read("balances"), api => api.ListBalancesAsync()),
            ["transactions.list"] = new(Example.Read("transactions"), api => api.ListTransactionsAsync()),
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
