using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Authentication;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// The innermost handler: sends what it is given once, to the address it is given, and tells nobody else. The platform's own would repeat, follow
/// redirects with the credentials attached, and remember cookies.
/// </summary>
[SuppressMessage(
    "Security",
    "CA5398:Avoid hardcoded SslProtocols values",
    Justification = "Left to the machine, an old machine would still allow what is broken."
)]
internal static class SealedTransport
{
    /// <summary>What the names of our clients begin with; nothing that a host configures for its own clients applies to them.</summary>
    public const string NamePrefix = "GiftCardSdk/";

    private const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>The name of an account's client.</summary>
    public static string NameOf(AccountIdentity account) => $"{NamePrefix}{account.Provider}/{account.Account}";

    /// <summary>Our own transport.</summary>
    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // Connections are renewed, so that a change of address at the provider is noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Shorter than what servers keep: a purchase on a connection that the server is closing would have an unknown end.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxResponseHeadersLength = 64,
            AutomaticDecompression = DecompressionMethods.All,
        };
        return Seal(handler);
    }

    /// <summary>Seals a handler of the application's own, whatever wraps it.</summary>
    public static HttpMessageHandler Seal(HttpMessageHandler handler)
    {
        var innermost = handler;
        while (innermost is DelegatingHandler { InnerHandler: { } inner })
        {
            innermost = inner;
        }

        if (innermost is HttpClientHandler)
        {
            // It offers no way to keep trace headers, and paths in activities, from going out.
            throw new InvalidOperationException(
                "The innermost handler of an account cannot be an HttpClientHandler; give a SocketsHttpHandler, which has the same settings."
            );
        }

        if (innermost is SocketsHttpHandler sockets)
        {
            Seal(sockets);
        }

        return handler;
    }

    private static SocketsHttpHandler Seal(SocketsHttpHandler handler)
    {
        if (!IsSealed(handler))
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.Credentials = null;
            handler.PreAuthenticate = false;
            handler.ActivityHeadersPropagator = null;
            handler.SslOptions.EnabledSslProtocols = Protocols;
            // A proxy that the application gives is its own choice.
            handler.Proxy ??= MachinesProxy;
        }

        return handler;
    }

    private static IWebProxy MachinesProxy { get; } = new DirectLoopback(static () => HttpClient.DefaultProxy);

    /// <summary>One handler may serve several accounts, and cannot be set once it has sent something.</summary>
    private static bool IsSealed(SocketsHttpHandler handler) =>
        handler
            is {
                AllowAutoRedirect: false,
                UseCookies: false,
                Credentials: null,
                PreAuthenticate: false,
                ActivityHeadersPropagator: null,
                Proxy: not null,
                SslOptions.EnabledSslProtocols: Protocols
            };
}
