namespace GiftCardSdk.Gifq.Tests;

/// <summary>Every operation with a request and an answer that its documents show, or that they let one expect.</summary>
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

    public static GifqNewPayoutOrder Batch { get; } = Requests.Batch(Campaign) with { CallbackUrl = "https://hooks.fjord.example/gifq" };

    public static GifqCampaignEdit NewCampaign { get; } =
        new()
        {
            Name = "Panel thank-you",
            SenderName = "Fjord Research",
            EmailSubject = "For you, {{recipient_name}}",
            EmailBody = "{{amount}} is ready.",
            ExcludedBrandIds = [],
        };

    public static IReadOnlyDictionary<string, WireCall<IGifqApi>> All { get; } =
        new Dictionary<string, WireCall<IGifqApi>>(StringComparer.Ordinal)
        {
            ["products.list"] = new("products-list-first", api => api.ListProductsAsync()),
            ["orders.create"] = new("order-create", api => api.CreateOrderAsync(NewOrder)),
            ["orders.list"] = new("orders-list-first", api => api.ListOrdersAsync()),
            ["orders.get"] = new("order-get", api => api.GetOrderAsync("77410")),
            ["campaigns.list"] = new("campaigns-list", api => api.ListCampaignsAsync()),
            ["campaigns.create"] = new("campaign-create", api => api.CreateCampaignAsync(NewCampaign)),
            ["campaigns.get"] = new("campaign-get", api => api.GetCampaignAsync(Campaign), isReadLikeAnother: true),
            ["campaigns.update"] = new(
                "campaign-update",
                api => api.UpdateCampaignAsync(Campaign, new() { Description = "Wave 2" }),
                isReadLikeAnother: true
            ),
            ["campaigns.catalog"] = new("campaign-catalog", api => api.ListCampaignProductsAsync(Campaign), isReadLikeAnother: true),
            ["campaigns.activate"] = new("campaign-activate", api => api.ActivateCampaignAsync(Campaign), isReadLikeAnother: true),
            ["campaigns.pause"] = new("campaign-pause", api => api.PauseCampaignAsync(Campaign), isReadLikeAnother: true),
            ["campaigns.archive"] = new("campaign-archive", api => api.ArchiveCampaignAsync(Campaign), isReadLikeAnother: true),
            ["payout_orders.create"] = new("payout-order-create", api => api.CreatePayoutOrderAsync(Batch)),
            ["payout_orders.list"] = new("payout-orders-list", api => api.ListPayoutOrdersAsync()),
            ["payout_orders.get"] = new("payout-order-get", api => api.GetPayoutOrderAsync("po-218"), isReadLikeAnother: true),
            ["payouts.list"] = new("payouts-list-first", api => api.ListPayoutsAsync()),
            ["payouts.page"] = new("payout-page", api => api.GetRedeemPageAsync(new Secret("claim-1"))),
            ["balances.list"] = new("balances-list", api => api.ListBalancesAsync()),
            ["transactions.list"] = new("transactions-list-first", api => api.ListTransactionsAsync()),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OddAnswers<IGifqApi> Odd { get; } = new(All, server => Accounts.At(server), MovesMoney);

    /// <summary>Whether a call may buy something or spend money.</summary>
    public static bool MovesMoney(string name) => name is "orders.create" or "payout_orders.create";

    /// <summary>Whether a call answers with a list.</summary>
    public static bool IsList(string name) => name.EndsWith(".list", StringComparison.Ordinal) || name == "campaigns.catalog";
}
