using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The answer to <see cref="IGiftCardPartnersApi.CreateTokenAsync"/>: a token that stands for the account for a while.</summary>
public sealed record GiftCardPartnersToken
{
    /// <summary>The bearer token, an opaque text. Source: developer portal; documented.</summary>
    [JsonPropertyName("Value")]
    [JsonConverter(typeof(WireSecretConverter))]
    public required Secret Value { get; init; }

    /// <summary>How long it lives; the unit is not documented (<see cref="GiftCardPartnersWireAssumptions.ExpiresInUnit"/>). Null if the answer does not say. Source: developer portal; documented.</summary>
    [JsonPropertyName("ExpiresIn")]
    public decimal? ExpiresIn { get; init; }
}
