using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>An order whose rewards Giftbit sends by e-mail. Prints masked.</summary>
public sealed record GiftbitEmailCampaign
{
    /// <summary>The caller's own id, unique over all orders of the account, links and embedded rewards included; a repeat never buys again. Source: production checklist; documented. Its length and characters are not.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The recipients; at least one, no upper bound documented. Source: API reference; documented.</summary>
    [JsonPropertyName("contacts")]
    public required IReadOnlyList<GiftbitContact> Contacts { get; init; }

    /// <summary>Face value of each reward, in hundredths of the brand's currency; may be null only where the template fixes it. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    public long? PriceInCents { get; init; }

    /// <summary>One brand, or several among which the recipient chooses; null with <see cref="Region"/> or where the template fixes them. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_codes")]
    public IReadOnlyList<string>? BrandCodes { get; init; }

    /// <summary>The name of a region whose whole catalogue the recipient chooses from, such as <c>USA</c>; null with <see cref="BrandCodes"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>A template by its id in Giftbit's portal; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("gift_template")]
    public string? GiftTemplate { get; init; }

    /// <summary>Subject of the e-mail; needed without a template. Source: API reference; documented.</summary>
    [JsonPropertyName("subject")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Subject { get; init; }

    /// <summary>Text of the e-mail; needed without a template. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Message { get; init; }

    /// <summary>The last day for claiming, inclusive, by Pacific time, at most a year ahead; null for no end. Source: API reference; documented.</summary>
    [JsonPropertyName("expiry")]
    public DateOnly? Expiry { get; init; }

    /// <summary>Id and price, never a recipient or a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftbitEmailCampaign {{ Id = {Id}, PriceInCents = {PriceInCents} }}";
}

/// <summary>An order for short links; Giftbit sends nothing. Prints masked.</summary>
public sealed record GiftbitShortLinkCampaign
{
    /// <summary>The caller's own id, unique over all orders of the account; a repeat never buys again. Source: production checklist; documented.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Always <c>SHORTLINK</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("delivery_type")]
    public string DeliveryType { get; } = GiftbitWords.DeliveryType.ShortLink;

    /// <summary>How many links; null when <see cref="Contacts"/> are given, never both. Source: API reference; documented.</summary>
    [JsonPropertyName("link_count")]
    public int? LinkCount { get; init; }

    /// <summary>Whom the links are for, one link each, for Giftbit's reports; null when <see cref="LinkCount"/> is given. Source: API reference; documented.</summary>
    [JsonPropertyName("contacts")]
    public IReadOnlyList<GiftbitContact>? Contacts { get; init; }

    /// <summary>Face value of each reward, in hundredths of the brand's currency. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    public long? PriceInCents { get; init; }

    /// <summary>One brand, or several among which the recipient chooses; null with <see cref="Region"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_codes")]
    public IReadOnlyList<string>? BrandCodes { get; init; }

    /// <summary>The name of a region whose whole catalogue the recipient chooses from; null with <see cref="BrandCodes"/>. Source: docs site; documented.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>A template by its id in Giftbit's portal; this or <see cref="Message"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("gift_template")]
    public string? GiftTemplate { get; init; }

    /// <summary>Text on the landing page; this or <see cref="GiftTemplate"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Message { get; init; }

    /// <summary>The last day for claiming, inclusive, by Pacific time, at most a year ahead; null for no end. Source: API reference; documented.</summary>
    [JsonPropertyName("expiry")]
    public DateOnly? Expiry { get; init; }

    /// <summary>Id, price and number, never a recipient or a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftbitShortLinkCampaign {{ Id = {Id}, PriceInCents = {PriceInCents}, LinkCount = {LinkCount} }}";
}

/// <summary>The answer to an e-mail or short-link order, and to <see cref="IGiftbitApi.GetCampaignAsync"/>. It holds no links.</summary>
public sealed record GiftbitCampaignReply
{
    /// <summary>The order. Source: API reference; documented.</summary>
    [JsonPropertyName("campaign")]
    public required GiftbitCampaign Campaign { get; init; }

    /// <summary>Whether the order waits for money, among other things. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The HTTP status once more; null when an order is read later. Source: API reference; documented.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }
}

/// <summary>An order. Prints without message and recipients.</summary>
public sealed record GiftbitCampaign
{
    /// <summary>Giftbit's id of the order, 32 hexadecimal digits in every sample. Source: API reference; documented.</summary>
    [JsonPropertyName("uuid")]
    public required string Uuid { get; init; }

    /// <summary>The caller's own id; null if none was given. Source: API reference; documented.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>How far it has come (<see cref="GiftbitWords.CampaignStatus"/>). Source: API reference; documented as always present.</summary>
    [JsonPropertyName("status")]
    [WireStrict]
    public string? Status { get; init; }

    /// <summary>How it is delivered (<see cref="GiftbitWords.DeliveryType"/>). Source: API reference; documented as always present.</summary>
    [JsonPropertyName("delivery_type")]
    public string? DeliveryType { get; init; }

    /// <summary>The sender's name; may be missing. Source: API reference of 2025; documented.</summary>
    [JsonPropertyName("company_name")]
    public string? CompanyName { get; init; }

    /// <summary>Text of the e-mail or landing page; null where a template says it. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Message { get; init; }

    /// <summary>Subject of the e-mail; null for links. Source: API reference; documented.</summary>
    [JsonPropertyName("subject")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Subject { get; init; }

    /// <summary>The recipients; for links empty by the API reference, null by the docs site.</summary>
    [JsonPropertyName("contacts")]
    public IReadOnlyList<GiftbitContactResult>? Contacts { get; init; }

    /// <summary>Face value of each reward, in hundredths; missing in the reference's sample of a direct-link answer. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    [WireStrict]
    public long? PriceInCents { get; init; }

    /// <summary>The brands; null for a whole catalogue. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_codes")]
    public IReadOnlyList<string>? BrandCodes { get; init; }

    /// <summary>The region whose whole catalogue was ordered; null for brands. Source: API reference; documented.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>The last day for claiming as <c>yyyy-MM-dd</c>, Pacific time; null if there is none. Source: API reference; documented, null is inferred.</summary>
    [JsonPropertyName("expiry")]
    public string? Expiry { get; init; }

    /// <summary>Whether the usual greeting is left out. Source: API reference; documented.</summary>
    [JsonPropertyName("suppress_default_greeting")]
    public bool? SuppressDefaultGreeting { get; init; }

    /// <summary>The template; null if none was used or it is not shown. Source: docs site and API reference of 2023.</summary>
    [JsonPropertyName("gift_template")]
    public string? GiftTemplate { get; init; }

    /// <summary>How many links; null unless these are short links. Source: API reference; documented.</summary>
    [JsonPropertyName("link_count")]
    public int? LinkCount { get; init; }

    /// <summary>How many recipients were accepted; only in the answer to a create. Source: recorded traffic and the reference's bodies.</summary>
    [JsonPropertyName("contacts_success_count")]
    public int? ContactsSuccessCount { get; init; }

    /// <summary>How many recipients were refused; only in the answer to a create. Source: recorded traffic and the reference's bodies.</summary>
    [JsonPropertyName("contacts_failure_count")]
    public int? ContactsFailureCount { get; init; }

    /// <summary>What it costs; may be missing. Source: API reference; documented.</summary>
    [JsonPropertyName("fees")]
    public GiftbitFees? Fees { get; init; }

    /// <summary>Ids, status and delivery, never a text or a recipient.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftbitCampaign {{ Uuid = {Uuid}, Id = {Id}, Status = {Status}, DeliveryType = {DeliveryType} }}";
}
