namespace GiftCardSdk.Giftbit;

/// <summary>What only Giftbit knows about an order.</summary>
public sealed record GiftbitOrderOptions : ProviderOrderOptions
{
    /// <inheritdoc/>
    public override string Provider => GiftbitDefaults.Provider;

    /// <summary>
    /// Further brands: the recipient chooses one among these and the product of the lines. All must have the face value in the same currency,
    /// and for direct links be of the same region. Empty for the one product. For the whole catalogue of a region see
    /// <see cref="GiftbitProductId.OfRegion"/>.
    /// </summary>
    public IReadOnlyList<string> BrandCodes { get; init; } = [];

    /// <summary>
    /// With <see cref="Delivery.Returned"/>: short links, which suit text messages and need a text or template for their landing page but are
    /// made some time after the order. False, the default, for direct links, which come at once.
    /// </summary>
    public bool ShortLink { get; init; }
}
