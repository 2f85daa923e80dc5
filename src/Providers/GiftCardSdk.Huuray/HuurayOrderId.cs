namespace GiftCardSdk.Huuray;

/// <summary>
/// The ids of orders. Huuray's schema lets an order come without one: then the caller's own id, which every order carries, is the only way to find it
/// again, and stands in behind a prefix that no id of Huuray's has.
/// </summary>
internal static class HuurayOrderId
{
    private const string Prefix = "ref:";

    public static string Of(HuurayOrder order, string? providerKey) => Of(order.OrderUid, order.RefId ?? providerKey);

    public static string Of(string? orderUid, string? reference) => !string.IsNullOrWhiteSpace(orderUid) ? orderUid : Prefix + reference;

    /// <summary>The caller's own id where an order is known by that alone; null otherwise.</summary>
    public static string? ReferenceOf(string orderId) =>
        orderId.StartsWith(Prefix, StringComparison.Ordinal) && orderId.Length > Prefix.Length ? orderId[Prefix.Length..] : null;

    /// <summary>What to search for to see the order of an id.</summary>
    public static HuuraySearchFilter FilterOf(string orderId) =>
        ReferenceOf(orderId) is { } reference ? new() { RefId = reference } : new() { OrderUid = orderId };
}
