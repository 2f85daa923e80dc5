namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Every operation with an answer that its documents show. The token call, which all others lean on, has tests of its own.</summary>
internal static class WireCalls
{
    public static IReadOnlyDictionary<string, (string Answer, Func<IGiftCardPartnersApi, Task> Call)> All { get; } =
        new Dictionary<string, (string Answer, Func<IGiftCardPartnersApi, Task> Call)>(StringComparer.Ordinal)
        {
            ["orders.create"] = (Example.Read("order-links"), api => api.CreateOrderAsync(Requests.Wire())),
            ["orders.get"] = (Example.Read("order-links"), api => api.GetOrderAsync("ord-51c0b9")),
            ["orders.list"] = (Example.Read("orders"), api => api.ListOrdersAsync()),
            ["balance.get"] = (Example.Read("balance"), api => api.GetBalanceAsync()),
            ["products.list"] = (Example.Read("products"), api => api.ListProductsAsync()),
            ["products.get"] = (Example.OneProduct(), api => api.GetProductAsync(Requests.Coffee)),
            ["shipping_methods.list"] = (Example.Read("shipping-methods"), api => api.ListShippingMethodsAsync()),
            ["carriers.list"] = (Example.Read("carriers"), api => api.ListCarriersAsync()),
            ["brandings.list"] = (Example.Read("brandings"), api => api.ListBrandingsAsync()),
            ["status.get"] = (Example.Read("status"), api => api.GetStatusAsync()),
            ["departments.list"] = (Example.Read("departments"), api => api.ListDepartmentsAsync()),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static bool MovesMoney(string name) => name == "orders.create";
}
