using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// How the twin calls back. Huuray advertises events for delivery, opening and redemption and mentions a callback for orders; headers,
/// signature and retries are our invention, so all of it can be replaced.
/// </summary>
public sealed class HuurayWebhookOptions
{
    /// <summary>Where webhooks go: an address on this machine. Null, the default: they are only recorded.</summary>
    public Uri? Address { get; set; }

    /// <summary>The secret of the signature.</summary>
    public string Secret { get; set; } = "sandbox-huuray-webhook-secret";

    /// <summary>The header of the event's name.</summary>
    public string EventHeader { get; set; } = "X-Huuray-Event";

    /// <summary>The header of the id that stays the same over all attempts.</summary>
    public string DeliveryHeader { get; set; } = "X-Huuray-Delivery";

    /// <summary>The header of the time the webhook came about, in seconds since 1970.</summary>
    public string TimestampHeader { get; set; } = "X-Huuray-Timestamp";

    /// <summary>The header of the signature.</summary>
    public string SignatureHeader { get; set; } = "X-Huuray-Signature";

    /// <summary>
    /// Makes the signature header of secret and signed text, the timestamp, a dot and the body; by default <c>sha256=</c> and the HMAC-SHA256
    /// in lower-case hexadecimal.
    /// </summary>
    public Func<string, string, string> Sign { get; set; } =
        static (secret, text) =>
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    /// <summary>The callback's own option <c>IncludeCodes</c>: codes, CVVs and links are in it; off by default, so that they are blank.</summary>
    public bool IncludeCodes { get; set; }
}
