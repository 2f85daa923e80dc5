using System.Globalization;
using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>
/// Every order of a run, rebuilt from seed and number alone: buyers, those who buy on after a crash, and the judge all have the same ones without
/// telling each other anything.
/// </summary>
internal static class OrderBook
{
    private static readonly IReadOnlyList<IOrderKinds> Kinds =
    [
        new GiftbitOrders(),
        new GifqOrders(),
        new GiftronautOrders(),
        new GiftCardPartnersOrders(),
        new HuurayOrders(),
    ];

    public static Provider ProviderOf(int number) => Provider.All[number % Provider.All.Count];

    /// <summary>The caller's own id of an order; it carries the number.</summary>
    public static OrderReference ReferenceOf(int seed, int number) => string.Create(CultureInfo.InvariantCulture, $"chaos-{seed}-{number}");

    /// <summary>The number that a reference of this run carries; null for any other.</summary>
    public static int? NumberOf(int seed, OrderReference reference) =>
        reference.ToString() is var text
        && text.LastIndexOf('-') is var dash and > 0
        && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && ReferenceOf(seed, number) == reference
            ? number
            : null;

    /// <summary>The order.</summary>
    public static OrderRequest OrderOf(int seed, int number) =>
        KindsOf(number).Draw(new Dice(seed, number), number) with
        {
            Reference = ReferenceOf(seed, number),
        };

    /// <summary>What somebody orders by mistake under the same reference: every card at another value.</summary>
    public static OrderRequest OtherContentOf(int seed, int number)
    {
        var order = OrderOf(seed, number);
        var cards = KindsOf(number).Cards;
        return order with { Lines = [.. order.Lines.Select(line => CardOf(cards, line).AtAnotherValue(line))] };
    }

    /// <summary>What all cards of an order are worth, as the provider's wire counts.</summary>
    public static long AmountOf(int number, OrderRequest order) =>
        order.Lines.Sum(line => ProviderOf(number).InWireUnits(line.FaceValue * line.Quantity));

    private static IOrderKinds KindsOf(int number) => Kinds[number % Kinds.Count];

    private static Card CardOf(IReadOnlyList<Card> cards, OrderLine line) =>
        cards.First(card => card.ProductId == line.ProductId && card.Currency == line.FaceValue.Currency);
}
