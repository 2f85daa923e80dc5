using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

internal sealed record TokenReply(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    string Scope
);

internal sealed record TokenError(string Error, [property: JsonPropertyName("error_description")] string Description);
