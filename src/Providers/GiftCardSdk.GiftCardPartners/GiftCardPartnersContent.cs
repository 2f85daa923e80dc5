using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Whether an order at the provider is the one that was asked for: another system of the account may have used its number.</summary>
internal static class GiftCardPartnersContent
{
    /// <summary>Compares type, products, values and quantities.</summary>
    /// <returns>True or false; null where the order does not show enough, as while it is pending.</returns>
    public static bool? Agrees(GiftCardPartnersOrder order, OrderRequest request) => Agrees(order, request.Delivery, request.Lines);

    /// <inheritdoc cref="Agrees(GiftCardPartnersOrder, OrderRequest)"/>
    public static bool? Agrees(GiftCardPartnersOrder order, Delivery? delivery, IReadOnlyList<OrderLine> ordered)
    {
        var type = delivery is { } known ? GiftCardPartnersOrderBody.TypeOf(known) : order.Type;
        if (order.Type is { Length: > 0 } shown && !ProviderWords.Same(shown, type ?? shown))
        {
            return false;
        }

        GiftCardPartnersOrderLine[] lines = [.. (order.LineItems ?? []).OfType<GiftCardPartnersOrderLine>()];
        return lines.Length == 0 || lines.Any(line => line.ProductId is null || line.Value is null || line.Quantity is null)
            ? null
            : SameCards(
                lines.Select(line => (line.ProductId!, line.Value!.Value, (long)line.Quantity!.Value)),
                ordered.Select(line => (line.ProductId, line.FaceValue.Amount, (long)line.Quantity))
            );
    }

    /// <summary>Line by line is too strict: nothing says that lines keep their order, or stay apart.</summary>
    private static bool SameCards(IEnumerable<(string, decimal, long)> left, IEnumerable<(string, decimal, long)> right)
    {
        var (bought, wanted) = (Count(left), Count(right));
        return bought.Count == wanted.Count && bought.All(cards => wanted.TryGetValue(cards.Key, out var count) && count == cards.Value);
    }

    private static Dictionary<(string Product, decimal Value), long> Count(
        IEnumerable<(string Product, decimal Value, long Quantity)> lines
    ) => lines.GroupBy(line => (line.Product, line.Value)).ToDictionary(cards => cards.Key, cards => cards.Sum(line => line.Quantity));
}
