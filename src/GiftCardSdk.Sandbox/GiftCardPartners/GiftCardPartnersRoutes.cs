namespace GiftCardSdk.Sandbox;

/// <summary>The twelve operations.</summary>
internal static class GiftCardPartnersRoutes
{
    public const string Prefix = "/v1";

    public const string Tokens = Prefix + "/Tokens";

    public static IReadOnlyList<TwinRoute> All(
        GiftCardPartnersAccessOperations access,
        GiftCardPartnersAccountOperations account,
        GiftCardPartnersCatalogOperations catalog,
        GiftCardPartnersOrderOperations orders
    ) =>
        [
            new("tokens.create", "POST", Tokens, access.CreateToken, NoKey),
            new(GiftCardPartnersOrderOperations.CreateOperation, "POST", Prefix + "/Orders", orders.Create, PONumber),
            new("orders.get", "GET", Prefix + "/Orders/{id}", orders.Get, call => call.Route("id")),
            new("orders.list", "GET", Prefix + "/Orders", orders.List, NoKey),
            new("balance.get", "GET", Prefix + "/AccountBalance", account.Balance, NoKey),
            new("products.list", "GET", Prefix + "/Products", catalog.List, NoKey),
            new("products.get", "GET", Prefix + "/Products/{id}", catalog.Get, call => call.Route("id")),
            new("shipping_methods.list", "GET", Prefix + "/ShippingMethods", account.ShippingMethods, NoKey),
            new("carriers.list", "GET", Prefix + "/Carriers", account.Carriers, NoKey),
            new("brandings.list", "GET", Prefix + "/Brandings", account.Brandings, NoKey),
            new("status.get", "GET", Prefix + "/Status", account.Status, NoKey),
            new("departments.list", "GET", Prefix + "/Departments", account.Departments, NoKey),
        ];

    private static string? NoKey(SandboxCall call) => null;

    // The three spellings that were seen; the operation itself reads any.
    private static string? PONumber(SandboxCall call) =>
        call.BodyMember("PONumber") ?? call.BodyMember("poNumber") ?? call.BodyMember("PoNumber");
}
