using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>What to look for; at least one member. All that is given must fit, which is assumed. What is null is not sent.</summary>
public sealed record HuuraySearchFilter
{
    internal static HuuraySearchFilter Nothing { get; } = new();

    /// <summary>Huuray's id of the order. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("OrderUID")]
    public string? OrderUid { get; init; }

    /// <summary>One card; codes are shown for the card that is named here alone. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("VoucherID")]
    [JsonConverter(typeof(WireIdConverter))]
    public string? VoucherId { get; init; }

    /// <summary>The product. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("ProductToken")]
    public string? ProductToken { get; init; }

    /// <summary>The caller's own id. Source: vendor's OpenAPI file; documented. Which of several orders is answered is not.</summary>
    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    /// <summary>The layout of the text message. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("SMSTemplateID")]
    public int? SmsTemplateId { get; init; }

    /// <summary>The layout of the e-mail. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("EmailTemplateID")]
    public int? EmailTemplateId { get; init; }

    /// <summary>When it was to be sent. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("DeliveryDatetime")]
    [JsonConverter(typeof(HuurayTimeConverter))]
    public DateTimeOffset? DeliveryDatetime { get; init; }

    /// <summary>A recipient's name. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RecipientName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? RecipientName { get; init; }

    /// <summary>A recipient's e-mail address. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RecipientEmail")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? RecipientEmail { get; init; }

    /// <summary>A recipient's mobile number. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RecipientPhone")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? RecipientPhone { get; init; }

    /// <summary>The caller's own id of a recipient. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RecipientRefID")]
    public string? RecipientRefId { get; init; }

    /// <summary>The ids, never a recipient.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuuraySearchFilter {{ OrderUid = {OrderUid}, VoucherId = {VoucherId}, RefId = {RefId} }}";
}
