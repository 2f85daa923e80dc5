using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftronaut;

/// <summary>A purchase of links without recipients: whoever opens one has the card.</summary>
public sealed record GiftronautNewRewardLinks
{
    /// <summary>A word of <see cref="GiftronautWords.CardType"/>. Source: client code; third-party.</summary>
    [JsonPropertyName("cardType")]
    public required string CardType { get; init; }

    /// <summary>The product, from the catalog of that kind. Source: client code; third-party.</summary>
    [JsonPropertyName("productId")]
    public required string ProductId { get; init; }

    /// <summary>How many links, at least 1. Source: client code; third-party.</summary>
    [JsonPropertyName("quantity")]
    public required int Quantity { get; init; }

    /// <summary>The face value of each, in the product's currency. Source: client code; third-party.</summary>
    [JsonPropertyName("amountPerLink")]
    public required decimal AmountPerLink { get; init; }

    /// <summary>As <see cref="GiftronautNewOrder.RefundOption"/>; null for Giftronaut's default. Source: client code; third-party.</summary>
    [JsonPropertyName("refundOption")]
    public bool? RefundOption { get; init; }

    [JsonInclude]
    [JsonPropertyName("idempotencyKey")]
    internal string? IdempotencyKey { get; init; }
}
