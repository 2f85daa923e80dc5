using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Testing;

/// <summary>Signs deliveries of webhooks as a provider would, for tests of an application's endpoint and handlers.</summary>
public static class WebhookSigner
{
    /// <summary>Makes the headers of a delivery.</summary>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <param name="secret">The secret that the account has among <see cref="WebhookOptions.Secrets"/>.</param>
    /// <param name="signature">How the account's deliveries are signed.</param>
    /// <param name="at">The time that is signed, in forms that have one: of the clock that the application is given.</param>
    /// <param name="id">The id of the delivery, in forms that have one.</param>
    /// <returns>The headers by name.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="secret"/> or <paramref name="id"/> is blank, the signature names no header, or a secret of Standard Webhooks is no base64.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Sign(
        ReadOnlySpan<byte> body,
        string secret,
        WebhookSignatureOptions signature,
        DateTimeOffset at,
        string id = "msg_test"
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (signature.Form == WebhookSignatureForm.StandardWebhooks)
        {
            return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["webhook-id"] = id,
                ["webhook-timestamp"] = time,
                [signature.Header ?? "webhook-signature"] =
                    "v1," + Convert.ToBase64String(Hash(signature, StandardKey(secret), $"{id}.{time}.", body)),
            };
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(signature.Header, nameof(signature));
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var signsTime = signature.Form == WebhookSignatureForm.Timestamped || signature.TimestampHeader is not null;
        var hash = Hash(signature, Encoding.UTF8.GetBytes(secret), signsTime ? time + "." : "", body);
        var text = signature.Encoding == WebhookEncoding.Base64 ? Convert.ToBase64String(hash) : Convert.ToHexStringLower(hash);
        if (signature.Form == WebhookSignatureForm.Timestamped)
        {
            headers[signature.Header] = $"t={time},v1={text}";
            return headers;
        }

        headers[signature.Header] = signature.Prefix + text;
        if (signature.TimestampHeader is { } timestampHeader)
        {
            headers[timestampHeader] = time;
        }

        return headers;
    }

    private static byte[] StandardKey(string secret)
    {
        var text = secret.Replace("whsec_", "", StringComparison.Ordinal);
        return Base64.IsValid(text)
            ? Convert.FromBase64String(text)
            : throw new ArgumentException("A secret of Standard Webhooks is base64 behind 'whsec_'; it is not shown here.", nameof(secret));
    }

    private static byte[] Hash(WebhookSignatureOptions signature, byte[] key, string before, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(before), .. body];
        return signature.Algorithm == WebhookAlgorithm.HmacSha512 ? HMACSHA512.HashData(key, signed) : HMACSHA256.HashData(key, signed);
    }
}
