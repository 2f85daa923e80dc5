using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftbit;

/// <summary>What an answer of Giftbit says about itself. Name and message are for people: never match on them.</summary>
public sealed record GiftbitInfo
{
    /// <summary>A stable word, such as <c>INFO_CAMPAIGN_CREATED</c> (<see cref="GiftbitWords.Info"/>). Source: API reference; documented.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    /// <summary>A short label. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>A sentence. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>The code alone: the texts are free and may name people.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftbitInfo {{ Code = {Code} }}";
}
