using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>The parts of an order that not every provider takes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderField>))]
public enum OrderField
{
    /// <summary><see cref="OrderLine.Country"/>.</summary>
    Country = 0,

    /// <summary><see cref="OrderLine.LineReference"/>.</summary>
    LineReference,

    /// <summary><see cref="OrderMessage.Subject"/>.</summary>
    Subject,

    /// <summary><see cref="OrderMessage.Body"/>.</summary>
    Body,

    /// <summary><see cref="OrderMessage.SenderName"/>.</summary>
    SenderName,

    /// <summary><see cref="OrderMessage.SenderEmail"/>.</summary>
    SenderEmail,

    /// <summary><see cref="OrderRequest.TemplateId"/>.</summary>
    TemplateId,

    /// <summary><see cref="OrderRequest.SendAt"/>.</summary>
    SendAt,

    /// <summary><see cref="OrderRequest.ClaimBy"/>.</summary>
    ClaimBy,

    /// <summary><see cref="OrderRequest.PaymentCurrency"/>.</summary>
    PaymentCurrency,

    /// <summary><see cref="OrderRequest.Language"/>.</summary>
    Language,

    /// <summary><see cref="OrderRequest.MaxCost"/>; forbidden where the catalog never tells the cost.</summary>
    MaxCost,

    /// <summary><see cref="Recipient.Name"/>.</summary>
    RecipientName,

    /// <summary><see cref="Recipient.Email"/>.</summary>
    RecipientEmail,

    /// <summary><see cref="Recipient.Phone"/>.</summary>
    RecipientPhone,

    /// <summary><see cref="Recipient.PostalAddress"/>.</summary>
    RecipientPostalAddress,

    /// <summary><see cref="Recipient.Reference"/>.</summary>
    RecipientReference,
}

/// <summary>Whether a part of an order may stand there.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldRule>))]
public enum FieldRule
{
    /// <summary>The provider has no place for it; an order with it is refused rather than silently shortened.</summary>
    Forbidden = 0,

    /// <summary>It may stand there.</summary>
    Optional,

    /// <summary>It must stand there.</summary>
    Required,
}

/// <summary>How many recipients an order names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecipientRule>))]
public enum RecipientRule
{
    /// <summary>None: the caller passes the cards on.</summary>
    None = 0,

    /// <summary>Each line may name one.</summary>
    OptionalPerLine,

    /// <summary>Each line names one.</summary>
    OnePerLine,
}
