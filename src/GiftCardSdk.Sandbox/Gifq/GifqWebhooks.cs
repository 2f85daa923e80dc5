using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Notes the webhooks about payouts whose order named a callback. Guarded by the twin's lock.</summary>
internal sealed class GifqWebhooks(GifqTwinOptions options, GifqPayoutWriter writer)
{
    private readonly List<GifqWebhook> _all = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<GifqWebhook> All => _all;

    public void Tell(GifqPayout payout, DateTimeOffset now)
    {
        if (payout.Order.CallbackUrl is not { } url)
        {
            return;
        }

        var body = JsonSerializer.Serialize(new PayoutEvent("payout.updated", writer.Write(payout)), GifqJson.TypeOf<PayoutEvent>(options));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret), Encoding.UTF8.GetBytes(body));
        _all.Add(new GifqWebhook(new Uri(url), now, body, Convert.ToHexStringLower(signature)));
    }
}
