using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

internal sealed record CreateOrder
{
    public string? Type { get; init; }

    public string? PONumber { get; init; }

    public string? Note { get; init; }

    public string? DepartmentId { get; init; }

    public IReadOnlyList<CreateLine?>? LineItems { get; init; }

    public WebhookSettings? WebhookSettings { get; init; }
}

internal sealed record CreateLine
{
    public string? ProductId { get; init; }

    public decimal? Value { get; init; }

    public int? Quantity { get; init; }

    public DigitalAddress? DigitalDeliveryAddress { get; init; }

    public PhysicalAddress? PhysicalDeliveryAddress { get; init; }

    public Personalization? Personalization { get; init; }

    public string? BrandingId { get; init; }

    public string? ExternalId { get; init; }

    public string? Culture { get; init; }
}

internal sealed record DigitalAddress(string? Email, string? Sms);

internal sealed record PhysicalAddress
{
    public string? ShippingMethodId { get; init; }

    public string? CarrierId { get; init; }

    public string? Name { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Zip { get; init; }

    public string? Country { get; init; }
}

internal sealed record Personalization
{
    public string? To { get; init; }

    public string? FromName { get; init; }

    public string? FromEmail { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? DeliveryDate { get; init; }
}

internal sealed record WebhookSettings(string? FulfillmentComplete);

/// <summary>An order, in full or as a line of the list.</summary>
internal sealed record OrderBody
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Status { get; init; }

    public string? PONumber { get; init; }

    public string? Note { get; init; }

    public string? CreatedDate { get; init; }

    public IReadOnlyList<LineBody>? LineItems { get; init; }
}

internal sealed record LineBody
{
    public required string Id { get; init; }

    public required string ProductId { get; init; }

    public required decimal Value { get; init; }

    public required int Quantity { get; init; }

    public required decimal Cost { get; init; }

    public required string Status { get; init; }

    public string? Culture { get; init; }

    public string? BrandingId { get; init; }

    public string? Theme { get; init; }

    public string? ExternalId { get; init; }

    public Personalization? Personalization { get; init; }

    public required IReadOnlyList<ClaimBody> ClaimData { get; init; }
}

/// <summary>One card. The nulls are written.</summary>
internal sealed record ClaimBody(string Id, string ClaimLink)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ClaimLinkChallengeAnswer { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? BarcodePath { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? BarcodeType { get; init; }
}

/// <summary>What a webhook says of an order when it does not hold it whole.</summary>
internal sealed record OrderDigest(string Id, string PONumber, string Status);
