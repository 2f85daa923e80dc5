using static GiftCardSdk.Chaos.Orders.Drawing;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>One card each, returned: GIFQ takes nothing else. Batches of payouts have fault runs of their own.</summary>
internal sealed class GifqOrders : IOrderKinds
{
    public IReadOnlyList<Card> Cards { get; } =
    [
        new("north-cafe", "USD", 5, 25, 99.5m) { Country = "US" },
        new("north-cafe", "GBP", 5, 20, 50) { Country = "GB" },
        new("buchlaterne", "EUR", 5, 30, 75) { Country = "DE" },
        new("kissaten", "JPY", 500, 3_000) { Country = "JP" },
    ];

    public OrderRequest Draw(Dice dice, int number) => Order(Delivery.Returned, dice.Pick(Cards).Line(dice));
}
