using GiftCardSdk.GiftCardPartners;
using static GiftCardSdk.Chaos.Orders.Drawing;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>Links, e-mails, text messages, both, and cards by post; mixed products in one order.</summary>
internal sealed class GiftCardPartnersOrders : IOrderKinds
{
    private static readonly Card Plastic = new("MAPLE-BOOKS-CARD", "USD", 10, 40, 125);

    private static readonly Card[] Digital =
    [
        new("HARBOR-COFFEE-US", "USD", 5, 15, 30),
        new("PRODUCTA", "USD", 5, 42, 250),
        new("TIDEWATER-OUTDOORS-US", "USD", 10, 75),
    ];

    public IReadOnlyList<Card> Cards { get; } = [.. Digital, Plastic];

    public OrderRequest Draw(Dice dice, int number) =>
        dice.Next(6) switch
        {
            0 => Deliver(dice, number, Delivery.Email, hasEmail: true, hasPhone: false),
            1 => Deliver(dice, number, Delivery.Sms, hasEmail: false, hasPhone: true),
            2 => Deliver(dice, number, Delivery.EmailAndSms, hasEmail: true, hasPhone: true),
            3 => Post(dice),
            _ => Order(Delivery.Returned, Lines(dice.Next(3) + 1, _ => dice.Pick(Digital).Line(dice, dice.Next(4) + 1))),
        };

    private static OrderRequest Deliver(Dice dice, int number, Delivery delivery, bool hasEmail, bool hasPhone) =>
        Order(
            delivery,
            Lines(dice.Next(3) + 1, index => dice.Pick(Digital).Line(dice) with { Recipient = Somebody(number, index, hasEmail, hasPhone) })
        );

    private static OrderRequest Post(Dice dice) =>
        Order(
            Delivery.Post,
            Plastic.Line(dice, dice.Next(2) + 1) with
            {
                Recipient = new()
                {
                    Name = "Robin Example",
                    PostalAddress = new()
                    {
                        Line1 = "1 Example Road",
                        City = "Dover",
                        Region = "NH",
                        PostalCode = "03820",
                        Country = "us",
                    },
                },
            }
        ) with
        {
            Options = [new GiftCardPartnersOrderOptions { ShippingMethodId = "shp-ground", CarrierId = "car-kraft" }],
        };
}
