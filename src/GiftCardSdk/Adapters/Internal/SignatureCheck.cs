using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>Checks the signature of a delivery. Every candidate is compared with every live secret, in constant time, found or not.</summary>
internal static class SignatureCheck
{
    public static WebhookVerdict Of(WebhookSignatureOptions form, WebhookOptions options, WebhookRequest request, DateTimeOffset now)
    {
        if (ClaimedSignature.Read(form, request) is not { } claimed)
        {
            return WebhookVerdict.Missing;
        }

        // Before the time, so that a stranger is told nothing by it.
        if (!IsSigned(form, options, claimed, request.Body))
        {
            return WebhookVerdict.Forged;
        }

        return claimed.Timestamp is { } at && !IsNear(at, now, options.Tolerance) ? WebhookVerdict.Stale : WebhookVerdict.Verified;
    }

    private static bool IsSigned(WebhookSignatureOptions form, WebhookOptions options, ClaimedSignature claimed, ReadOnlyMemory<byte> body)
    {
        var isSigned = false;
        foreach (var secret in options.Secrets)
        {
            if (KeyOf(form, secret) is not { } key)
            {
                continue;
            }

            var wanted = HashOf(form.Algorithm, key, claimed.Prelude, body.Span);
            foreach (var candidate in claimed.Hashes)
            {
                isSigned |= CryptographicOperations.FixedTimeEquals(wanted, candidate);
            }
        }

        return isSigned;
    }

    /// <summary>The bytes of a secret; null for a blank one, which everybody knows.</summary>
    public static byte[]? KeyOf(WebhookSignatureOptions form, string? secret) =>
        string.IsNullOrWhiteSpace(secret) ? null
        : form.Form == WebhookSignatureForm.StandardWebhooks ? StandardKeyOf(secret.Trim())
        : Encoding.UTF8.GetBytes(secret);

    private static byte[]? StandardKeyOf(string secret)
    {
        const string Prefix = "whsec_";
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        return ClaimedSignature.Decode(text, WebhookEncoding.Base64) is { Length: > 0 } key ? key : null;
    }

    private static byte[] HashOf(WebhookAlgorithm algorithm, byte[] key, string prelude, ReadOnlySpan<byte> body)
    {
        var name = algorithm == WebhookAlgorithm.HmacSha512 ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        using var hash = IncrementalHash.CreateHMAC(name, key);
        hash.AppendData(Encoding.UTF8.GetBytes(prelude));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static bool IsNear(string unixSeconds, DateTimeOffset now, TimeSpan tolerance) =>
        long.TryParse(unixSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) <= (decimal)tolerance.TotalSeconds;
}
