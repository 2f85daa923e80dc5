using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>An order to be placed. Prints masked.</summary>
public sealed record GiftCardPartnersNewOrder
{
    /// <summary>What the order is, for all its lines: a word of <see cref="GiftCardPartnersWords.OrderType"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("Type")]
    public required string Type { get; init; }

    /// <summary>The caller's own number of the order, unique in the account and never used again: a repeat is refused with 409. Source: API reference; documented. Its length and characters are assumed: 1 to 50 letters, digits, hyphens and underscores.</summary>
    [JsonPropertyName("PONumber")]
    public required string PONumber { get; init; }

    /// <summary>Free text for the account's own books; null for none. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Note")]
    public string? Note { get; init; }

    /// <summary>The department that orders (<see cref="IGiftCardPartnersApi.ListDepartmentsAsync"/>); null for none. Assumed, name and place.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("DepartmentId")]
    public string? DepartmentId { get; init; }

    /// <summary>What is bought; at least one line, products, values and recipients mixed at will. Source: API reference; documented.</summary>
    [JsonPropertyName("LineItems")]
    public required IReadOnlyList<GiftCardPartnersNewLine> LineItems { get; init; }

    /// <summary>Where the end of the order is to be told; null for nowhere. Source: developer portal; documented.</summary>
    [JsonPropertyName("WebhookSettings")]
    public GiftCardPartnersWebhookSettings? WebhookSettings { get; init; }

    /// <summary>Type, number and the count of lines, never a recipient, a text or an address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersNewOrder {{ Type = {Type}, PONumber = {PONumber}, Lines = {LineItems?.Count} }}";
}

/// <summary>One line of an order to be placed. Prints masked.</summary>
public sealed record GiftCardPartnersNewLine
{
    /// <summary>The product (<see cref="GiftCardPartnersProduct.Id"/>); it must be offered as the order's type. Source: API reference; documented.</summary>
    [JsonPropertyName("ProductId")]
    public required string ProductId { get; init; }

    /// <summary>The face value of one card, in units of the product's currency: the order itself names none. Source: API reference; documented.</summary>
    [JsonPropertyName("Value")]
    public required decimal Value { get; init; }

    /// <summary>How many cards of this value, at least 1; several to one recipient are allowed. Source: API reference; documented.</summary>
    [JsonPropertyName("Quantity")]
    public required int Quantity { get; init; }

    /// <summary>The caller's own id of the line; null for none. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("ExternalId")]
    public string? ExternalId { get; init; }

    /// <summary>The look of message and claim page (<see cref="IGiftCardPartnersApi.ListBrandingsAsync"/>); null for the account's own. Source: developer portal; documented.</summary>
    [JsonPropertyName("BrandingId")]
    public string? BrandingId { get; init; }

    /// <summary>The language, such as <c>en-US</c>, likely one of the product's; null for its first. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Culture")]
    public string? Culture { get; init; }

    /// <summary>Where a digital card goes; for that type alone. Source: API reference; documented.</summary>
    [JsonPropertyName("DigitalDeliveryAddress")]
    public GiftCardPartnersDigitalAddress? DigitalDeliveryAddress { get; init; }

    /// <summary>Where a card is posted; for that type alone. Source: developer portal; documented.</summary>
    [JsonPropertyName("PhysicalDeliveryAddress")]
    public GiftCardPartnersPostalAddress? PhysicalDeliveryAddress { get; init; }

    /// <summary>What the recipient reads; null for nothing. Source: API reference; documented.</summary>
    [JsonPropertyName("Personalization")]
    public GiftCardPartnersPersonalization? Personalization { get; init; }

    /// <summary>Product, value and quantity, never a recipient or a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersNewLine {{ ProductId = {ProductId}, Value = {Value}, Quantity = {Quantity} }}";
}

/// <summary>Where a digital card goes: at least one of the two. Prints masked.</summary>
public sealed record GiftCardPartnersDigitalAddress
{
    /// <summary>The e-mail address; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("Email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Email { get; init; }

    /// <summary>The mobile number in E.164 form with its plus sign; null for none. Source: developer portal; documented.</summary>
    [JsonPropertyName("Sms")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Sms { get; init; }

    /// <summary>A mask, never the address or the number.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersDigitalAddress {{ {Secret.Mask} }}";
}

/// <summary>Where and how a card is posted. The names are documented; that a member must be given is inferred. Prints masked.</summary>
public sealed record GiftCardPartnersPostalAddress
{
    /// <summary>How it travels (<see cref="IGiftCardPartnersApi.ListShippingMethodsAsync"/>). Source: developer portal; documented.</summary>
    [JsonPropertyName("ShippingMethodId")]
    public required string ShippingMethodId { get; init; }

    /// <summary>The printed holder of the card, not who carries it (<see cref="IGiftCardPartnersApi.ListCarriersAsync"/>); null unless the product demands one. Source: developer portal; documented.</summary>
    [JsonPropertyName("CarrierId")]
    public string? CarrierId { get; init; }

    /// <summary>The recipient's name. Source: developer portal; documented.</summary>
    [JsonPropertyName("Name")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Name { get; init; }

    /// <summary>Street and number. Source: developer portal; documented.</summary>
    [JsonPropertyName("AddressLine1")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string AddressLine1 { get; init; }

    /// <summary>Flat, building, care of; null for none. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("AddressLine2")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? AddressLine2 { get; init; }

    /// <summary>Town or city. Source: developer portal; documented.</summary>
    [JsonPropertyName("City")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string City { get; init; }

    /// <summary>State or province, two letters. Source: developer portal; documented.</summary>
    [JsonPropertyName("State")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string State { get; init; }

    /// <summary>Postal code. Source: developer portal; documented.</summary>
    [JsonPropertyName("Zip")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Zip { get; init; }

    /// <summary>Country, two letters. Source: developer portal; documented.</summary>
    [JsonPropertyName("Country")]
    public required string Country { get; init; }

    /// <summary>A mask with the ways of shipping, never the name or the address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftCardPartnersPostalAddress {{ {Secret.Mask}, ShippingMethodId = {ShippingMethodId}, CarrierId = {CarrierId} }}";
}

/// <summary>What the recipient reads. Prints masked.</summary>
public sealed record GiftCardPartnersPersonalization
{
    /// <summary>The recipient's name as it is shown; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("To")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? To { get; init; }

    /// <summary>The sender's name as it is shown; null for the account's own. Source: API reference; documented.</summary>
    [JsonPropertyName("FromName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FromName { get; init; }

    /// <summary>The sender's e-mail address; null for the account's own. Source: API reference; documented.</summary>
    [JsonPropertyName("FromEmail")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FromEmail { get; init; }

    /// <summary>The text; null for none. Source: API reference; documented. Its length is not.</summary>
    [JsonPropertyName("Message")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Message { get; init; }

    /// <summary>When it is to be delivered, as the wire has it; null for at once. Written in UTC. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("DeliveryDate")]
    public string? DeliveryDate { get; init; }

    /// <summary>A mask, never a name, an address or the text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersPersonalization {{ {Secret.Mask}, DeliveryDate = {DeliveryDate} }}";
}

/// <summary>Where the end of one order is told. Prints masked: the address may hold a secret that tells a true call from a forged one.</summary>
public sealed record GiftCardPartnersWebhookSettings
{
    /// <summary>Called when the order has come to its end. Not signed: read the order before believing it. Source: developer portal; documented.</summary>
    [JsonPropertyName("FulfillmentComplete")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FulfillmentComplete { get; init; }

    /// <summary>A mask, never the address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersWebhookSettings {{ {Secret.Mask} }}";
}
