using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>The notices that fell due, and their way to a receiver on this machine. The list is guarded by the twin's lock.</summary>
internal sealed class GiftCardPartnersWebhooks(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersReplies replies,
    GiftCardPartnersAnswers answers
)
{
    private readonly List<GiftCardPartnersWebhook> _webhooks = [];

    public IReadOnlyList<GiftCardPartnersWebhook> All => [.. _webhooks];

    public IReadOnlyList<GiftCardPartnersWebhook> Outstanding => [.. _webhooks.Where(webhook => !webhook.IsSettled)];

    /// <summary>Notes that an order has ended; an order placed without an address to tell it to is not noted.</summary>
    public void Note(GiftCardPartnersOrder order, DateTimeOffset now)
    {
        if (order.Content.FulfillmentComplete is { } target)
        {
            var body =
                options.WebhookPayload == GiftCardPartnersWebhookPayload.Order
                    ? answers.Text(replies.Full(order), json => json.OrderBody)
                    : answers.Text(replies.Digest(order), json => json.OrderDigest);
            _webhooks.Add(new GiftCardPartnersWebhook(order.Id, target, body, now));
        }
    }

    /// <summary>Posts each notice as often as the switch says. Not under the lock: the receiver may well ask the twin.</summary>
    public async Task<int> PostAsync(IReadOnlyList<GiftCardPartnersWebhook> webhooks, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var posts = 0;
        foreach (var webhook in webhooks)
        {
            while (webhook.Posts < options.WebhookCopies)
            {
                using var request = Request(webhook);
                using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
                webhook.Posted();
                posts++;
            }

            webhook.IsSettled = true;
        }

        return posts;
    }

    private HttpRequestMessage Request(GiftCardPartnersWebhook webhook)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address(webhook))
        {
            Content = new StringContent(webhook.Body, Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        if (options.WebhookSignatureHeader is { } header)
        {
            var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret), Encoding.UTF8.GetBytes(webhook.Body));
            request.Headers.Add(header, Convert.ToHexStringLower(hash));
        }

        return request;
    }

    private Uri Address(GiftCardPartnersWebhook webhook) =>
        options.WebhookReceiver is { IsAbsoluteUri: true, IsLoopback: true } receiver
            ? new Uri(receiver, webhook.Target.PathAndQuery)
            : throw new InvalidOperationException(
                "Set WebhookReceiver to an address of this machine's loopback first; nothing else is posted to."
            );
}
