namespace GiftCardSdk;

/// <summary>Which products are wanted. All that is set must match; what the provider cannot filter is filtered here.</summary>
public sealed record CatalogQuery
{
    /// <summary>Everything.</summary>
    public static CatalogQuery All { get; } = new();

    /// <summary>Cards that can be used in this country, ISO 3166-1 alpha-2; offers whose countries are unknown are kept. Null for any.</summary>
    public string? Country { get; init; }

    /// <summary>Cards with a face value in this currency; null for any.</summary>
    public string? Currency { get; init; }

    /// <summary>Cards that can be bought at this face value; offers whose face values are unknown are kept. Null for any.</summary>
    public Money? FaceValue { get; init; }

    /// <summary>A part of the brand's name, in any case; null for any.</summary>
    public string? Search { get; init; }

    /// <summary>Only branded or only choice cards; null for both.</summary>
    public ProductKind? Kind { get; init; }

    /// <summary>One of the provider's own categories, in any case; products without categories do not match. Null for any.</summary>
    public string? Category { get; init; }

    /// <summary>Cards that can be delivered this way; offers whose deliveries are unknown are kept. Null for any.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Whether offers that are sold out are left out; those whose stock is unknown are kept. Default false.</summary>
    public bool InStock { get; init; }

    /// <summary>The product with only those of its offers that match, or null if none is left.</summary>
    /// <param name="product">A product of the catalog.</param>
    /// <returns>The product, a copy with fewer offers, or null.</returns>
    /// <exception cref="ArgumentException"><see cref="Country"/> has not two letters, or <see cref="Currency"/> not three.</exception>
    public Product? Match(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        var texts =
            (Kind is null || Kind == product.Kind)
            && (string.IsNullOrWhiteSpace(Search) || product.Brand.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrWhiteSpace(Category) || product.Categories.Contains(Category.Trim(), StringComparer.OrdinalIgnoreCase));
        if (!texts || !AsksForOffers)
        {
            return texts ? product : null;
        }

        Offer[] offers = [.. product.Offers.Where(Matches)];
        return offers.Length == 0 ? null
            : offers.Length == product.Offers.Count ? product
            : product with { Offers = offers };
    }

    /// <summary>The same query in normal form, after a check of its codes.</summary>
    internal CatalogQuery Checked() =>
        this with
        {
            Country = Country is null ? null : CountrySet.Normalize(Country),
            Currency = Currency is null ? null : CurrencyCode.Normalize(Currency),
        };

    private bool AsksForOffers => (Country ?? Currency) is not null || FaceValue is not null || Delivery is not null || InStock;

    private bool Matches(Offer offer) =>
        (Currency is null || CurrencyCode.Normalize(Currency) == offer.Currency)
        && (Country is null || offer.Countries.Includes(Country) != false)
        && (FaceValue is not { } value || (value.Currency == offer.Currency && offer.Denominations.Allows(value) != false))
        && (Delivery is not { } delivery || offer.Deliveries.Count == 0 || offer.Deliveries.Contains(delivery))
        && !(InStock && offer.Stock <= 0);
}
