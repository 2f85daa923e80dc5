using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>The notices of orders that have ended, and their way to a receiver on this machine. The list is guarded by the twin's lock.</summary>
internal sealed class GiftCardPartnersWebhooks(GiftCardPartnersTwinOptions options, GiftCardPartnersAnswers answers)
{
    private readonly Queue<(Uri Target, string Body)> _notices = new();

    /// <summary>Notes that an order has ended; an order placed without an address to tell it to is not noted.</summary>
    public void Note(GiftCardPartnersOrder order, GiftCardPartnersOrders orders)
    {
        if (order.Asked.Part("WebhookSettings").Text("FulfillmentComplete") is { } target)
        {
            var body =
                options.WebhookPayload == GiftCardPartnersWebhookPayload.Order
                    ? orders.Full(order)
                    : new JsonObject
                    {
                        ["Id"] = order.Id,
                        ["PONumber"] = order.PONumber,
                        ["Status"] = orders.Word(order.Progress),
                    };
            _notices.Enqueue((new Uri(target), Encoding.UTF8.GetString(answers.Ok(body).Body.Span)));
        }
    }

    public (Uri Target, string Body)? Next() => _notices.TryDequeue(out var notice) ? notice : null;

    /// <summary>Posts a notice as often as the switch says. Not under the lock: the receiver may well ask the twin.</summary>
    public async Task<int> PostAsync(HttpClient client, Uri target, string body, CancellationToken cancellationToken)
    {
        var address = options.WebhookReceiver is { IsAbsoluteUri: true, IsLoopback: true } receiver
            ? new Uri(receiver, target.PathAndQuery)
            : throw new InvalidOperationException(
                "Set WebhookReceiver to an address of this machine's loopback first; nothing else is posted to."
            );
        for (var i = 0; i < options.WebhookCopies; i++)
        {
            using var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
            using var response = await client.PostAsync(address, content, cancellationToken).ConfigureAwait(false);
        }

        return options.WebhookCopies;
    }
}
