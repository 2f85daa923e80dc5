using System.Net;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>
/// Who may see the page and press its buttons: a browser on this machine, for the page itself. Web pages from elsewhere reach this machine's loopback
/// too, through the same browser.
/// </summary>
internal static class Guard
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>Why a request is refused; null if it is let in.</summary>
    public static string? Complain(HttpContext http)
    {
        var request = http.Request;
        // A name of somebody else's may lead here: then a page of theirs would count as this one.
        if (request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            return "Open this page by the address that the program printed.";
        }

        // What a proxy passes on comes from this machine and was sent by anybody.
        if (
            http.Connection.RemoteIpAddress is not { } caller
            || !IPAddress.IsLoopback(caller)
            || Forwarding.Any(request.Headers.ContainsKey)
        )
        {
            return "Only this machine may open this page.";
        }

        return HttpMethods.IsGet(request.Method) || request.Headers.Origin == $"{request.Scheme}://{request.Host}"
            ? null
            : "Only this page's own buttons change something.";
    }
}
