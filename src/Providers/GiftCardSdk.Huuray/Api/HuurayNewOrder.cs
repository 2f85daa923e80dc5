using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>An order for one product at one face value. What is null is not sent.</summary>
public sealed record HuurayNewOrder
{
    /// <summary>The most characters of each of the four invoice texts. Source: vendor's clients; documented there.</summary>
    public const int MaxInvoiceText = 250;

    /// <summary>What is bought, and how often. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Product")]
    public required HuurayOrderedProduct Product { get; init; }

    /// <summary>True: the cards come back with the answer, at most 25. False: the order is accepted and worked off later. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Sync")]
    public required bool Sync { get; init; }

    /// <summary>The caller's own id; a label only: two orders with the same one are two orders. Source: vendor's OpenAPI file; documented, its longest form is not.</summary>
    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    /// <summary>The layout, whose type decides between e-mail and text message; null means that Huuray delivers nothing. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("DeliveryTemplateId")]
    public int? DeliveryTemplateId { get; init; }

    /// <summary>A PDF to attach to the e-mail; it must fit brand and country. Null for none. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("DeliveryPDFTemplateUid")]
    public string? DeliveryPdfTemplateUid { get; init; }

    /// <summary>When it is to be sent; null for as soon as possible. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("DeliveryDatetime")]
    [JsonConverter(typeof(HuurayTimeConverter))]
    public DateTimeOffset? DeliveryDatetime { get; init; }

    /// <summary>A text in every message; null for none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("PersonalMessage")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? PersonalMessage { get; init; }

    /// <summary>Who gets the cards: one recipient, or as many as the quantity; needed with a template. Null for none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Recipients")]
    public IReadOnlyList<HuurayRecipient>? Recipients { get; init; }

    /// <summary>A text on the invoice, where the account may have one. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("AdditionalReference")]
    public string? AdditionalReference { get; init; }

    /// <summary>A text on the invoice, where the account may have one; personal data. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("CustomerReference")]
    public string? CustomerReference { get; init; }

    /// <summary>A text on the invoice, where the account may have one. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("ArticleNumber")]
    public string? ArticleNumber { get; init; }

    /// <summary>A text on the invoice, where the account may have one. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    /// <summary>An uploaded purchase order (<see cref="HuurayUpload.Token"/>), used up by the order. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("PurchaseOrderFileToken")]
    public string? PurchaseOrderFileToken { get; init; }

    /// <summary>What is bought and the reference, never a recipient or a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayNewOrder {{ RefId = {RefId}, Sync = {Sync}, {Product} }}";
}

/// <summary>What an order buys.</summary>
public sealed record HuurayOrderedProduct
{
    /// <summary>The product (<see cref="HuurayProduct.ProductToken"/>). Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Token")]
    public required string Token { get; init; }

    /// <summary>The face value of each card, in minor units of <see cref="Currency"/>. Source: vendor's OpenAPI file; documented, the units of a currency are assumed.</summary>
    [JsonPropertyName("Value")]
    public required int Value { get; init; }

    /// <summary>The product's currency, three letters. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Currency")]
    public required string Currency { get; init; }

    /// <summary>How many cards, at least 1. Source: vendor's OpenAPI file; documented, the least number is inferred.</summary>
    [JsonPropertyName("Quantity")]
    public required int Quantity { get; init; }

    /// <summary>When the cards expire, not later than the product says; null for its own rule. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Expires")]
    [JsonConverter(typeof(HuurayTimeConverter))]
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>Who gets a card. Prints masked.</summary>
public sealed record HuurayRecipient
{
    /// <summary>The name; null for none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Name")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Name { get; init; }

    /// <summary>The e-mail address, needed by e-mail templates. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Email { get; init; }

    /// <summary>The mobile number, needed by templates of text messages. Source: vendor's OpenAPI file; that its form is E.164 is assumed.</summary>
    [JsonPropertyName("Phone")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Phone { get; init; }

    /// <summary>The caller's own id of this person; null for none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    /// <summary>A mask with the caller's own id, never the name or an address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayRecipient {{ {Secret.Mask}, RefId = {RefId} }}";
}
