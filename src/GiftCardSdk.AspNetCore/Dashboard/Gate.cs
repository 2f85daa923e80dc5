using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>
/// Who is let in: whoever meets the policy that the application names; without one a browser on this machine alone, in development, and only if it really
/// is on this machine.
/// </summary>
/// <param name="policy">The name of the policy; null for none.</param>
internal sealed class Gate(string? policy)
{
    private const int MostOfAName = 200;

    /// <summary>What proxies and tunnels add, and what is left of it when the application itself has taken it in.</summary>
    private static readonly string[] Forwarding =
    [
        "Forwarded",
        "Via",
        "True-Client-IP",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-ARR-LOG-ID",
        "X-Envoy-External-Address",
    ];

    private static readonly string[] ForwardingPrefixes = ["X-Forwarded", "X-Original-", "CF-", "Fly-", "Fastly-", "X-Azure-", "X-Amzn-"];

    /// <summary>Why a visitor is turned away; null if the visitor may come in.</summary>
    public async ValueTask<string?> ObjectionAsync(HttpContext context)
    {
        if (policy is null)
        {
            return Stranger(context);
        }

        // The endpoint demands the policy already; but what allows anonymous visitors to a whole group of endpoints would let them in here, too.
        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        var verdict = await authorization.AuthorizeAsync(context.User, context, policy).ConfigureAwait(false);
        return verdict.Succeeded ? null : $"the visitor does not meet the policy '{policy}'";
    }

    /// <summary>The name that a change is written down under; null if there is none.</summary>
    public string? NameOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name } && !string.IsNullOrWhiteSpace(name) ? OneLine(name)
        : policy is null ? $"{Environment.UserName} (development)"
        : null;

    /// <summary>A name that looks like further lines of the log would lend somebody else's.</summary>
    private static string OneLine(string name) =>
        string.Concat(name.Take(MostOfAName).Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string? Stranger(HttpContext context)
    {
        var request = context.Request;
        return context.RequestServices.GetService<IHostEnvironment>()?.IsDevelopment() != true
                ? "no authorization policy is named, and the environment is not Development"
            : !IsThisMachine(context.Connection.RemoteIpAddress) || !IsThisMachine(context.Connection.LocalIpAddress)
                ? "no authorization policy is named, and the call is not of this machine"
            : request.Headers.Keys.FirstOrDefault(IsForwarding) is { } header
                ? $"no authorization policy is named, and the header {header} shows a proxy"
            // What many a proxy speaks to the server behind it, and no browser.
            : !HttpProtocol.IsHttp11(request.Protocol) && !HttpProtocol.IsHttp2(request.Protocol) && !HttpProtocol.IsHttp3(request.Protocol)
                ? "no authorization policy is named, and the call came by HTTP 1.0, as through a proxy"
            // A site whose name was made to lead here calls under that name.
            : !IsNameOfThisMachine(request.Host.Host) ? "no authorization policy is named, and the host asked for is not localhost"
            : null;
    }

    private static bool IsThisMachine(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForwarding(string header) =>
        Forwarding.Contains(header, StringComparer.OrdinalIgnoreCase)
        || ForwardingPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsNameOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsThisMachine(address));
}
