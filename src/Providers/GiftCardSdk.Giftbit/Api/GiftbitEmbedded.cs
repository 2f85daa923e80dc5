using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>An order for one reward to be shown inside an application. It counts as claimed at once: no cancel, no resend.</summary>
public sealed record GiftbitEmbeddedOrder
{
    /// <summary>The caller's own id, unique over all orders of the account; a repeat never buys again, and is the only way to a lost link. Source: production checklist; documented.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The brand; it must be embeddable. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_code")]
    public required string BrandCode { get; init; }

    /// <summary>Face value, in hundredths of the brand's currency. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    public required long PriceInCents { get; init; }
}

/// <summary>The answer to an embedded order.</summary>
public sealed record GiftbitEmbeddedReply
{
    /// <summary>The order. Source: API reference; documented.</summary>
    [JsonPropertyName("campaign")]
    public required GiftbitEmbeddedCampaign Campaign { get; init; }

    /// <summary>The link; whoever holds it can use the reward. No read returns it again. Null while the order waits for money, which is inferred. Source: API reference; documented.</summary>
    [JsonPropertyName("gift_link")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? GiftLink { get; init; }

    /// <summary>Whether the order waits for money, among other things. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The HTTP status once more. Source: API reference; documented.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>The caller's own id, where an answer has it outside the order. Source: indentation of one page of the API reference; samples have it inside.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The costs, where an answer has them outside the order. Source: indentation of one page of the API reference; samples have them inside.</summary>
    [JsonPropertyName("fees")]
    public GiftbitFees? Fees { get; init; }

    /// <summary>The caller's own id, from either place.</summary>
    [JsonIgnore]
    public string? OrderId => Campaign.Id ?? Id;

    /// <summary>The costs, from either place.</summary>
    [JsonIgnore]
    public GiftbitFees? OrderFees => Campaign.Fees ?? Fees;
}

/// <summary>An embedded order as its answer shows it.</summary>
public sealed record GiftbitEmbeddedCampaign
{
    /// <summary>Giftbit's id of the order. Source: API reference; documented.</summary>
    [JsonPropertyName("uuid")]
    public required string Uuid { get; init; }

    /// <summary>The caller's own id. Source: API reference; documented.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The brand. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_code")]
    public string? BrandCode { get; init; }

    /// <summary>Face value, in hundredths. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    public long? PriceInCents { get; init; }

    /// <summary>What it costs. Source: API reference; documented.</summary>
    [JsonPropertyName("fees")]
    public GiftbitFees? Fees { get; init; }
}
