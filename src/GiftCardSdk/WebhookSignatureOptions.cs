namespace GiftCardSdk;

/// <summary>How a delivery is signed. The presets are the forms that exist; what differs is a line of options.</summary>
public sealed class WebhookSignatureOptions
{
    /// <summary>The form. Default <see cref="WebhookSignatureForm.Digest"/>.</summary>
    public WebhookSignatureForm Form { get; set; }

    /// <summary>The header that holds the signature; required. <c>webhook-signature</c> with <see cref="WebhookSignatureForm.StandardWebhooks"/> if null.</summary>
    public string? Header { get; set; }

    /// <summary>The keyed hash. Default HMAC-SHA256.</summary>
    public WebhookAlgorithm Algorithm { get; set; }

    /// <summary>How the hash is written. Default hexadecimal; Standard Webhooks always has base64.</summary>
    public WebhookEncoding Encoding { get; set; }

    /// <summary>What stands before the hash with <see cref="WebhookSignatureForm.Digest"/>, such as <c>sha256=</c>. Default nothing.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// With <see cref="WebhookSignatureForm.Digest"/>: the header with the time in Unix seconds, which is then signed in front of the body, with a
    /// dot between. Null, the default, if no time is signed.
    /// </summary>
    public string? TimestampHeader { get; set; }

    /// <summary>A hash of the body alone, in a header: <c>X-Signature: sha256=9f…</c>.</summary>
    /// <param name="header">The header.</param>
    /// <param name="prefix">What stands before the hash.</param>
    /// <returns>The form, to be changed at will.</returns>
    public static WebhookSignatureOptions Digest(string header, string prefix = "") => new() { Header = header, Prefix = prefix };

    /// <summary>Time and hashes in one header: <c>X-Signature: t=1700000000,v1=9f…</c>, over time, dot and body.</summary>
    /// <param name="header">The header.</param>
    /// <returns>The form, to be changed at will.</returns>
    public static WebhookSignatureOptions Timestamped(string header) => new() { Form = WebhookSignatureForm.Timestamped, Header = header };

    /// <summary>Standard Webhooks: <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>, with a secret of base64 behind <c>whsec_</c>.</summary>
    /// <returns>The form, to be changed at will.</returns>
    public static WebhookSignatureOptions StandardWebhooks() => new() { Form = WebhookSignatureForm.StandardWebhooks };
}

/// <summary>The forms of signatures.</summary>
public enum WebhookSignatureForm
{
    /// <summary>A header holds the hash; where a time is signed too, it has a header of its own.</summary>
    Digest = 0,

    /// <summary>A header holds a list: <c>t=</c> with the time in Unix seconds, and one <c>v1=</c> or several with the hash of time, dot and body.</summary>
    Timestamped,

    /// <summary>Id, time and <c>v1,</c> with the hash of id, dot, time, dot and body, in three headers; several signatures are divided by blanks.</summary>
    StandardWebhooks,
}

/// <summary>The keyed hashes that deliveries may be signed with.</summary>
public enum WebhookAlgorithm
{
    /// <summary>HMAC with SHA-256.</summary>
    HmacSha256 = 0,

    /// <summary>HMAC with SHA-512.</summary>
    HmacSha512,
}

/// <summary>How a hash is written.</summary>
public enum WebhookEncoding
{
    /// <summary>Hexadecimal digits, small or capital.</summary>
    Hex = 0,

    /// <summary>Base64 with padding.</summary>
    Base64,
}
