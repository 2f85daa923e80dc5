using System.Text.Json.Serialization;

namespace GiftCardSdk.Huuray;

/// <summary>What stands in every answer of Huuray's, beside what was asked for.</summary>
public abstract record HuurayAnswer
{
    /// <summary>The HTTP status once more; says nothing about an order. Null if it is missing. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Status")]
    public int? Status { get; init; }

    /// <summary>Words for people; <c>OK</c> where all is well. Never match on them. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("StatusMessage")]
    public string? StatusMessage { get; init; }

    /// <summary>The older and shorter form of <see cref="StatusMessage"/>, deprecated. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Message")]
    public string? Message { get; init; }
}
