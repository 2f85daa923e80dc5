using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>A way in which cards are posted. The operation is documented; all members are assumed.</summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersShippingMethod
{
    /// <summary>What an order names (<see cref="GiftCardPartnersPostalAddress.ShippingMethodId"/>). Assumed.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>The name. Assumed.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>A text about it. Assumed.</summary>
    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    /// <summary>What it costs; in which currency, and for what, is not known. Assumed.</summary>
    [JsonPropertyName("Cost")]
    public decimal? Cost { get; init; }

    /// <summary>The products it is for (<see cref="GiftCardPartnersShippingConfiguration.FulfillmentGroup"/>). Assumed.</summary>
    [JsonPropertyName("FulfillmentGroup")]
    public string? FulfillmentGroup { get; init; }
}

/// <summary>A printed holder that a card is posted in, not who carries it. That there is such a list is documented; all members are assumed.</summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersCarrier
{
    /// <summary>What an order names (<see cref="GiftCardPartnersPostalAddress.CarrierId"/>). Assumed.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>The name. Assumed.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>A text about it. Assumed.</summary>
    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    /// <summary>The products it is for (<see cref="GiftCardPartnersShippingConfiguration.FulfillmentGroup"/>). Assumed.</summary>
    [JsonPropertyName("FulfillmentGroup")]
    public string? FulfillmentGroup { get; init; }

    /// <summary>Address of a picture. Assumed.</summary>
    [JsonPropertyName("ImagePath")]
    public string? ImagePath { get; init; }
}

/// <summary>A look that messages and claim pages may have. The operation is documented; all members are assumed.</summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersBranding
{
    /// <summary>What an order names (<see cref="GiftCardPartnersNewLine.BrandingId"/>). Assumed.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>The name. Assumed.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>A text about it. Assumed.</summary>
    [JsonPropertyName("Description")]
    public string? Description { get; init; }
}

/// <summary>A department of the account. That there is such a list is documented; all members are assumed.</summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersDepartment
{
    /// <summary>What an order names (<see cref="GiftCardPartnersNewOrder.DepartmentId"/>). Assumed.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>The name. Assumed.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }
}
