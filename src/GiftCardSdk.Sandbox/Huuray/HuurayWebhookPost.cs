using System.Net.Mime;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>Posts a webhook to an address on this machine, and to no other.</summary>
internal static class HuurayWebhookPost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Whether the receiver said 2xx in time.</summary>
    public static async Task<bool> SendAsync(HuurayWebhook webhook, Uri? address, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (address is not { IsAbsoluteUri: true, IsLoopback: true })
        {
            throw new InvalidOperationException(
                $"Webhooks go to an address on this machine only; '{address}' is none. Set Options.Webhooks.Address."
            );
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(webhook.Body, Encoding.UTF8, MediaTypeNames.Application.Json);
        foreach (var (name, value) in webhook.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
