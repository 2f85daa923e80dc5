using GiftCardSdk;

namespace PackageConsumer;

internal static class Shopping
{
    /// <summary>An order of the first product that an account sells for US dollars.</summary>
    public static async Task<OrderRequest> FirstOfAsync(IGiftCardAccount account)
    {
        var needsCountry = account.Capabilities.ShapeFor(Delivery.Returned)?.RuleOf(OrderField.Country) == FieldRule.Required;
        await foreach (var product in account.Catalog.ListAsync(new CatalogQuery { Currency = "USD" }))
        {
            if (product.Offers is [var offer, ..] && (!needsCountry || offer.Countries.Codes.Count > 0))
            {
                return new()
                {
                    Reference = "package-consumer",
                    Lines =
                    [
                        new()
                        {
                            ProductId = product.Id,
                            FaceValue = SmallestFaceValue(offer),
                            Country = needsCountry ? offer.Countries.Codes[0] : null,
                        },
                    ],
                    Delivery = Delivery.Returned,
                };
            }
        }

        throw new InvalidOperationException($"{account.Name} sells nothing for US dollars.");
    }

    private static Money SmallestFaceValue(Offer offer) =>
        offer.Denominations switch
        {
            FixedDenominations { Values: [var first, ..] } => first,
            RangeDenominations range => range.Min,
            _ => Money.Of(10, offer.Currency),
        };
}
