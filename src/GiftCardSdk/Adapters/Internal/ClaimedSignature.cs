using System.Buffers.Text;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>What the headers of a delivery claim.</summary>
/// <param name="Prelude">What is signed in front of the body.</param>
/// <param name="Timestamp">The signed time as it is written; null if none is signed.</param>
/// <param name="Hashes">The hashes of which one has to be right.</param>
internal sealed record ClaimedSignature(string Prelude, string? Timestamp, IReadOnlyList<byte[]> Hashes)
{
    /// <summary>More than the live secrets of any provider; the rest is not looked at, since each costs a comparison.</summary>
    private const int MostHashes = 16;
    private const string Version = "v1";

    /// <summary>Reads them; null if one is missing, or holds no hash.</summary>
    public static ClaimedSignature? Read(WebhookSignatureOptions form, WebhookRequest request)
    {
        var claimed = form.Form switch
        {
            WebhookSignatureForm.Timestamped => Timestamped(form, request),
            WebhookSignatureForm.StandardWebhooks => Standard(form, request),
            _ => Digest(form, request),
        };
        return claimed is { Hashes.Count: > 0 } ? claimed : null;
    }

    /// <summary>The bytes of a hash as it is written; null if it is not written so.</summary>
    public static byte[]? Decode(string text, WebhookEncoding encoding)
    {
        if (encoding == WebhookEncoding.Hex)
        {
            var bytes = new byte[text.Length / 2];
            return text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
                ? bytes
                : null;
        }

        return Base64.IsValid(text) ? Convert.FromBase64String(text) : null;
    }

    private static ClaimedSignature? Digest(WebhookSignatureOptions form, WebhookRequest request)
    {
        var timestamp = form.TimestampHeader is { } name ? request.Header(name)?.Trim() : null;
        return
            HeaderOf(form, request) is { } header
            && header.StartsWith(form.Prefix, StringComparison.OrdinalIgnoreCase)
            && (form.TimestampHeader is null || !string.IsNullOrEmpty(timestamp))
            ? new(timestamp is null ? "" : timestamp + ".", timestamp, Decoded([header[form.Prefix.Length..]], form.Encoding))
            : null;
    }

    private static ClaimedSignature? Timestamped(WebhookSignatureOptions form, WebhookRequest request)
    {
        string? timestamp = null;
        var hashes = new List<string>();
        foreach (var part in (HeaderOf(form, request) ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            switch (part.Split('=', 2))
            {
                case ["t", var at]:
                    timestamp = at;
                    break;
                case [Version, var hash]:
                    hashes.Add(hash);
                    break;
                default:
                    // Another version, which is not ours to judge.
                    break;
            }
        }

        return string.IsNullOrEmpty(timestamp) ? null : new(timestamp + ".", timestamp, Decoded(hashes, form.Encoding));
    }

    private static ClaimedSignature? Standard(WebhookSignatureOptions form, WebhookRequest request)
    {
        var (id, timestamp) = (request.Header("webhook-id"), request.Header("webhook-timestamp")?.Trim());
        var hashes = (request.Header(form.Header ?? "webhook-signature") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(signature => signature.Split(',', 2))
            .Where(parts => parts is [Version, _])
            .Select(parts => parts[1]);
        return string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp)
            ? null
            : new($"{id}.{timestamp}.", timestamp, Decoded(hashes, WebhookEncoding.Base64));
    }

    private static string? HeaderOf(WebhookSignatureOptions form, WebhookRequest request) =>
        form.Header is { } name ? request.Header(name)?.Trim() : null;

    private static List<byte[]> Decoded(IEnumerable<string> texts, WebhookEncoding encoding) =>
        [.. texts.Take(MostHashes).Select(text => Decode(text, encoding)).OfType<byte[]>()];
}
