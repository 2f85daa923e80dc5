namespace GiftCardSdk.Giftbit;

/// <summary>The two price models of a brand: any value in a range, or a list of values.</summary>
internal static class GiftbitPrices
{
    public static Denominations Of(GiftbitBrandDetail brand) =>
        brand.AllowedPricesInCents is { } prices && brand.VariablePrice != true
            ? new FixedDenominations([.. prices.Select(cents => GiftbitMoney.OrNull(cents, brand.Currency)).OfType<Money>()])
        : GiftbitMoney.OrNull(brand.MinPriceInCents, brand.Currency) is { } min
        && GiftbitMoney.OrNull(brand.MaxPriceInCents, brand.Currency) is { } max
            ? new RangeDenominations(min, max)
        : UnknownDenominations.Instance;
}
