using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Huuray.Wire;

internal sealed record CreateOrder
{
    public required OrderedProduct Product { get; init; }

    public required bool Sync { get; init; }

    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    public int? DeliveryTemplateId { get; init; }

    [JsonPropertyName("DeliveryPDFTemplateUid")]
    public string? DeliveryPdfTemplateUid { get; init; }

    public DateTimeOffset? DeliveryDatetime { get; init; }

    public string? PersonalMessage { get; init; }

    public IReadOnlyList<Recipient>? Recipients { get; init; }

    public string? AdditionalReference { get; init; }

    public string? CustomerReference { get; init; }

    public string? ArticleNumber { get; init; }

    public string? Description { get; init; }

    public string? PurchaseOrderFileToken { get; init; }
}

internal sealed record OrderedProduct
{
    public required string Token { get; init; }

    public required int Value { get; init; }

    public required string Currency { get; init; }

    public required int Quantity { get; init; }

    public DateTimeOffset? Expires { get; init; }
}

internal sealed record Recipient
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }
}

internal sealed record SearchOrder
{
    [JsonPropertyName("OrderUID")]
    public string? OrderUid { get; init; }

    [JsonPropertyName("VoucherID")]
    public int? VoucherId { get; init; }

    public string? ProductToken { get; init; }

    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    [JsonPropertyName("SMSTemplateID")]
    public int? SmsTemplateId { get; init; }

    [JsonPropertyName("EmailTemplateID")]
    public int? EmailTemplateId { get; init; }

    public DateTimeOffset? DeliveryDatetime { get; init; }

    public string? RecipientName { get; init; }

    public string? RecipientEmail { get; init; }

    public string? RecipientPhone { get; init; }

    [JsonPropertyName("RecipientRefID")]
    public string? RecipientRefId { get; init; }
}

/// <summary>A card. The three bearer values are null where the product has no such part, and blank where the account does not see them.</summary>
internal sealed record Voucher(
    [property: JsonPropertyName("ID")] int? Id,
    string? Code,
    [property: JsonPropertyName("CVV")] string? Cvv,
    string? RedeemLink,
    string Expires,
    Recipient? Recipient
);

/// <summary>The answer of an order and of a search alike.</summary>
internal sealed record OrderReply(
    [property: JsonPropertyName("OrderUID")] string? OrderUid,
    [property: JsonPropertyName("RefID")] string? RefId,
    IReadOnlyList<Voucher>? Vouchers
) : Envelope;
