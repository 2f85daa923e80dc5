using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>An order for one card.</summary>
public sealed record GifqNewOrder
{
    /// <summary>The brand's slug (<see cref="GifqBrand.Slug"/>). Source: getting started; documented, its JSON name is third-party knowledge.</summary>
    [JsonPropertyName("brand")]
    public required string Brand { get; init; }

    /// <summary>Currency of the card, that of one of the brand's options. Source: getting started; documented, its JSON name is third-party knowledge.</summary>
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>The face value in units of <see cref="Currency"/>: a fixed denomination, or inside an option's range. Source: getting started; documented, its JSON name is third-party knowledge.</summary>
    [JsonPropertyName("face_value")]
    public required decimal FaceValue { get; init; }

    /// <summary>Where the card is to be valid: two letters, one of that option's countries. Source: getting started; documented, its JSON name is third-party knowledge.</summary>
    [JsonPropertyName("country")]
    public required string Country { get; init; }

    /// <summary>The caller's own id, unique for each purchase; a repeat never buys again. Source: getting started; documented. Its length and characters are not.</summary>
    [JsonPropertyName("reference")]
    public required string Reference { get; init; }

    /// <summary>The balance that pays, where it is another currency's; null for the card's own. Source: getting started; documented.</summary>
    [JsonPropertyName("payment_currency")]
    public string? PaymentCurrency { get; init; }
}

/// <summary>An order. Lists show id, reference and status for certain, and no codes; the answer to a create may show as little.</summary>
public sealed record GifqOrder : IJsonOnDeserialized
{
    /// <summary>The order's id. Source: third-party knowledge as <c>id</c>; the orders guide calls it <c>order_id</c>. Either is read.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string Id
    {
        get => field ?? OrderId ?? "";
        init;
    }

    /// <summary>The caller's own id, as it was sent. Source: third-party knowledge.</summary>
    [JsonPropertyName("reference")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? Reference { get; init; }

    /// <summary>How far it has come (<see cref="GifqWords.OrderStatus"/>). Source: getting started; documented.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The brand's slug. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("brand")]
    public string? Brand { get; init; }

    /// <summary>The brand's name. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>Where the card is valid. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("country")]
    public string? Country { get; init; }

    /// <summary>Currency of the card. Source: third-party knowledge.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Face value in units of <see cref="Currency"/>. Source: third-party knowledge.</summary>
    [JsonPropertyName("face_value")]
    [WireStrict]
    public decimal? FaceValue { get; init; }

    /// <summary>What the card costs, discount or fee included, before any conversion, in <see cref="Currency"/>. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("amount")]
    public decimal? Amount { get; init; }

    /// <summary>The discount in percent; below zero a fee. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("discount")]
    public decimal? Discount { get; init; }

    /// <summary>The balance that paid, where it was another currency's. Source: getting started as part of the request; assumed here.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("payment_currency")]
    public string? PaymentCurrency { get; init; }

    /// <summary>What paying in another currency came to; null where the card's own currency paid. Source: getting started; documented.</summary>
    [JsonPropertyName("fx_fee")]
    public GifqFxFee? FxFee { get; init; }

    /// <summary>The card; null until the order is completed, and in lists. Source: getting started for its fields; the name <c>redeem_details</c> is third-party knowledge.</summary>
    [JsonPropertyName("redeem_details")]
    [WireStrict]
    public GifqRedemption? RedeemDetails
    {
        get => Filled(field) ?? Filled(Redemption) ?? Filled(RedemptionDetails) ?? Filled(TopLevel) ?? field;
        init;
    }

    /// <summary>How to redeem it; null if there is no text. Source: third-party knowledge.</summary>
    [JsonPropertyName("instructions")]
    public string? Instructions { get; init; }

    /// <summary>When the card expires, as written; null if it does not, or is not said. Source: third-party knowledge.</summary>
    [JsonPropertyName("expires_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? ExpiresAt { get; init; }

    /// <summary>When the order was made, as written; null if not said. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CreatedAt { get; init; }

    /// <summary>When it was last changed, as written; null if not said. Source: assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("updated_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? UpdatedAt { get; init; }

    [JsonInclude]
    [JsonPropertyName("order_id")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? OrderId { get; init; }

    [JsonInclude]
    [JsonPropertyName("redemption")]
    [WireStrict]
    internal GifqRedemption? Redemption { get; init; }

    [JsonInclude]
    [JsonPropertyName("redemption_details")]
    [WireStrict]
    internal GifqRedemption? RedemptionDetails { get; init; }

    [JsonInclude]
    [JsonPropertyName("code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? Code { get; init; }

    [JsonInclude]
    [JsonPropertyName("pin")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? Pin { get; init; }

    [JsonInclude]
    [JsonPropertyName("link")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? Link { get; init; }

    [JsonInclude]
    [JsonPropertyName("link_challenge_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? LinkChallengeCode { get; init; }

    [JsonInclude]
    [JsonPropertyName("serial")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? Serial { get; init; }

    [JsonInclude]
    [JsonPropertyName("serial_number")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? SerialNumber { get; init; }

    [JsonInclude]
    [JsonPropertyName("security_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? SecurityCode { get; init; }

    [JsonInclude]
    [JsonPropertyName("secret_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? SecretCode { get; init; }

    [JsonInclude]
    [JsonPropertyName("redemption_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? RedemptionCode { get; init; }

    [JsonInclude]
    [JsonPropertyName("redemption_url")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? RedemptionUrl { get; init; }

    /// <summary>The card where its fields stand beside the order's own.</summary>
    private GifqRedemption TopLevel =>
        new()
        {
            Code = Code,
            Pin = Pin,
            Link = Link,
            LinkChallengeCode = LinkChallengeCode,
            Serial = Serial ?? SerialNumber,
            SecurityCode = SecurityCode,
            SecretCode = SecretCode,
            RedemptionCode = RedemptionCode,
            RedemptionUrl = RedemptionUrl,
        };

    private static GifqRedemption? Filled(GifqRedemption? card) => card is { IsEmpty: false } ? card : null;

    void IJsonOnDeserialized.OnDeserialized() => GifqJson.DemandId(Id);
}

/// <summary>What paying in another currency came to.</summary>
[Experimental("GCSDK001")]
public sealed record GifqFxFee
{
    /// <summary>Units of the paid currency for one unit of the card's. Source: getting started for its existence; its name and its direction are assumed.</summary>
    [JsonPropertyName("rate")]
    public decimal? Rate
    {
        get => field ?? ExchangeRate;
        init;
    }

    /// <summary>The fee in percent, 1 today. Source: getting started for its existence; its name is assumed.</summary>
    [JsonPropertyName("fee_percentage")]
    public decimal? FeePercentage
    {
        get => field ?? Percentage ?? FeePercent;
        init;
    }

    /// <summary>What was taken from the balance, fee included. Source: getting started for its existence; its name is assumed.</summary>
    [JsonPropertyName("total")]
    public decimal? Total
    {
        get => field ?? TotalAmount ?? Amount;
        init;
    }

    /// <summary>The currency of <see cref="Total"/>. Source: assumed.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonInclude]
    [JsonPropertyName("exchange_rate")]
    internal decimal? ExchangeRate { get; init; }

    [JsonInclude]
    [JsonPropertyName("percentage")]
    internal decimal? Percentage { get; init; }

    [JsonInclude]
    [JsonPropertyName("fee_percent")]
    internal decimal? FeePercent { get; init; }

    [JsonInclude]
    [JsonPropertyName("total_amount")]
    internal decimal? TotalAmount { get; init; }

    [JsonInclude]
    [JsonPropertyName("amount")]
    internal decimal? Amount { get; init; }
}

/// <summary>A card; which fields it has depends on the brand. Whoever holds them can spend it; they print masked.</summary>
public sealed record GifqRedemption
{
    /// <summary>The card's code; null if it has none. Source: getting started; documented. Third-party code reads <c>redemption_code</c> too.</summary>
    [JsonPropertyName("code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? Code
    {
        get => field ?? RedemptionCode;
        init;
    }

    /// <summary>The PIN that goes with the code; null if it has none. Source: getting started; documented.</summary>
    [JsonPropertyName("pin")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? Pin { get; init; }

    /// <summary>The page where the card is claimed; null if it has none. Source: getting started; documented. Third-party code reads <c>redemption_url</c> too.</summary>
    [JsonPropertyName("link")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? Link
    {
        get => field ?? RedemptionUrl;
        init;
    }

    /// <summary>What that page asks for; of no use without <see cref="Link"/>, so hand both on. Null if it asks for nothing. Source: getting started; documented.</summary>
    [JsonPropertyName("link_challenge_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? LinkChallengeCode { get; init; }

    /// <summary>The serial number; null if it has none. Source: getting started; documented.</summary>
    [JsonPropertyName("serial")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? Serial
    {
        get => field ?? SerialNumber;
        init;
    }

    /// <summary>A further value to prove the card; null if it has none. Source: getting started; documented.</summary>
    [JsonPropertyName("security_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? SecurityCode { get; init; }

    /// <summary>A field that only a third-party client looks for; nobody has shown it filled. Null if it is missing. Source: third-party knowledge, weak.</summary>
    [JsonPropertyName("secret_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? SecretCode { get; init; }

    /// <summary>Whether there is no field at all: on a completed order an anomaly, for GIFQ's support.</summary>
    [JsonIgnore]
    public bool IsEmpty => (Code ?? Pin ?? Link ?? LinkChallengeCode ?? Serial ?? SecurityCode ?? SecretCode) is null;

    [JsonInclude]
    [JsonPropertyName("serial_number")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? SerialNumber { get; init; }

    [JsonInclude]
    [JsonPropertyName("redemption_code")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? RedemptionCode { get; init; }

    [JsonInclude]
    [JsonPropertyName("redemption_url")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    internal Secret? RedemptionUrl { get; init; }
}
