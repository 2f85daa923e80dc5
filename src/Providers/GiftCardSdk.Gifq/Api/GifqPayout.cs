using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>One recipient's payout. The merchant sees neither its claim token nor the card. Prints masked.</summary>
[Experimental("GCSDK001")]
public sealed record GifqPayout : IJsonOnDeserialized
{
    /// <summary>The payout's id. Source: assumed.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string Id
    {
        get => field ?? "";
        init;
    }

    /// <summary>The batch that it belongs to. Source: assumed.</summary>
    [JsonPropertyName("payout_order_id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? PayoutOrderId { get; init; }

    /// <summary>The campaign. Source: assumed.</summary>
    [JsonPropertyName("campaign_id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CampaignId { get; init; }

    /// <summary>Who got the link. Source: assumed.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Email { get; init; }

    /// <summary>The recipient's name; null if none was given. Source: assumed.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Name { get; init; }

    /// <summary>What may be spent, in units of <see cref="Currency"/>. Source: assumed.</summary>
    [JsonPropertyName("amount")]
    [WireStrict]
    public decimal? Amount { get; init; }

    /// <summary>Currency of <see cref="Amount"/>. Source: assumed.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>How far it has come (<see cref="GifqWords.PayoutStatus"/>). Source: getting started for its existence; its words are assumed.</summary>
    [JsonPropertyName("status")]
    [WireStrict]
    public string? Status { get; init; }

    /// <summary>The brand that was chosen; null before, and for good where something other than a card was chosen, such as crypto. Source: assumed.</summary>
    [JsonPropertyName("brand")]
    public string? Brand { get; init; }

    /// <summary>When the link ends, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("expires_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? ExpiresAt { get; init; }

    /// <summary>When it was claimed, as written; null if it was not. Source: assumed.</summary>
    [JsonPropertyName("redeemed_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? RedeemedAt { get; init; }

    /// <summary>When it was made, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CreatedAt { get; init; }

    /// <summary>Id, batch and status, never whose it is.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GifqPayout {{ Id = {Id}, PayoutOrderId = {PayoutOrderId}, Status = {Status} }}";

    void IJsonOnDeserialized.OnDeserialized() => GifqJson.DemandId(Id);
}

/// <summary>What a recipient's redeem page shows. Prints masked.</summary>
[Experimental("GCSDK001")]
public sealed record GifqRedeemPage : IJsonOnDeserialized
{
    /// <summary>What may be spent, in units of <see cref="Currency"/>. Source: assumed.</summary>
    [JsonPropertyName("amount")]
    public decimal? Amount { get; init; }

    /// <summary>Currency of <see cref="Amount"/>. Source: assumed.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The recipient's name; null if none was given. Source: assumed.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Name { get; init; }

    /// <summary>How far the payout has come (<see cref="GifqWords.PayoutStatus"/>). Source: assumed.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>When the link ends, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("expires_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? ExpiresAt { get; init; }

    /// <summary>Headline of the page. Source: assumed.</summary>
    [JsonPropertyName("webpage_headline")]
    public string? WebpageHeadline
    {
        get => field ?? WebpageTitle ?? RedeemHeadline;
        init;
    }

    /// <summary>Text of the page. Source: assumed.</summary>
    [JsonPropertyName("webpage_body")]
    public string? WebpageBody
    {
        get => field ?? WebpageText ?? RedeemBody;
        init;
    }

    /// <summary>The brands to choose from. Source: getting started for its existence; its name and form are assumed.</summary>
    [JsonPropertyName("brands")]
    public IReadOnlyList<GifqBrand>? Brands { get; init; }

    [JsonInclude]
    [JsonPropertyName("webpage_title")]
    internal string? WebpageTitle { get; init; }

    [JsonInclude]
    [JsonPropertyName("redeem_headline")]
    internal string? RedeemHeadline { get; init; }

    [JsonInclude]
    [JsonPropertyName("webpage_text")]
    internal string? WebpageText { get; init; }

    [JsonInclude]
    [JsonPropertyName("redeem_body")]
    internal string? RedeemBody { get; init; }

    /// <summary>The status alone, never whose page it is: its texts may greet the recipient by name.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GifqRedeemPage {{ Status = {Status} }}";

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Amount is null && Brands is null)
        {
            throw new JsonException("There is neither an amount nor a brand.");
        }
    }
}
