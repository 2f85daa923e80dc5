namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

internal sealed record ProductBody
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string DenominationType { get; init; }

    /// <summary>The values on sale, or the two ends of a range.</summary>
    public required IReadOnlyList<decimal> Denominations { get; init; }

    public required string CurrencyCode { get; init; }

    public required IReadOnlyList<string> CultureCodes { get; init; }

    public required IReadOnlyList<string> AvailableDeliveryTypes { get; init; }

    public required string ShortDescription { get; init; }

    public required string LongDescription { get; init; }

    public required string Terms { get; init; }

    public required string Disclaimer { get; init; }

    public required string RedemptionNote { get; init; }

    public required ProductMeta Meta { get; init; }

    public required ProductMedia Media { get; init; }

    public required ProductCost Cost { get; init; }

    public required IReadOnlyList<ProductTranslation> Translations { get; init; }
}

internal sealed record ProductMeta(ShippingConfiguration ShippingConfiguration)
{
    public ProductColors? Colors { get; init; }

    public string? Website { get; init; }

    public bool? SupportsApiBalanceChecks { get; init; }
}

internal sealed record ShippingConfiguration(string FulfillmentGroup, bool HasRequiredCardCarriers);

internal sealed record ProductColors(string Primary, string Secondary, string PrimaryText, string SecondaryText);

internal sealed record ProductMedia(IReadOnlyList<Faceplate> Faceplates)
{
    public string? Logo { get; init; }
}

internal sealed record Faceplate(string Name, string Path);

internal sealed record ProductCost(decimal Fee, decimal DiscountPercentage);

internal sealed record ProductTranslation
{
    public required string CultureCode { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? TermsAndConditions { get; init; }

    public string? SpecialTermsAndConditions { get; init; }

    public string? GeneralRedemptionInstructions { get; init; }

    public string? OnlineRedemptionInstructions { get; init; }

    public string? InstoreRedemptionInstructions { get; init; }

    public string? PrintRedemptionInstructions { get; init; }
}
