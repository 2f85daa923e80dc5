namespace GiftCardSdk.Huuray.Tests;

/// <summary>Orders as users write them.</summary>
internal static class Requests
{
    /// <summary>A product of the twin with fixed values in Swedish crowns, kept in stock, whose cards have code, security code and link.</summary>
    public const string Product = "pt-nord-kaffe-se";

    public static OrderRequest Returned(string reference, Money? value = null, string product = Product, int quantity = 1) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Returned,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = value ?? Money.Of(250, "SEK"),
                    Quantity = quantity,
                },
            ],
        };

    public static OrderRequest Email(string reference, params string[] addresses) =>
        Delivered(reference, Delivery.Email, addresses.Select(address => new Recipient { Name = "Maja Ek", Email = address }));

    public static OrderRequest Sms(string reference, params string[] numbers) =>
        Delivered(reference, Delivery.Sms, numbers.Select(number => new Recipient { Name = "Maja Ek", Phone = number })) with
        {
            TemplateId = null,
        };

    /// <summary>A line for each recipient, with the Swedish template for e-mails.</summary>
    private static OrderRequest Delivered(string reference, Delivery delivery, IEnumerable<Recipient> recipients) =>
        Returned(reference) with
        {
            Delivery = delivery,
            TemplateId = "7310",
            Lines = [.. recipients.Select(recipient => Returned(reference).Lines[0] with { Recipient = recipient })],
        };
}
