namespace GiftCardSdk.GiftCardPartners;

/// <summary>The provider's products in neutral words.</summary>
internal sealed class GiftCardPartnersProductMapping(GiftCardPartnersWireAssumptions assumptions)
{
    private const decimal Hundred = 100;

    public Product Of(GiftCardPartnersProduct product) =>
        new()
        {
            Provider = GiftCardPartnersDefaults.Provider,
            Id = product.Id,
            Brand = string.IsNullOrWhiteSpace(product.Name) ? product.Id : product.Name,
            Description = product.LongDescription ?? product.ShortDescription,
            Terms = product.Terms,
            Disclaimer = product.Disclaimer,
            RedemptionInstructions = product.RedemptionNote,
            ImageUrl = Picture(product),
            Offers = Money.IsCurrency(product.CurrencyCode) ? [Offer(product, product.CurrencyCode)] : [],
        };

    /// <summary>The face values; unknown where the word for their kind is.</summary>
    public Denominations DenominationsOf(GiftCardPartnersProduct product)
    {
        Money[] values = [.. (product.Denominations ?? []).Select(value => Money.OrNull(value, product.CurrencyCode)).OfType<Money>()];
        return values.Length == 0 ? UnknownDenominations.Instance
            : Is(product.DenominationType, assumptions.FixedDenominations) ? new FixedDenominations(values)
            : Is(product.DenominationType, assumptions.VariableDenominations) ? new RangeDenominations(values.Min(), values.Max())
            : UnknownDenominations.Instance;
    }

    /// <summary>Whether a product can be ordered as a type; unknown types of delivery are never held against it.</summary>
    public static bool IsOfferedAs(GiftCardPartnersProduct product, string type) =>
        product.AvailableDeliveryTypes is not { Count: > 0 } types || types.Any(offered => Is(offered, type));

    public static bool NeedsCarrier(GiftCardPartnersProduct product) =>
        product.Meta?.ShippingConfiguration?.HasRequiredCardCarriers == true;

    private Offer Offer(GiftCardPartnersProduct product, string currency) =>
        new()
        {
            Currency = Money.Of(0, currency).Currency,
            Denominations = DenominationsOf(product),
            DiscountPercent = product.Cost?.DiscountPercentage * (assumptions.DiscountIsFraction ? Hundred : 1),
            FeePerCard = Money.OrNull(product.Cost?.Fee, currency),
            Deliveries = [.. (product.AvailableDeliveryTypes ?? []).SelectMany(DeliveriesOf).Distinct()],
        };

    private static IEnumerable<Delivery> DeliveriesOf(string? type) =>
        Is(type, GiftCardPartnersWords.OrderType.DigitalDelivery) ? [Delivery.Email, Delivery.Sms, Delivery.EmailAndSms]
        : Is(type, GiftCardPartnersWords.OrderType.Links) ? [Delivery.Returned]
        : Is(type, GiftCardPartnersWords.OrderType.PhysicalShipment) ? [Delivery.Post]
        : [];

    private static Uri? Picture(GiftCardPartnersProduct product) =>
        product
            .Media?.Faceplates?.Select(face => Uri.TryCreate(face?.Path, UriKind.Absolute, out var address) ? address : null)
            .FirstOrDefault(address => address is not null);

    private static bool Is(string? word, string known) => string.Equals(word, known, StringComparison.OrdinalIgnoreCase);
}
