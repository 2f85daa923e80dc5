using static GiftCardSdk.Chaos.Orders.Drawing;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>E-mails of one brand or of a choice of brands, at values that may differ; reward links. Campaign runs have fault runs of their own.</summary>
internal sealed class GiftronautOrders : IOrderKinds
{
    private const int FirstDesign = 3;

    public IReadOnlyList<Card> Cards { get; } =
    [
        new("GC-NORTHWIND-USD", "USD", 15, 30, 75),
        new("GC-CONTOSOCAFE-EUR", "EUR", 8, 20, 50),
        new("GC-SAKURAYA-JPY", "JPY", 500, 3_000),
        new("CHOICE-SUNRISE-USD", "USD", 5, 20, 100),
        new("CHOICE-PLAIN-USD", "USD", 1, 10, 50),
    ];

    public OrderRequest Draw(Dice dice, int number) => dice.Next(3) == 0 ? Links(dice) : Email(dice, number);

    private OrderRequest Links(Dice dice) =>
        Order(Delivery.Returned, Cards[FirstDesign + dice.Next(Cards.Count - FirstDesign)].Line(dice, dice.Next(3) + 1));

    private OrderRequest Email(Dice dice, int number)
    {
        var card = dice.Pick(Cards);
        return Order(Delivery.Email, Lines(dice.Next(3) + 1, index => card.Line(dice) with { Recipient = Somebody(number, index) })) with
        {
            Message = new() { SenderName = "Example Rewards", Subject = "For you" },
        };
    }
}
