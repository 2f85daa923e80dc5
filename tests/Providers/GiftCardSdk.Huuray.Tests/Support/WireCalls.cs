namespace GiftCardSdk.Huuray.Tests;

/// <summary>Every operation with an answer that its documents show.</summary>
internal static class WireCalls
{
    public const string Order = "a1f4d7b9-3e52-47c8-9a06-c4b85f20de31";

    public const string SyncOrder = "5c0e8c1a-74a2-4f0b-9b3e-2d7a90c1e6f4";

    public static HuurayNewOrder NewOrder { get; } =
        new()
        {
            Product = new()
            {
                Token = "pt-nord-kaffe-se",
                Value = 25000,
                Currency = "SEK",
                Quantity = 2,
            },
            Sync = true,
            RefId = "survey-wave3-00417",
        };

    public static HuurayFile File { get; } =
        new()
        {
            FileName = "po-2026-118.pdf",
            ContentType = "application/pdf",
            Content = "%PDF-1.4 demo\n"u8.ToArray(),
        };

    public static IReadOnlyDictionary<string, WireCall<IHuurayApi>> All { get; } =
        new Dictionary<string, WireCall<IHuurayApi>>(StringComparer.Ordinal)
        {
            ["balance.get"] = new("balance-get", api => api.GetBalancesAsync()),
            ["catalogue.list"] = new("catalogue-list", api => api.GetCatalogueAsync()),
            ["stock.get"] = new("stock-get", api => api.GetStockAsync("pt-nord-kaffe-se", 25000)),
            ["exchange_rates.get"] = new("exchange-rate-get", api => api.GetExchangeRateAsync("GBP", "SEK")),
            ["template.list"] = new("template-list", api => api.ListTemplatesAsync()),
            ["order.create"] = new("order-create-sync", api => api.CreateOrderAsync(NewOrder)),
            ["order.search"] = new("order-search", api => api.SearchAsync(new() { RefId = "anniv-2026-11-batch2" })),
            ["order.resend"] = new("order-resend", api => api.ResendAsync(Order, "8801460")),
            ["order.cancel"] = new("order-cancel-partial", api => api.CancelAsync(SyncOrder)),
            ["pdf.get"] = new("pdf-get", api => api.GetPdfAsync(new() { OrderUid = Order, Combine = true })),
            ["upload.create"] = new("upload-create", api => api.UploadAsync(File)),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OddAnswers<IHuurayApi> Odd { get; } = new(All, server => Accounts.At(server), name => name == "order.create");

    /// <summary>Operations that are not repeated whatever happens.</summary>
    public static bool IsSentOnce(string name) => name is "order.create" or "order.resend" or "order.cancel" or "upload.create";

    /// <summary>Operations that answer "there is none" with 404.</summary>
    public static bool IsQuestion(string name) => name is "catalogue.list" or "template.list" or "order.search";

    public static GiftCardOutcome Lost(string name) => name == "order.create" ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
}
