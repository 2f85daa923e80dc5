using System.Collections.Concurrent;

namespace GiftCardSdk.Huuray;

/// <summary>
/// What the last orders of this process were for. Huuray shows of an order only the cards that there are: not how many were ordered, not what they
/// are worth, and of one that is still worked at nothing at all.
/// </summary>
internal sealed class HuurayPlacedOrders
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, HuurayPlacedOrder> _orders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> _oldest = new();

    public HuurayPlacedOrder? Find(string orderUid) => _orders.GetValueOrDefault(orderUid);

    public HuurayPlacedOrder Remember(string orderUid, OrderRequest request, string providerKey)
    {
        var placed = new HuurayPlacedOrder(providerKey, request.Delivery, request.Lines);
        if (_orders.TryAdd(orderUid, placed))
        {
            _oldest.Enqueue(orderUid);
            if (_oldest.Count > Most && _oldest.TryDequeue(out var forgotten))
            {
                _orders.TryRemove(forgotten, out _);
            }
        }

        return placed;
    }
}

/// <summary>What an order was for.</summary>
internal sealed record HuurayPlacedOrder(string ProviderKey, Delivery Delivery, IReadOnlyList<OrderLine> Lines)
{
    public long Cards { get; } = CardsOf(Lines);

    public static long CardsOf(IReadOnlyList<OrderLine> lines)
    {
        var cards = 0L;
        for (var i = 0; i < lines.Count; i++)
        {
            cards += lines[i].Quantity;
        }

        return cards;
    }
}
