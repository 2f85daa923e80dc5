using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// A webhook the twin would have sent. GIFQ documents that signed webhooks about payouts exist, and nothing more: event, body, header and
/// algorithm are invented, and nothing is sent.
/// </summary>
/// <param name="Url">The <c>callback_url</c> of the payout order.</param>
/// <param name="At">When, by the sandbox's clock.</param>
/// <param name="Body">The JSON: <c>event</c>, always <c>payout.updated</c>, and <c>data</c>, the payout as it is listed.</param>
/// <param name="Signature">
/// The value of the header <c>X-Gifq-Signature</c>: HMAC-SHA256 of the body under <see cref="GifqTwinOptions.WebhookSecret"/>, in lower-case
/// hexadecimal.
/// </param>
public sealed record GifqWebhook(Uri Url, DateTimeOffset At, string Body, string Signature);

/// <summary>Notes the webhooks about payouts whose order named a callback. Guarded by the twin's lock.</summary>
internal sealed class GifqWebhooks(GifqTwinOptions options)
{
    private readonly List<GifqWebhook> _all = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<GifqWebhook> All => _all;

    public void Note(Uri url, JsonNode payout, DateTimeOffset now)
    {
        var body = new JsonObject { ["event"] = "payout.updated", ["data"] = payout }.ToJsonString();
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret), Encoding.UTF8.GetBytes(body));
        _all.Add(new GifqWebhook(url, now, body, Convert.ToHexStringLower(signature)));
    }
}
