namespace GiftCardSdk.Gifq.Tests;

/// <summary>Orders and batches as users write them.</summary>
internal static class Requests
{
    /// <summary>A brand of the twin with a range in US dollars and a discount of 6 %.</summary>
    public const string Brand = "north-cafe";

    public static OrderRequest Order(
        string reference,
        Money? value = null,
        string brand = Brand,
        string country = "US",
        string? paymentCurrency = null
    ) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Returned,
            PaymentCurrency = paymentCurrency,
            Lines =
            [
                new()
                {
                    ProductId = brand,
                    FaceValue = value ?? Money.Of(25, "USD"),
                    Country = country,
                },
            ],
        };

    public static GifqNewPayoutOrder Batch(string campaign, params string[] addresses) =>
        new()
        {
            CampaignId = campaign,
            WalletCurrency = "EUR",
            ExpiresInDays = 45,
            Recipients =
            [
                .. (addresses.Length > 0 ? addresses : ["ida@fjord.example"]).Select(address => new GifqPayoutRecipient
                {
                    Email = address,
                    Name = "Ida",
                    Amount = 20,
                    Currency = "EUR",
                }),
            ],
        };
}
