using System.Text.Json.Serialization;

namespace GiftCardSdk.Catalog;

/// <summary>The products of an account as a distributed cache keeps them. Another form gets another number in <see cref="HybridCatalogCache"/>'s keys.</summary>
internal sealed record StoredCatalog(DateTimeOffset ReadAt, IReadOnlyList<StoredProduct> Products);

internal sealed record StoredProduct
{
    public required string Provider { get; init; }

    public required string Id { get; init; }

    public required string Brand { get; init; }

    public ProductKind Kind { get; init; }

    public string? Description { get; init; }

    public string? Disclaimer { get; init; }

    public string? Terms { get; init; }

    public string? RedemptionInstructions { get; init; }

    public string? ImageUrl { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public required IReadOnlyList<StoredOffer> Offers { get; init; }

    public static StoredProduct Of(Product product) =>
        new()
        {
            Provider = product.Provider,
            Id = product.Id,
            Brand = product.Brand,
            Kind = product.Kind,
            Description = product.Description,
            Disclaimer = product.Disclaimer,
            Terms = product.Terms,
            RedemptionInstructions = product.RedemptionInstructions,
            ImageUrl = product.ImageUrl?.OriginalString,
            Categories = product.Categories.Count == 0 ? null : product.Categories,
            Offers = [.. product.Offers.Select(StoredOffer.Of)],
        };

    public Product ToProduct() =>
        new()
        {
            Provider = Provider,
            Id = Id,
            Brand = Brand,
            Kind = Kind,
            Description = Description,
            Disclaimer = Disclaimer,
            Terms = Terms,
            RedemptionInstructions = RedemptionInstructions,
            ImageUrl = ImageUrl is null ? null : new Uri(ImageUrl, UriKind.RelativeOrAbsolute),
            Categories = Categories ?? [],
            Offers = [.. Offers.Select(offer => offer.ToOffer())],
        };
}

internal sealed record StoredOffer
{
    public required string Currency { get; init; }

    public IReadOnlyList<string>? Countries { get; init; }

    public bool IsWorldwide { get; init; }

    public IReadOnlyList<Money>? Values { get; init; }

    public Money? Min { get; init; }

    public Money? Max { get; init; }

    public Money? Step { get; init; }

    public decimal? DiscountPercent { get; init; }

    public Money? FeePerCard { get; init; }

    public int? Stock { get; init; }

    public IReadOnlyList<Delivery>? Deliveries { get; init; }

    public static StoredOffer Of(Offer offer)
    {
        var range = offer.Denominations as RangeDenominations;
        return new()
        {
            Currency = offer.Currency,
            Countries = offer.Countries.Codes.Count == 0 ? null : offer.Countries.Codes,
            IsWorldwide = offer.Countries.IsWorldwide,
            Values = (offer.Denominations as FixedDenominations)?.Values,
            Min = range?.Min,
            Max = range?.Max,
            Step = range?.Step,
            DiscountPercent = offer.DiscountPercent,
            FeePerCard = offer.FeePerCard,
            Stock = offer.Stock,
            Deliveries = offer.Deliveries.Count == 0 ? null : offer.Deliveries,
        };
    }

    public Offer ToOffer() =>
        new()
        {
            Currency = Currency,
            Countries =
                IsWorldwide ? CountrySet.Worldwide
                : Countries is null ? CountrySet.Unknown
                : CountrySet.Of(Countries),
            Denominations =
                Values is not null ? new FixedDenominations(Values)
                : Min is { } min && Max is { } max ? new RangeDenominations(min, max, Step)
                : UnknownDenominations.Instance,
            DiscountPercent = DiscountPercent,
            FeePerCard = FeePerCard,
            Stock = Stock,
            Deliveries = Deliveries ?? [],
        };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(StoredCatalog))]
internal sealed partial class CatalogJsonContext : JsonSerializerContext;
