namespace GiftCardSdk.Gifq;

/// <summary>Brands of the wire as products: each option is an offer of its own, since amount, country and currency must match one and the same.</summary>
internal sealed class GifqOffers(GifqWireAssumptions assumptions)
{
    public Product ProductOf(GifqBrand brand) =>
        new()
        {
            Provider = GifqDefaults.Provider,
            Id = brand.Slug,
            Brand = brand.Title ?? brand.Slug,
            Description = brand.Description,
            Terms = brand.Terms,
            RedemptionInstructions = brand.RedeemInstructions,
            ImageUrl = Uri.TryCreate(brand.Logo, UriKind.Absolute, out var logo) ? logo : null,
            Categories = [.. (brand.Categories ?? []).OfType<string>()],
            Offers =
            [
                .. (brand.Products ?? []).OfType<GifqProductOption>().Where(option => Money.IsCurrency(option.Currency)).Select(OfferOf),
            ],
        };

    private Offer OfferOf(GifqProductOption option)
    {
        var currency = Money.Of(0, option.Currency).Currency;
        return new()
        {
            Currency = currency,
            Countries = CountriesOf(option.Countries),
            Denominations = DenominationsOf(option, currency),
            DiscountPercent = option.Discount,
            // The discount, or the fee that it is below zero, is all that a card costs besides its face value.
            FeePerCard = option.Discount is null ? null : Money.Of(0, currency),
            Stock = option.StockCount,
            Deliveries = [Delivery.Returned],
        };
    }

    private static Denominations DenominationsOf(GifqProductOption option, string currency) =>
        (Money.OrNull(option.MinFaceValue, currency), Money.OrNull(option.MaxFaceValue, currency)) switch
        {
            ({ } min, { } max) when min == max => new FixedDenominations([min]),
            ({ } min, { } max) => new RangeDenominations(min, max),
            _ => UnknownDenominations.Instance,
        };

    /// <summary>Codes of another form than ISO's are passed over; with nothing left, the countries are unknown.</summary>
    private CountrySet CountriesOf(IReadOnlyList<string>? codes)
    {
        string[] known = [.. (codes ?? []).OfType<string>().Where(code => code.Length == 2 && code.All(char.IsAsciiLetter))];
        return codes?.Contains(assumptions.WorldwideCountry, StringComparer.OrdinalIgnoreCase) == true ? CountrySet.Worldwide
            : known.Length > 0 ? CountrySet.Of(known)
            : CountrySet.Unknown;
    }
}
