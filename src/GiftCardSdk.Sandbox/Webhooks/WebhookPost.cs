using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>Posts to receivers on this machine, and to no others.</summary>
internal static class WebhookPost
{
    // How long a receiver may take. This concerns the network, so it does not follow the twin's clock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly HttpClient Http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    )
    {
        Timeout = Patience,
    };

    /// <summary>The address itself, if it is one of this machine's loopback.</summary>
    public static Uri Local(Uri address) =>
        address is { IsAbsoluteUri: true, IsLoopback: true }
            ? address
            : throw new ArgumentException(
                $"'{address}' is not an address of this machine's loopback, such as http://127.0.0.1:5000/hooks; nothing is sent elsewhere.",
                nameof(address)
            );

    /// <summary>The status that the receiver answered with; null where no answer came in time.</summary>
    public static async Task<int?> SendAsync(
        Uri address,
        string body,
        IReadOnlyList<(string Name, string Value)> headers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var response = await PostAsync(address, body, headers, cancellationToken).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Posts a challenge; whether the answer repeats it.</summary>
    public static async Task<bool> ChallengeAsync(Uri address, string token, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["challengeToken"] = token }.ToJsonString();
        using var response = await PostAsync(address, body, [], cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return response.IsSuccessStatusCode && Json.Parse(answer).Text("challengeToken") == token;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(
        Uri address,
        string body,
        IReadOnlyList<(string Name, string Value)> headers,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Local(address));
        request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
