using GiftCardSdk.Giftbit;
using static GiftCardSdk.Chaos.Orders.Drawing;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>E-mails to one or several, direct links, short links.</summary>
internal sealed class GiftbitOrders : IOrderKinds
{
    public IReadOnlyList<Card> Cards { get; } =
    [
        new("northcafeus", "USD", 5, 12.5m, 25, 100),
        new("pixelarcadeus", "USD", 10, 20, 50),
        new("northcafeca", "CAD", 5, 15, 40),
        new("teahousegb", "GBP", 5, 10, 25),
        new("waldwegde", "EUR", 15, 25, 50),
    ];

    public OrderRequest Draw(Dice dice, int number) =>
        dice.Next(3) switch
        {
            0 => Order(Delivery.Returned, dice.Pick(Cards).Line(dice, dice.Next(4) + 1)),
            1 => Order(Delivery.Returned, dice.Pick(Cards).Line(dice, dice.Next(2) + 1)) with
            {
                Options = [new GiftbitOrderOptions { ShortLink = true, LandingPageMessage = "For you." }],
            },
            _ => Email(dice, number),
        };

    private OrderRequest Email(Dice dice, int number)
    {
        var line = dice.Pick(Cards).Line(dice);
        return Order(Delivery.Email, Lines(dice.Next(3) + 1, index => line with { Recipient = Somebody(number, index) })) with
        {
            Message = new() { Subject = "Thank you", Body = "For you." },
        };
    }
}
