namespace GiftCardSdk.Sandbox;

/// <summary>A product in one currency. <see cref="Denominations"/> is the list of a fixed one, or the two ends of a range.</summary>
internal sealed record GiftCardPartnersProduct(
    string Id,
    string Name,
    string Currency,
    string[] Cultures,
    bool IsVariable,
    decimal[] Denominations
)
{
    private const decimal Hundred = 100;

    /// <summary>In percent of the face value.</summary>
    public decimal Discount { get; init; }

    /// <summary>On top of the face value, for each card.</summary>
    public decimal Fee { get; init; }

    public bool IsPhysical { get; init; }

    public string[] DeliveryTypes { get; init; } = [GiftCardPartnersOrderType.DigitalDelivery, GiftCardPartnersOrderType.Links];

    /// <summary>Physical products of one group can share a parcel.</summary>
    public string FulfillmentGroup { get; init; } = "none";

    public bool NeedsCarrier { get; init; }

    /// <summary>The symbology of the card's barcode, or null where it has none.</summary>
    public string? BarcodeType { get; init; }

    public string ShortDescription { get; init; } = $"{Name} gift card.";

    public string LongDescription { get; init; } = $"Valid wherever {Name} does business.";

    /// <summary>The culture, name and description of a translation.</summary>
    public (string Culture, string Name, string Description)[] Translations { get; init; } = [];

    public bool Available { get; init; } = true;

    public bool Accepts(decimal value) =>
        IsVariable
            ? value >= Denominations[0] && value <= Denominations[1] && GiftCardPartnersMoney.Fits(value, Currency)
            : Array.IndexOf(Denominations, value) >= 0;

    /// <summary>What the account pays for one card.</summary>
    public decimal UnitCost(decimal value) => GiftCardPartnersMoney.Round(value - (value * Discount / Hundred) + Fee, Currency);
}
