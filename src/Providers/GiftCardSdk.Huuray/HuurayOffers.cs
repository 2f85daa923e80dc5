namespace GiftCardSdk.Huuray;

/// <summary>Products of the wire as products with one offer each: a token stands for one brand in one country and currency.</summary>
internal sealed class HuurayOffers(HuuraySettings settings)
{
    private readonly HuurayDenominations _denominations = new(settings);

    /// <summary>Without a token nothing can be ordered; inactive products can not be ordered now.</summary>
    public static bool CanBeOrdered(HuurayProduct product) => !string.IsNullOrWhiteSpace(product.ProductToken) && product.Active != false;

    public Product ProductOf(HuurayProduct product) =>
        new()
        {
            Provider = HuurayDefaults.Provider,
            Id = product.ProductToken!,
            Brand = product.BrandName ?? product.ProductToken!,
            Kind = settings.Assumptions.ChoiceProducts.Contains(product.ProductToken, StringComparer.Ordinal)
                ? ProductKind.Choice
                : ProductKind.Branded,
            Description = product.BrandDescription,
            RedemptionInstructions = product.RedemptionInstructions,
            ImageUrl = Uri.TryCreate(product.LogoFile, UriKind.Absolute, out var logo) ? logo : null,
            Categories = (product.Categories ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Offers = Money.IsCurrency(product.Currency) ? [OfferOf(product, Money.Of(0, product.Currency).Currency)] : [],
        };

    /// <summary>What a card costs besides its discounted face value is not documented, so it stays unknown.</summary>
    private Offer OfferOf(HuurayProduct product, string currency) =>
        new()
        {
            Currency = currency,
            Countries =
                product.CountryCode is { Length: 2 } country && country.All(char.IsAsciiLetter)
                    ? CountrySet.Of(country)
                    : CountrySet.Unknown,
            Denominations = _denominations.Parse(product.Denominations, currency),
            DiscountPercent = product.Discount,
            Deliveries = [Delivery.Returned, Delivery.Email, Delivery.Sms],
        };
}
