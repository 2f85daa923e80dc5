namespace GiftCardSdk.GiftCardPartners;

/// <summary>The names of operations that stand on <see cref="IGiftCardPartnersApi"/> and are spoken of elsewhere.</summary>
internal static class GiftCardPartnersOperationNames
{
    public const string CreateOrder = "orders.create";
    public const string GetOrder = "orders.get";
    public const string ListOrders = "orders.list";
    public const string GetBalance = "balance.get";
    public const string ListProducts = "products.list";
    public const string GetProduct = "products.get";
}
