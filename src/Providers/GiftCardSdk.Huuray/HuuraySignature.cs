using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Huuray;

/// <summary>How calls are signed: over secret and nonce alone, so that nothing but TLS protects path and body.</summary>
public static class HuuraySignature
{
    /// <summary>The most characters of a nonce. Source: vendor's OpenAPI file; documented.</summary>
    public const int MaxNonceLength = 50;

    /// <summary>What <c>X-API-HASH</c> carries: SHA-512 of the secret directly followed by the nonce. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="apiSecret">The account's secret.</param>
    /// <param name="nonce">What <c>X-API-NONCE</c> carries: 1 to 50 visible ASCII characters that Huuray has not seen for 60 days.</param>
    /// <returns>128 hexadecimal digits in small letters, the only form that was accepted when the vendor tried.</returns>
    /// <exception cref="ArgumentException"><paramref name="apiSecret"/> is empty, or <paramref name="nonce"/> is none.</exception>
    public static string Compute(string apiSecret, string nonce)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiSecret);
        ArgumentException.ThrowIfNullOrEmpty(nonce);
        if (nonce.Length > MaxNonceLength || nonce.Any(letter => letter is <= ' ' or >= '\x7f'))
        {
            throw new ArgumentException($"A nonce has 1 to {MaxNonceLength} visible ASCII characters; '{nonce}' is none.", nameof(nonce));
        }

        return Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(apiSecret + nonce)));
    }
}
