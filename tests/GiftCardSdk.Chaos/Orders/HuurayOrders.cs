using static GiftCardSdk.Chaos.Orders.Drawing;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>Cards returned, e-mailed or texted: several for one recipient, or one for each of several.</summary>
internal sealed class HuurayOrders : IOrderKinds
{
    public IReadOnlyList<Card> Cards { get; } =
    [new("pt-nord-kaffe-se", "SEK", 100, 250, 500), new("pt-nord-kaffe-dk", "DKK", 100, 250, 500), new("pt-waldweg-de", "EUR", 15, 25, 50)];

    public OrderRequest Draw(Dice dice, int number) =>
        dice.Next(4) switch
        {
            0 => Deliver(dice, number, Delivery.Email) with { TemplateId = "7310" },
            1 => Deliver(dice, number, Delivery.Sms),
            _ => Order(Delivery.Returned, dice.Pick(Cards).Line(dice, dice.Next(5) + 1)),
        };

    private OrderRequest Deliver(Dice dice, int number, Delivery delivery)
    {
        var line = dice.Pick(Cards).Line(dice);
        Recipient To(int index) => Somebody(number, index, delivery == Delivery.Email, delivery == Delivery.Sms);
        return dice.Percent(50)
            ? Order(delivery, line with { Quantity = dice.Next(3) + 1, Recipient = To(0) })
            : Order(delivery, Lines(dice.Next(3) + 1, index => line with { Recipient = To(index) }));
    }
}
