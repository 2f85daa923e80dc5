namespace GiftCardSdk.Sandbox;

/// <summary>The eleven operations. Verbs say nothing about safety here: five of the reads are POST.</summary>
internal static class HuurayRoutes
{
    public const string Prefix = "/v4";
    public const string CreateOrder = "order.create";

    public static IReadOnlyList<TwinRoute> All(
        HuurayAccountOperations account,
        HuurayCatalogueOperations catalogue,
        HuurayOrderOperations orders,
        HuurayCardOperations cards,
        HuurayFileOperations files
    ) =>
        [
            new("balance.get", "GET", Prefix + "/Balance", account.Balance, NoKey),
            new("catalogue.list", "POST", Prefix + "/Catalogue", catalogue.Catalogue, NoKey),
            new("stock.get", "POST", Prefix + "/Stock", catalogue.Stock, call => call.BodyMember("ProductToken")),
            new("exchange_rates.get", "GET", Prefix + "/ExchangeRates", account.ExchangeRate, NoKey),
            new("template.list", "POST", Prefix + "/Template", catalogue.Templates, NoKey),
            new(CreateOrder, "POST", Prefix + "/Order", orders.Create, call => call.BodyMember("RefID")),
            new("order.search", "POST", Prefix + "/Search", orders.Search, call => call.BodyMember("RefID") ?? OrderUid(call)),
            new("order.resend", "POST", Prefix + "/Resend", cards.Resend, OrderUid),
            new("order.cancel", "DELETE", Prefix + "/Cancel", cards.Cancel, OrderUid),
            new("pdf.get", "POST", Prefix + "/Pdf", files.Pdf, OrderUid),
            new("upload.create", "POST", Prefix + "/Upload", files.Upload, NoKey),
        ];

    private static string? NoKey(SandboxCall call) => null;

    private static string? OrderUid(SandboxCall call) => call.BodyMember("OrderUID");
}
