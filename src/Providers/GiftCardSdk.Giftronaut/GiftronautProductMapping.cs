using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Products of the wire in neutral words, in whichever vocabulary their prices come.</summary>
internal static class GiftronautProductMapping
{
    public static Product Of(GiftronautListing listing)
    {
        var (product, isChoice) = (listing.Product, listing.CardType == GiftronautWords.CardType.Choice);
        return new()
        {
            Provider = GiftronautDefaults.Provider,
            Id = product.ProductId,
            Brand = NameOf(product) ?? product.ProductId,
            Kind = isChoice ? ProductKind.Choice : ProductKind.Branded,
            Description = product.Description,
            Terms = product.Terms,
            ImageUrl = Uri.TryCreate(product.ImageUrl, UriKind.Absolute, out var picture) ? picture : null,
            Categories = string.IsNullOrWhiteSpace(product.Category) ? [] : [product.Category],
            Offers = CurrencyOf(listing) is { } currency ? [OfferOf(product, currency)] : [],
        };
    }

    /// <summary>The currency of a product's face values; a choice card that names none is in US dollars. Null if it is not known.</summary>
    public static string? CurrencyOf(GiftronautListing listing) =>
        Money.IsCurrency(listing.Product.CurrencyCode) ? listing.Product.CurrencyCode.ToUpperInvariant()
        : listing.Product.CurrencyCode is null && listing.CardType == GiftronautWords.CardType.Choice ? GiftronautAmounts.Dollars
        : null;

    /// <summary>The face values; unknown where the word for their kind is, or where a figure is missing: then Giftronaut decides.</summary>
    public static Denominations DenominationsOf(GiftronautProduct product, string currency)
    {
        var prices = Values(product.Prices, currency);
        var values = product.Denominations is { Count: > 0 } listed ? Values(listed, currency) : prices;
        return (product.FaceValueType ?? product.PriceType) switch
        {
            GiftronautWords.PriceType.Fixed when values.Length > 0 => new FixedDenominations(values),
            GiftronautWords.PriceType.Range when RangeOf(product, prices, currency) is { } range => range,
            _ => UnknownDenominations.Instance,
        };
    }

    private static Money[] Values(IReadOnlyList<decimal?>? figures, string currency) =>
        [.. (figures ?? []).OfType<decimal>().Select(figure => Money.Of(figure, currency))];

    private static RangeDenominations? RangeOf(GiftronautProduct product, Money[] prices, string currency)
    {
        var min = Money.OrNull(product.MinAmount, currency) ?? (prices.Length > 1 ? prices[0] : null);
        var max = Money.OrNull(product.MaxAmount, currency) ?? (prices.Length > 1 ? prices[1] : null);
        var step = product.PriceStep is > 0 ? Money.OrNull(product.PriceStep, currency) : null;
        return min is { } least && max is { } most && least <= most ? new(least, most, step) : null;
    }

    private static Offer OfferOf(GiftronautProduct product, string currency) =>
        new()
        {
            Currency = currency,
            Countries = GiftronautCountries.Alpha2Of(product.CountryCode) is { } country ? CountrySet.Of(country) : CountrySet.Unknown,
            Denominations = DenominationsOf(product, currency),
            Deliveries = [Delivery.Email, Delivery.Returned],
        };

    /// <summary>A design is called <c>cardName</c>, which is assumed; else it has a brand's name too.</summary>
    private static string? NameOf(GiftronautProduct product) => WireText.OrNull(product.CardName) ?? WireText.OrNull(product.BrandName);
}
