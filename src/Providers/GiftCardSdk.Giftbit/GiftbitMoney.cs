namespace GiftCardSdk.Giftbit;

/// <summary>Money on Giftbit's wire: whole hundredths, whatever places the currency has.</summary>
internal static class GiftbitMoney
{
    private const int Places = 2;

    /// <summary>An amount of the wire, or null where it or its currency is missing or none.</summary>
    public static Money? OrNull(long? cents, string? currency) =>
        cents is { } value && Money.IsCurrency(currency) ? Money.FromMinorUnits(value, currency, Places) : null;

    /// <summary>Whether hundredths can hold the amount.</summary>
    public static bool Fits(Money amount) => decimal.IsInteger(amount.Amount * 100) && amount.Amount * 100 <= long.MaxValue;

    public static long ToCents(Money amount) => amount.ToMinorUnits(Places);

    /// <summary>The two price models of a brand: any value in a range, or a list of values.</summary>
    public static Denominations PricesOf(GiftbitBrandDetail brand) =>
        brand.AllowedPricesInCents is { } prices && brand.VariablePrice != true
            ? new FixedDenominations([.. prices.Select(cents => OrNull(cents, brand.Currency)).OfType<Money>()])
        : OrNull(brand.MinPriceInCents, brand.Currency) is { } min && OrNull(brand.MaxPriceInCents, brand.Currency) is { } max
            ? new RangeDenominations(min, max)
        : UnknownDenominations.Instance;
}
