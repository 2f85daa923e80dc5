namespace GiftCardSdk.Reporting;

/// <summary>The journal's orders of a period and its margins, by the provider's ids and by the keys that the provider saw.</summary>
internal sealed class KnownOrders
{
    private readonly Dictionary<string, OrderHistory> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderHistory> _byKey = new(StringComparer.Ordinal);

    public IEnumerable<OrderHistory> All => _byKey.Values;

    public void Add(OrderHistory order)
    {
        _byKey[order.Entry.ProviderKey] = order;
        foreach (var id in order.Entry.ProviderOrderIds)
        {
            _byId[id] = order;
        }
    }

    public OrderHistory? ById(string id) => _byId.GetValueOrDefault(id);

    public OrderHistory? ByKey(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);
}
