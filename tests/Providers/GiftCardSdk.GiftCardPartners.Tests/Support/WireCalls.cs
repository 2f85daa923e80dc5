namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Every operation with an answer that its documents show. The token call, which all others lean on, has tests of its own.</summary>
internal static class WireCalls
{
    public static IReadOnlyDictionary<string, WireCall<IGiftCardPartnersApi>> All { get; } =
        new Dictionary<string, WireCall<IGiftCardPartnersApi>>(StringComparer.Ordinal)
        {
            ["orders.create"] = new(Example.Read("order-links"), api => api.CreateOrderAsync(Requests.Wire())),
            ["orders.get"] = new(Example.Read("order-links"), api => api.GetOrderAsync("ord-51c0b9")),
            ["orders.list"] = new(Example.Read("orders"), api => api.ListOrdersAsync()),
            ["balance.get"] = new(Example.Read("balance"), api => api.GetBalanceAsync()),
            ["products.list"] = new(Example.Read("products"), api => api.ListProductsAsync()),
            ["products.get"] = new(Example.OneProduct(), api => api.GetProductAsync(Requests.Coffee)),
            ["shipping_methods.list"] = new(Example.Read("shipping-methods"), api => api.ListShippingMethodsAsync()),
            ["carriers.list"] = new(Example.Read("carriers"), api => api.ListCarriersAsync()),
            ["brandings.list"] = new(Example.Read("brandings"), api => api.ListBrandingsAsync()),
            ["status.get"] = new(Example.Read("status"), api => api.GetStatusAsync()),
            ["departments.list"] = new(Example.Read("departments"), api => api.ListDepartmentsAsync()),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static bool MovesMoney(string name) => name == "orders.create";
}
