namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Orders and runs as users write them.</summary>
internal static class Requests
{
    /// <summary>A card of the twin with fixed values in US dollars: 15, 30 and 75.</summary>
    public const string Branded = "GC-NORTHWIND-USD";

    /// <summary>A design of the twin, 5 to 1,000 US dollars.</summary>
    public const string Choice = "CHOICE-SUNRISE-USD";

    public static OrderRequest Links(string reference, Money? value = null, string product = Choice, int quantity = 1) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Returned,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = value ?? Money.Of(20, "USD"),
                    Quantity = quantity,
                },
            ],
        };

    public static OrderRequest Email(string reference, params OrderLine[] lines) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Email,
            Message = new() { SenderName = "Fabrikam Rewards", Subject = "Your survey reward" },
            Lines = lines.Length > 0 ? lines : [Line()],
        };

    public static OrderLine Line(
        string email = "mira.holt@panel.example",
        decimal value = 75,
        string product = Branded,
        string currency = "USD",
        string? name = "Mira Holt"
    ) =>
        new()
        {
            ProductId = product,
            FaceValue = Money.Of(value, currency),
            Recipient = new() { Name = name, Email = email },
        };

    public static GiftronautCampaignEdit Campaign { get; } =
        new()
        {
            Name = "Panel thank-you",
            CardType = GiftronautWords.CardType.Choice,
            ProductId = Choice,
            Amount = 25,
            Subject = "For you",
            SenderName = "Fabrikam Rewards",
        };

    public static GiftronautCampaignRun Run(params string[] addresses) =>
        new()
        {
            Recipients =
            [
                .. (addresses.Length > 0 ? addresses : ["ana.ruiz@panel.example"]).Select(address => new GiftronautCampaignRecipient
                {
                    Email = address,
                    FirstName = "Ana",
                }),
            ],
        };
}
