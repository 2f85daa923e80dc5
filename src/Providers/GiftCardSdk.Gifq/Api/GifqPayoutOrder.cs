using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>A batch of payouts: each recipient gets a link by e-mail and chooses a brand of the campaign. Prints masked.</summary>
public sealed record GifqNewPayoutOrder
{
    /// <summary>The most recipients of one batch. Source: getting started; documented.</summary>
    public const int MaxRecipients = 1000;

    /// <summary>The campaign; it must be active. Source: API reference; documented.</summary>
    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; init; }

    /// <summary>Currency of the balance that pays for the whole batch. Source: API reference; documented.</summary>
    [JsonPropertyName("wallet_currency")]
    public required string WalletCurrency { get; init; }

    /// <summary>Who gets what; 1 to 1,000. Source: getting started and API reference; documented.</summary>
    [JsonPropertyName("recipients")]
    public required IReadOnlyList<GifqPayoutRecipient> Recipients { get; init; }

    /// <summary>How many days the links live, at least 1. Source: API reference; documented, its bounds are not.</summary>
    [JsonPropertyName("expires_in_days")]
    public required int ExpiresInDays { get; init; }

    /// <summary>Where GIFQ sends signed webhooks about the batch, https; null for none. How they are signed is not known: take one as a hint to read. Source: payouts guide; documented.</summary>
    [JsonPropertyName("callback_url")]
    public string? CallbackUrl { get; init; }

    /// <summary>Campaign, currency and number of recipients, never who they are.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"GifqNewPayoutOrder {{ CampaignId = {CampaignId}, WalletCurrency = {WalletCurrency}, Recipients = {Recipients?.Count ?? 0} }}"
        );
}

/// <summary>One recipient of a batch. Prints masked.</summary>
public sealed record GifqPayoutRecipient
{
    /// <summary>Who gets the link. Source: API reference; documented.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Email { get; init; }

    /// <summary>The face value that the recipient may spend, in units of <see cref="Currency"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>Currency of <see cref="Amount"/>; may differ from that of the balance. Source: API reference; documented.</summary>
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>The name for <c>{{recipient_name}}</c>; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Name { get; init; }

    /// <summary>The amount alone, never who gets it.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"GifqPayoutRecipient {{ Amount = {Amount}, Currency = {Currency} }}");
}

/// <summary>A batch as GIFQ took it. Accepted is not sent: e-mails go out later.</summary>
[Experimental("GCSDK001")]
public sealed record GifqPayoutOrder : IJsonOnDeserialized
{
    /// <summary>The batch's id. Source: assumed.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string Id
    {
        get => field ?? PayoutOrderId ?? "";
        init;
    }

    /// <summary>The campaign. Source: assumed.</summary>
    [JsonPropertyName("campaign_id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CampaignId { get; init; }

    /// <summary>How far it has come (<see cref="GifqWords.PayoutOrderStatus"/>); null if not said. Source: assumed.</summary>
    [JsonPropertyName("status")]
    [WireStrict]
    public string? Status { get; init; }

    /// <summary>Currency of the balance that paid. Source: assumed.</summary>
    [JsonPropertyName("wallet_currency")]
    public string? WalletCurrency { get; init; }

    /// <summary>What was taken from the balance, in <see cref="WalletCurrency"/>. Source: assumed.</summary>
    [JsonPropertyName("total_amount")]
    [WireStrict]
    public decimal? TotalAmount { get; init; }

    /// <summary>How many recipients it has. Source: assumed.</summary>
    [JsonPropertyName("recipients_count")]
    public int? RecipientsCount { get; init; }

    /// <summary>How many days its links live. Source: assumed.</summary>
    [JsonPropertyName("expires_in_days")]
    public int? ExpiresInDays { get; init; }

    /// <summary>Where webhooks go; null for nowhere. Source: assumed.</summary>
    [JsonPropertyName("callback_url")]
    public string? CallbackUrl { get; init; }

    /// <summary>What paying in another currency came to; null where none was needed. Source: assumed, after orders.</summary>
    [JsonPropertyName("fx_fee")]
    public GifqFxFee? FxFee { get; init; }

    /// <summary>When it was made, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CreatedAt { get; init; }

    [JsonInclude]
    [JsonPropertyName("payout_order_id")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? PayoutOrderId { get; init; }

    /// <summary>Id, campaign and status; not where webhooks go.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GifqPayoutOrder {{ Id = {Id}, CampaignId = {CampaignId}, Status = {Status} }}";

    void IJsonOnDeserialized.OnDeserialized() => GifqJson.DemandId(Id);
}
