using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftbit;

/// <summary>The answer to <see cref="IGiftbitApi.PingAsync"/>: whose token it is.</summary>
public sealed record GiftbitPing
{
    /// <summary>The account's login, an e-mail address. Source: API reference; documented.</summary>
    [JsonPropertyName("username")]
    public required string Username { get; init; }

    /// <summary>The account's display name. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("displayname")]
    public string? DisplayName { get; init; }

    /// <summary><c>INFO_CREDENTIALS</c>, which old answers misspell as <c>INFO_CREDNTIALS</c>. Source: docs site and recorded traffic.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The info code alone, never whose account it is.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftbitPing {{ Info = {Info?.Code} }}";
}
