using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The answer to <see cref="IGiftronautApi.CreateTokenAsync(string, CancellationToken)"/>: a token that stands for the app for a while. Prints masked.</summary>
public sealed record GiftronautToken
{
    /// <summary>The bearer token, an opaque text. Source: quickstart; documented.</summary>
    [JsonPropertyName("access_token")]
    [JsonConverter(typeof(WireSecretConverter))]
    public required Secret AccessToken { get; init; }

    /// <summary>How it is used: <c>Bearer</c>. Source: quickstart; documented.</summary>
    [JsonPropertyName("token_type")]
    public string? TokenType { get; init; }

    /// <summary>How many seconds it lives: 86400 in the sandbox, 3600 in production. Null if the answer does not say. Source: quickstart; documented.</summary>
    [JsonPropertyName("expires_in")]
    public decimal? ExpiresIn { get; init; }

    /// <summary>The scopes it has, with blanks between; null if the answer does not say. Source: quickstart; documented.</summary>
    [JsonPropertyName("scope")]
    public string? Scope { get; init; }
}
