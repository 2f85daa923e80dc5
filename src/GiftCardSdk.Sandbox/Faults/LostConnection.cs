using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GiftCardSdk.Sandbox;

/// <summary>The two ways to lose a connection. A client can tell them apart, and the platform's own handler reacts to them differently.</summary>
internal static class LostConnection
{
    /// <summary>Sends RST.</summary>
    public static void Reset(HttpContext http) => http.Abort();

    /// <summary>Sends FIN after whatever has been flushed.</summary>
    public static void Close(HttpContext http) =>
        http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Both);
}
