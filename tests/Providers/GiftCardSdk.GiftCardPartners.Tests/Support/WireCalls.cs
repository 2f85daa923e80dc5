namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Every operation with the request and the answer that its documents show. The token call, which all others lean on, has tests of its own.</summary>
internal static class WireCalls
{
    public static GiftCardPartnersNewOrder EmailOrder { get; } =
        new()
        {
            Type = "DigitalDelivery",
            PONumber = "NL-2031-000417",
            Note = "May pulse survey",
            LineItems =
            [
                new()
                {
                    ProductId = "HARBOR-COFFEE-US",
                    Value = 15.00m,
                    Quantity = 1,
                    ExternalId = "resp-88213",
                    BrandingId = "brd-teal-2",
                    Culture = "en-US",
                    DigitalDeliveryAddress = new() { Email = "ines@panel.example", Sms = "+12025550143" },
                    Personalization = new()
                    {
                        To = "Ines",
                        FromName = "Northlake Panels",
                        FromEmail = "panel@northlake.example",
                        Message = "With thanks for your answers.",
                    },
                },
            ],
            WebhookSettings = new() { FulfillmentComplete = "https://hooks.northlake.example/gcp/k9x2v7" },
        };

    public static GiftCardPartnersNewOrder LinksOrder { get; } =
        new()
        {
            Type = "Links",
            PONumber = "NL-2031-000418",
            LineItems =
            [
                new()
                {
                    ProductId = "HARBOR-COFFEE-US",
                    Value = 5.00m,
                    Quantity = 60,
                },
            ],
        };

    public static IReadOnlyDictionary<string, WireCall<IGiftCardPartnersApi>> All { get; } =
        new Dictionary<string, WireCall<IGiftCardPartnersApi>>(StringComparer.Ordinal)
        {
            ["orders.create"] = new("order-create-links-completed", api => api.CreateOrderAsync(LinksOrder)),
            ["orders.get"] = new("order-get", api => api.GetOrderAsync("ord-51c0b9"), isReadLikeAnother: true),
            ["orders.list"] = new("orders-list-hundred", api => api.ListOrdersAsync()),
            ["balance.get"] = new("balance-get", api => api.GetBalanceAsync()),
            ["products.list"] = new("products-list-all", api => api.ListProductsAsync()),
            ["products.get"] = new("product-get", api => api.GetProductAsync(Requests.Coffee)),
            ["shipping_methods.list"] = new("shipping-methods-list", api => api.ListShippingMethodsAsync()),
            ["carriers.list"] = new("carriers-list", api => api.ListCarriersAsync()),
            ["brandings.list"] = new("brandings-list", api => api.ListBrandingsAsync()),
            ["status.get"] = new("status-get", api => api.GetStatusAsync()),
            ["departments.list"] = new("departments-list", api => api.ListDepartmentsAsync()),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OddAnswers<IGiftCardPartnersApi> Odd { get; } = new(All, server => Accounts.At(server), MovesMoney);

    public static bool MovesMoney(string name) => name == "orders.create";
}
