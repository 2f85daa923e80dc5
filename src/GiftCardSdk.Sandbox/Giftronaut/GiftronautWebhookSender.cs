using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>Posts to the endpoint of a webhook, on this machine only.</summary>
internal sealed class GiftronautWebhookSender : IDisposable
{
    // The provider gives a receiver this long; it is a matter of the network, not of the twin's clock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };

    /// <summary>Posts the challenge; true when the answer repeats it.</summary>
    public async Task<bool> ChallengeAsync(Uri endpoint, string token, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["challengeToken"] = token }.ToJsonString();
        using var response = await PostAsync(endpoint, body, signature: null, cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode && Json.Parse(answer).Text("challengeToken") == token;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Posts the events one after the other, takes those that were taken out of the list, and says how many they were.</summary>
    public async Task<int> SendAllAsync(Uri endpoint, List<GiftronautWebhook> webhooks, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var webhook in webhooks.ToArray())
        {
            if (await SendAsync(endpoint, webhook, cancellationToken).ConfigureAwait(false))
            {
                webhooks.Remove(webhook);
                taken++;
            }
        }

        return taken;
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> SendAsync(Uri endpoint, GiftronautWebhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await PostAsync(endpoint, webhook.Body, webhook.Signature, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The receiver took longer than it is given.
            return false;
        }
    }

    private async Task<HttpResponseMessage> PostAsync(Uri endpoint, string body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        request.Headers.TryAddWithoutValidation("User-Agent", "GiftronautAPI-Webhook/1.0");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Giftronaut-Signature", signature);
        }

        return await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
