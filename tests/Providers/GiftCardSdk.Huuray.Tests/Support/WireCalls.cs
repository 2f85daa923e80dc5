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
            ["balance.get"] = new(Example.Read("balance"), api => api.GetBalancesAsync()),
            ["catalogue.list"] = new(Example.Read("catalogue"), api => api.GetCatalogueAsync()),
            ["stock.get"] = new(Example.Read("stock"), api => api.GetStockAsync("pt-nord-kaffe-se", 25000)),
            ["exchange_rates.get"] = new(Example.Read("exchange-rate"), api => api.GetExchangeRateAsync("GBP", "SEK")),
            ["template.list"] = new(Example.Read("templates"), api => api.ListTemplatesAsync()),
            ["order.create"] = new(Example.Read("order-sync"), api => api.CreateOrderAsync(NewOrder)),
            ["order.search"] = new(Example.Read("search"), api => api.SearchAsync(new() { RefId = "anniv-2026-11-batch2" })),
            ["order.resend"] = new(Example.Read("resend"), api => api.ResendAsync(Order, "8801460")),
            ["order.cancel"] = new(Example.Read("cancel-partial"), api => api.CancelAsync(SyncOrder)),
            ["pdf.get"] = new(Example.Read("pdf"), api => api.GetPdfAsync(new() { OrderUid = Order, Combine = true })),
            ["upload.create"] = new(Example.Read("upload"), api => api.UploadAsync(File)),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Operations that are not repeated whatever happens.</summary>
    public static bool IsSentOnce(string name) => name is "order.create" or "order.resend" or "order.cancel" or "upload.create";

    /// <summary>Operations that answer "there is none" with 404.</summary>
    public static bool IsQuestion(string name) => name is "catalogue.list" or "template.list" or "order.search";

    public static GiftCardOutcome Lost(string name) => name == "order.create" ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
}
