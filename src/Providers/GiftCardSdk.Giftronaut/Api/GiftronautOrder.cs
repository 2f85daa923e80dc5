using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>An order as Giftronaut shows it. Prints masked.</summary>
public sealed record GiftronautOrder : IGiftronautBody, IJsonOnDeserialized
{
    static string IGiftronautBody.KeyMember => "orderId";

    /// <summary>The provider's id, an opaque text. Source: quickstart; documented. Client code reads <c>orderNumber</c> and <c>id</c> too.</summary>
    [JsonPropertyName("orderId")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string OrderId
    {
        get => Chosen(field) ?? Chosen(OrderNumber) ?? Chosen(Id) ?? "";
        init;
    }

    /// <summary>How far it has come (<see cref="GiftronautWords.OrderStatus"/>). Source: quickstart; documented.</summary>
    [JsonPropertyName("status")]
    [WireStrict]
    public string? Status { get; init; }

    /// <summary>Where it comes from (<see cref="GiftronautWords.OrderType"/>); null in the answer to an order. Source: API reference; documented.</summary>
    [JsonPropertyName("orderType")]
    public string? OrderType { get; init; }

    /// <summary>What was ordered (<see cref="GiftronautWords.CardType"/>). Source: quickstart and API reference; documented.</summary>
    [JsonPropertyName("cardType")]
    public string? CardType { get; init; }

    /// <summary>The brand, or the design of a choice card. Source: quickstart; documented.</summary>
    [JsonPropertyName("cardName")]
    public string? CardName { get; init; }

    /// <summary>What is taken from the balance, whatever the currency of the cards. Source: quickstart; documented. That it is always US dollars is inferred.</summary>
    [JsonPropertyName("totalCost")]
    public GiftronautMoney? TotalCost { get; init; }

    /// <summary>How many recipients it has. Source: quickstart; documented.</summary>
    [JsonPropertyName("recipientCount")]
    public int? RecipientCount { get; init; }

    /// <summary>How many recipients have got their card; final once the order is complete. Source: quickstart; documented.</summary>
    [JsonPropertyName("sentCount")]
    public int? SentCount { get; init; }

    /// <summary>How many e-mails have bounced; null at first, and it may still grow for some minutes. Those cards are issued and paid for. Source: quickstart; documented.</summary>
    [JsonPropertyName("bouncedCount")]
    public int? BouncedCount { get; init; }

    /// <summary>When it was made; null if not said. Source: quickstart; documented. That it is UTC is inferred.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(GiftronautTimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>One for each card; null in lists and in the answer to an order. Source: API reference; documented. Where it is absent is inferred.</summary>
    [JsonPropertyName("recipients")]
    [WireStrict(EveryRow = true)]
    public IReadOnlyList<GiftronautOrderRecipient?>? Recipients { get; init; }

    /// <summary>When it is sent; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("sendTiming")]
    public GiftronautSendTiming? SendTiming { get; init; }

    /// <summary>The e-mail; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("emailSetting")]
    public GiftronautEmailSetting? EmailSetting { get; init; }

    /// <summary>Whether the refund option was chosen; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("refundOption")]
    public bool? RefundOption { get; init; }

    /// <summary>When its cards lapse; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("expiresAt")]
    [JsonConverter(typeof(GiftronautTimeConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    [JsonInclude]
    [JsonPropertyName("orderNumber")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? OrderNumber { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? Id { get; init; }

    /// <summary>Whether this is an earlier order, returned because its key came again: told by the status 200 in place of 201. Source: guides; documented.</summary>
    [JsonIgnore]
    public bool WasReplayed { get; init; }

    /// <summary>Id, kind, status and counters, never a recipient.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftronautOrder {{ OrderId = {OrderId}, Status = {Status}, OrderType = {OrderType}, CardType = {CardType}, Recipients = {RecipientCount}, Sent = {SentCount}, Bounced = {BouncedCount} }}";

    void IJsonOnDeserialized.OnDeserialized() => GiftronautIds.Demand(OrderId);

    private static string? Chosen(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;
}

/// <summary>One card of an order. Prints masked.</summary>
public sealed record GiftronautOrderRecipient
{
    /// <summary>Who gets it; null for a reward link. Source: API reference; documented.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Email { get; init; }

    /// <summary>The link to redeem it; null until the order is complete. Whoever has that of a reward link has the card. Source: API reference; documented.</summary>
    [JsonPropertyName("rewardLink")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? RewardLink { get; init; }

    /// <summary>The first name; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("firstName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FirstName { get; init; }

    /// <summary>The last name; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("lastName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? LastName { get; init; }

    /// <summary>The face value, with or without its currency; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("amount")]
    public GiftronautMoney? Amount { get; init; }

    /// <summary>How far the card has come (<see cref="GiftronautWords.RecipientStatus"/>); null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>The status alone, never whose it is.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautOrderRecipient {{ Status = {Status} }}";
}
