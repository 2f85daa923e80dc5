using System.Buffers.Text;
using System.Security.Cryptography;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>
/// Signs each attempt anew: Huuray takes a nonce once in 60 days, so that a repeat with the same one is refused. The account's second key is
/// tried after a 401.
/// </summary>
internal static class HuurayCredentials
{
    private const string TokenHeader = "X-API-TOKEN";
    private const string NonceHeader = "X-API-NONCE";
    private const string HashHeader = "X-API-HASH";

    /// <summary>Stands between token and secret; no token holds one.</summary>
    private const char Separator = '\n';

    private const int NonceBytes = 24;

    public static ProviderCredentials Of(HuuraySettings settings) =>
        new ApiKeyCredentials(
            () => Pairs(settings.ReadNow()),
            Sign,
            static pair => pair[..pair.IndexOf(Separator, StringComparison.Ordinal)]
        );

    /// <summary>Token and secret as one, so that a change of both between two reads cannot mix them.</summary>
    private static string[] Pairs(HuurayOptions options)
    {
        var first = Pair(options.ApiToken, options.ApiSecret);
        var second = Pair(options.SecondaryApiToken, options.SecondaryApiSecret);
        return (first, second) switch
        {
            (null, null) => [],
            (not null, not null) => [first, second],
            _ => [(first ?? second)!],
        };
    }

    private static string? Pair(string? token, string? secret) =>
        string.IsNullOrWhiteSpace(token) || string.IsNullOrWhiteSpace(secret) ? null : token.Trim() + Separator + secret.Trim();

    private static void Sign(HttpRequestMessage request, string pair)
    {
        var parts = pair.Split(Separator, 2);
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        Set(request, TokenHeader, parts[0]);
        Set(request, NonceHeader, nonce);
        Set(request, HashHeader, HuuraySignature.Compute(parts[1], nonce));
    }

    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }
}
