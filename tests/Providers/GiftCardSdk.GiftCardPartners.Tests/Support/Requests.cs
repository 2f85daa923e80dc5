namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Orders as users write them.</summary>
internal static class Requests
{
    public const string Coffee = "HARBOR-COFFEE-US";
    public const string Books = "MAPLE-BOOKS-CARD";

    public static OrderLine Line(string product = Coffee, decimal value = 15, string currency = "USD", int quantity = 1) =>
        new()
        {
            ProductId = product,
            FaceValue = Money.Of(value, currency),
            Quantity = quantity,
        };

    public static OrderRequest Links(string reference, int quantity = 1) => Links(reference, Line(quantity: quantity));

    public static OrderRequest Links(string reference, params OrderLine[] lines) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Returned,
            Lines = lines,
        };

    public static OrderRequest Email(string reference, params string[] addresses) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Email,
            Message = new() { Body = "With thanks for your answers." },
            Lines =
            [
                .. (addresses.Length > 0 ? addresses : ["ines@panel.example"]).Select(address =>
                    Line() with
                    {
                        Recipient = new() { Name = "Ines", Email = address },
                    }
                ),
            ],
        };

    public static OrderRequest Post(string reference) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Post,
            Lines = [Line(Books, 40, quantity: 2) with { Recipient = Tomas }],
            Options = [new GiftCardPartnersOrderOptions { ShippingMethodId = "shp-ground", CarrierId = "car-kraft" }],
        };

    public static Recipient Tomas { get; } =
        new()
        {
            Name = "Tomas Reyes",
            PostalAddress = new()
            {
                Line1 = "18 Quarry Road",
                City = "Dover",
                Region = "NH",
                PostalCode = "03820",
                Country = "us",
            },
        };

    /// <summary>The smallest order that the wire takes.</summary>
    public static GiftCardPartnersNewOrder Wire(string poNumber = "o-1") =>
        new()
        {
            Type = GiftCardPartnersWords.OrderType.Links,
            PONumber = poNumber,
            LineItems =
            [
                new()
                {
                    ProductId = Coffee,
                    Value = 15,
                    Quantity = 1,
                },
            ],
        };
}
