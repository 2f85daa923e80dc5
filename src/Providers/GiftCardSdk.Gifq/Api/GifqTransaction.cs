using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>One movement of a balance. All of them together are what to compare a ledger of one's own with.</summary>
[Experimental("GCSDK001")]
public sealed record GifqTransaction
{
    /// <summary>The transaction's id; null if it has none. Source: assumed.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? Id { get; init; }

    /// <summary>What kind of movement it is (<see cref="GifqWords.TransactionType"/>). Source: getting started for the kinds; name and words are assumed.</summary>
    [JsonPropertyName("type")]
    public string? Type
    {
        get => field ?? Kind ?? TransactionType;
        init;
    }

    /// <summary>How much, in units of <see cref="Currency"/>; below zero where money leaves. Source: assumed.</summary>
    [JsonPropertyName("amount")]
    [WireStrict]
    public decimal? Amount { get; init; }

    /// <summary>The currency. Source: assumed.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The caller's own id of the order; null where it is about none. Source: assumed.</summary>
    [JsonPropertyName("reference")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? Reference { get; init; }

    /// <summary>The order; null where it is about none. Source: assumed.</summary>
    [JsonPropertyName("order_id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? OrderId { get; init; }

    /// <summary>The batch of payouts; null where it is about none. Source: assumed.</summary>
    [JsonPropertyName("payout_order_id")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? PayoutOrderId { get; init; }

    /// <summary>GIFQ's words about it; null if there are none. Source: assumed.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>When it was made, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CreatedAt { get; init; }

    [JsonInclude]
    [JsonPropertyName("kind")]
    internal string? Kind { get; init; }

    [JsonInclude]
    [JsonPropertyName("transaction_type")]
    internal string? TransactionType { get; init; }

    /// <summary>Id, kind and amount; not the description, which may name somebody.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"GifqTransaction {{ Id = {Id}, Type = {Type}, Amount = {Amount}, Currency = {Currency} }}"
        );
}
