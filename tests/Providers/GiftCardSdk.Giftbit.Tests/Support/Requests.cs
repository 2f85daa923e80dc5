namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Orders as users write them.</summary>
internal static class Requests
{
    public const string Product = "northcafeus";

    public static OrderRequest DirectLink(string reference, int quantity = 1, Money? value = null, string product = Product) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Returned,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = value ?? Money.Of(12, "USD"),
                    Quantity = quantity,
                },
            ],
        };

    public static OrderRequest ShortLink(string reference, int quantity = 1) =>
        DirectLink(reference, quantity) with
        {
            Options = [new GiftbitOrderOptions { ShortLink = true, LandingPageMessage = "Tap to collect." }],
        };

    public static OrderRequest Email(string reference, params string[] addresses) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Email,
            Message = new() { Subject = "A thank-you from us", Body = "Enjoy a coffee." },
            Lines =
            [
                .. (addresses.Length > 0 ? addresses : ["mira.oduya@mail.example"]).Select(address => new OrderLine
                {
                    ProductId = Product,
                    FaceValue = Money.Of(12, "USD"),
                    Recipient = new() { Name = "Mira Oduya", Email = address },
                }),
            ],
        };
}
