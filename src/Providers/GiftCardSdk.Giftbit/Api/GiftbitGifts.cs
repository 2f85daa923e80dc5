using System.Text.Json.Serialization;
using GiftCardSdk.Http;
using Refit;

namespace GiftCardSdk.Giftbit;

/// <summary>Which rewards <see cref="IGiftbitApi.ListGiftsAsync"/> is to list. What is null is not asked. Prints without names and addresses.</summary>
/// <remarks>Times are sent in Pacific time, to the second. Bounds of times and counts are inclusive by the documents of 2015; those of prices are not stated.</remarks>
public sealed record GiftbitGiftQuery
{
    /// <summary>One reward by its id. Source: API reference; documented.</summary>
    [AliasAs("uuid")]
    public string? Uuid { get; init; }

    /// <summary>The rewards of an order by Giftbit's id. Source: API reference; documented.</summary>
    [AliasAs("campaign_uuid")]
    public string? CampaignUuid { get; init; }

    /// <summary>The rewards of an order by the caller's own id. Source: API reference; documented.</summary>
    [AliasAs("campaign_id")]
    public string? CampaignId { get; init; }

    /// <summary>A lower bound of the price in hundredths; rewards of a choice may have none. Source: API reference; documented.</summary>
    [AliasAs("price_in_cents_greater_than")]
    public long? PriceInCentsGreaterThan { get; init; }

    /// <summary>An upper bound of the price in hundredths. Source: API reference; documented.</summary>
    [AliasAs("price_in_cents_less_than")]
    public long? PriceInCentsLessThan { get; init; }

    /// <summary>A part of the recipient's name, at least 3 characters. Source: API reference; documented.</summary>
    [AliasAs("recipient_name")]
    public string? RecipientName { get; init; }

    /// <summary>A part of the recipient's address, at least 3 characters. Source: API reference; documented.</summary>
    [AliasAs("recipient_email")]
    public string? RecipientEmail { get; init; }

    /// <summary>One word of <see cref="GiftbitWords.DeliveryStatus"/>, except <c>LINKCREATED</c>. Source: API reference; documented.</summary>
    [AliasAs("delivery_status")]
    public string? DeliveryStatus { get; init; }

    /// <summary>One word of <see cref="GiftbitWords.GiftStatus"/>. Source: API reference; documented.</summary>
    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>Made at or after this. Source: API reference; documented.</summary>
    [AliasAs("created_date_greater_than")]
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Made at or before this. Source: API reference; documented.</summary>
    [AliasAs("created_date_less_than")]
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Delivered at or after this. Source: API reference; documented.</summary>
    [AliasAs("delivery_date_greater_than")]
    public DateTimeOffset? DeliveredAfter { get; init; }

    /// <summary>Delivered at or before this. Source: API reference; documented.</summary>
    [AliasAs("delivery_date_less_than")]
    public DateTimeOffset? DeliveredBefore { get; init; }

    /// <summary>Claimed at or after this. Source: API reference; documented.</summary>
    [AliasAs("redeemed_date_greater_than")]
    public DateTimeOffset? RedeemedAfter { get; init; }

    /// <summary>Claimed at or before this. Source: API reference; documented.</summary>
    [AliasAs("redeemed_date_less_than")]
    public DateTimeOffset? RedeemedBefore { get; init; }

    /// <summary>Sent again at least this often. Source: API reference; documented.</summary>
    [AliasAs("redelivery_count_greater_than")]
    public int? RedeliveryCountGreaterThan { get; init; }

    /// <summary>Sent again at most this often. Source: API reference; documented.</summary>
    [AliasAs("redelivery_count_less_than")]
    public int? RedeliveryCountLessThan { get; init; }

    /// <summary>Rewards in one answer; null for Giftbit's 20. Source: API reference; documented without a bound.</summary>
    [AliasAs("limit")]
    public int? Limit { get; init; }

    /// <summary>How many rewards to skip; null for none. Source: API reference; documented.</summary>
    [AliasAs("offset")]
    public int? Offset { get; init; }

    /// <summary>What to sort by: <c>campaign_id</c>, <c>price_in_cents</c>, <c>recipient_name</c>, <c>recipient_email</c>, <c>delivery_status</c>, <c>status</c>; null for the time of making, which has no name. Source: API reference; documented.</summary>
    [AliasAs("sort")]
    public string? Sort { get; init; }

    /// <summary><c>asc</c> or <c>desc</c>; null for Giftbit's <c>desc</c>. Source: API reference; documented.</summary>
    [AliasAs("order")]
    public string? Order { get; init; }

    /// <summary>The ids asked for, never a name or an address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftbitGiftQuery {{ Uuid = {Uuid}, CampaignUuid = {CampaignUuid}, CampaignId = {CampaignId}, Limit = {Limit}, Offset = {Offset} }}";
}

/// <summary>A page of rewards.</summary>
public sealed record GiftbitGiftPage : IGiftbitPage<GiftbitGift>
{
    /// <summary>The rewards, newest first unless sorted otherwise. Source: API reference; documented.</summary>
    [JsonPropertyName("gifts")]
    public required IReadOnlyList<GiftbitGift> Gifts { get; init; }

    /// <summary>Rewards in this page. Source: API reference; documented.</summary>
    [JsonPropertyName("number_of_results")]
    public int? NumberOfResults { get; init; }

    /// <summary>The limit that was used. Source: API reference; documented.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>The offset that was used. Source: API reference; documented.</summary>
    [JsonPropertyName("offset")]
    public int? Offset { get; init; }

    /// <summary>Rewards that match in all. Source: API reference; documented.</summary>
    [JsonPropertyName("total_count")]
    public int? TotalCount { get; init; }

    /// <summary>What the answer says about itself. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The HTTP status once more. Source: API reference; documented.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    IReadOnlyList<GiftbitGift> IGiftbitPage<GiftbitGift>.Rows => Gifts;
}

/// <summary>The answer about one reward.</summary>
public sealed record GiftbitGiftReply
{
    /// <summary>The reward. Source: API reference; documented. Null for an id that Giftbit does not know, which is inferred.</summary>
    [JsonPropertyName("gift")]
    public required GiftbitGift? Gift { get; init; }

    /// <summary>What the answer says about itself. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The HTTP status once more. Source: API reference; documented.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }
}

/// <summary>A reward. There is no code and no PIN in the API, only links. Prints without the recipient.</summary>
public sealed record GiftbitGift
{
    /// <summary>Giftbit's id of the reward; not that of its order. Source: API reference; documented.</summary>
    [JsonPropertyName("uuid")]
    public required string Uuid { get; init; }

    /// <summary>Giftbit's id of its order. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("campaign_uuid")]
    public string? CampaignUuid { get; init; }

    /// <summary>The caller's own id of its order; may be missing. Source: API reference; documented.</summary>
    [JsonPropertyName("campaign_id")]
    public string? CampaignId { get; init; }

    /// <summary>Whether it has been claimed (<see cref="GiftbitWords.GiftStatus"/>). Source: API reference; documented as always present.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>Whether it has arrived (<see cref="GiftbitWords.DeliveryStatus"/>). Source: API reference; documented as always present.</summary>
    [JsonPropertyName("delivery_status")]
    public string? DeliveryStatus { get; init; }

    /// <summary>Face value in hundredths; null for a choice that is not made yet. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    public long? PriceInCents { get; init; }

    /// <summary>The brand; null until the recipient of a choice has chosen. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_code")]
    public string? BrandCode { get; init; }

    /// <summary>The recipient's address; null for links without contacts. Source: API reference; documented.</summary>
    [JsonPropertyName("recipient_email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? RecipientEmail { get; init; }

    /// <summary>The recipient's name, the first name alone in recorded answers; null for links without contacts. Source: API reference; documented.</summary>
    [JsonPropertyName("recipient_name")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? RecipientName { get; init; }

    /// <summary>How often it was sent again; may be null. Source: API reference; documented.</summary>
    [JsonPropertyName("redelivery_count")]
    public int? RedeliveryCount { get; init; }

    /// <summary>When it was made, <c>yyyy-MM-dd HH:mm:ss</c> Pacific time. Source: API reference; documented. Behaviour in summer time is not known.</summary>
    [JsonPropertyName("created_date")]
    public string? CreatedDate { get; init; }

    /// <summary>When it was delivered, in the same form; null if it was not. Source: API reference; documented.</summary>
    [JsonPropertyName("delivery_date")]
    public string? DeliveryDate { get; init; }

    /// <summary>When it was claimed, in the same form; null if it was not. Source: documents of 2015; missing in today's list of fields, though the filter is there.</summary>
    [JsonPropertyName("redeemed_date")]
    public string? RedeemedDate { get; init; }

    /// <summary>Its page in Giftbit's portal, which needs a login; may be missing. Source: recorded traffic and the reference's bodies.</summary>
    [JsonPropertyName("management_dashboard_link")]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? ManagementDashboardLink { get; init; }

    /// <summary>The short link of a short-link reward; whoever holds it can claim. May be missing. Source: recorded traffic of 2017; not in today's list of fields.</summary>
    [JsonPropertyName("shortlink")]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? ShortLink { get; init; }

    /// <summary>Ids and states, never the recipient or a link.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftbitGift {{ Uuid = {Uuid}, CampaignUuid = {CampaignUuid}, Status = {Status}, DeliveryStatus = {DeliveryStatus} }}";
}

/// <summary>What asks for a reward to be sent again.</summary>
public sealed record GiftbitResend
{
    /// <summary>Always true. Source: API reference; documented.</summary>
    [JsonPropertyName("resend")]
    public bool Resend { get; } = true;
}
