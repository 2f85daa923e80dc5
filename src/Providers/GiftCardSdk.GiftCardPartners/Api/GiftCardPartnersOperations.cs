using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>What each operation is called in metrics and exceptions, and what may be done when it fails.</summary>
internal static class GiftCardPartnersOperations
{
    public static readonly ProviderOperation CreateToken = ProviderOperation.Read("tokens.create", HttpMethod.Post);
    public static readonly ProviderOperation CreateOrder = ProviderOperation.Create("orders.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation GetOrder = ProviderOperation.Read("orders.get");
    public static readonly ProviderOperation ListOrders = ProviderOperation.Read("orders.list");
    public static readonly ProviderOperation GetBalance = ProviderOperation.Read("balance.get");
    public static readonly ProviderOperation ListProducts = ProviderOperation.Read("products.list");
    public static readonly ProviderOperation GetProduct = ProviderOperation.Read("products.get");
    public static readonly ProviderOperation ListShippingMethods = ProviderOperation.Read("shipping_methods.list");
    public static readonly ProviderOperation ListCarriers = ProviderOperation.Read("carriers.list");
    public static readonly ProviderOperation ListBrandings = ProviderOperation.Read("brandings.list");
    public static readonly ProviderOperation GetStatus = ProviderOperation.Read("status.get");
    public static readonly ProviderOperation ListDepartments = ProviderOperation.Read("departments.list");
}
