namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>An order of one card at each twin, as users write it.</summary>
internal static class Orders
{
    public static OrderRequest Of(string account, string reference) =>
        account switch
        {
            Giftronaut.Account => Email(reference, "GC-NORTHWIND-USD", Money.Of(75, "USD")) with
            {
                Message = new() { SenderName = "Fabrikam Rewards", Subject = "Your survey reward" },
            },
            Shop.Giftbit => Email(reference, "northcafeus", Money.Of(12, "USD")) with
            {
                Message = new() { Subject = "Your survey reward", Body = "Enjoy a coffee." },
            },
            Shop.GiftCardPartners => Email(reference, "HARBOR-COFFEE-US", Money.Of(15, "USD")),
            Shop.Huuray => Email(reference, "pt-nord-kaffe-se", Money.Of(250, "SEK")) with { TemplateId = "7310" },
            _ => new()
            {
                Reference = reference,
                Delivery = Delivery.Returned,
                Lines =
                [
                    new()
                    {
                        ProductId = "north-cafe",
                        FaceValue = Money.Of(25, "USD"),
                        Country = "US",
                    },
                ],
            },
        };

    private static OrderRequest Email(string reference, string product, Money value) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Email,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = value,
                    Recipient = new() { Name = "Mira Holt", Email = $"{reference}@panel.example" },
                },
            ],
        };
}
