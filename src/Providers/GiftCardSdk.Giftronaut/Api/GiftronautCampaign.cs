using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>A campaign as it is made or replaced: an order's terms under a name, to be run for lists of recipients.</summary>
public sealed record GiftronautCampaignEdit
{
    /// <summary>Its name. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.CardType"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("cardType")]
    public required string CardType { get; init; }

    /// <summary>The product, from the catalog of that kind. Source: API reference; documented.</summary>
    [JsonPropertyName("productId")]
    public required string ProductId { get; init; }

    /// <summary>What each recipient gets, in US dollars. Source: API reference; documented.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>Subject of the e-mails. Source: API reference; documented.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>Who the e-mails are from. Source: API reference; documented.</summary>
    [JsonPropertyName("senderName")]
    public required string SenderName { get; init; }

    /// <summary>Text of the e-mails; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>The template; null for the default one. Source: API reference; documented.</summary>
    [JsonPropertyName("templateId")]
    public string? TemplateId { get; init; }

    /// <summary>As <see cref="GiftronautNewOrder.RefundOption"/>; null for Giftronaut's default, false. Source: API reference; documented.</summary>
    [JsonPropertyName("refundOption")]
    public bool? RefundOption { get; init; }
}

/// <summary>A campaign.</summary>
public sealed record GiftronautCampaign : IGiftronautBody, IJsonOnDeserialized
{
    static string IGiftronautBody.KeyMember => "campaignId";

    /// <summary>Its id, such as <c>CA-9K2M4T7X</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("campaignId")]
    [JsonConverter(typeof(WireTextConverter))]
    public required string CampaignId { get; init; }

    /// <summary>Its name. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>A word of <see cref="GiftronautWords.CardType"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("cardType")]
    public string? CardType { get; init; }

    /// <summary>The product. Source: API reference; documented.</summary>
    [JsonPropertyName("productId")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? ProductId { get; init; }

    /// <summary>What each recipient gets, in US dollars. Source: API reference; documented.</summary>
    [JsonPropertyName("amount")]
    [WireStrict]
    public decimal? Amount { get; init; }

    /// <summary>Subject of the e-mails. Source: API reference; documented.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>Who the e-mails are from. Source: API reference; documented.</summary>
    [JsonPropertyName("senderName")]
    public string? SenderName { get; init; }

    /// <summary>Text of the e-mails. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>The template; null for the default one. Source: API reference; documented.</summary>
    [JsonPropertyName("templateId")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? TemplateId { get; init; }

    /// <summary>Whether the refund option is chosen. Source: API reference; documented.</summary>
    [JsonPropertyName("refundOption")]
    public bool? RefundOption { get; init; }

    /// <summary>When it was made; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(GiftronautTimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => GiftronautIds.Demand(CampaignId);
}

/// <summary>A run of a campaign: who gets its card now. What is null stays as the campaign has it. Prints masked.</summary>
public sealed record GiftronautCampaignRun
{
    /// <summary>Who gets a card; at least one. Source: API reference; documented.</summary>
    [JsonPropertyName("recipients")]
    public required IReadOnlyList<GiftronautCampaignRecipient> Recipients { get; init; }

    /// <summary>Another subject. Source: API reference; documented.</summary>
    [JsonPropertyName("subject")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Subject { get; init; }

    /// <summary>Another sender. Source: API reference; documented.</summary>
    [JsonPropertyName("senderName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? SenderName { get; init; }

    /// <summary>Another text. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Message { get; init; }

    /// <summary>When it is sent; null for at once. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("sendTiming")]
    public GiftronautSendTiming? SendTiming { get; init; }

    [JsonInclude]
    [JsonPropertyName("idempotencyKey")]
    internal string? IdempotencyKey { get; init; }

    /// <summary>The number of recipients, never who they are.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"GiftronautCampaignRun {{ Recipients = {Recipients?.Count ?? 0} }}");
}

/// <summary>One recipient of a campaign run. Prints masked.</summary>
public sealed record GiftronautCampaignRecipient
{
    /// <summary>The address. Source: API reference; documented.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Email { get; init; }

    /// <summary>The first name; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("firstName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FirstName { get; init; }

    /// <summary>The last name; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("lastName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? LastName { get; init; }

    /// <summary>A mask, never who it is.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautCampaignRecipient {{ {Secret.Mask} }}";
}
