using System.Net;
using System.Text;

namespace WebhookReceiver;

/// <summary>Whoever has found the address.</summary>
internal static class Strangers
{
    public static async Task<HttpStatusCode> PostAsync(Uri address, string body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(address, content);
        return response.StatusCode;
    }
}
