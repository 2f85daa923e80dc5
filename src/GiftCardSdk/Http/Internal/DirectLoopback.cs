using System.Net;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// The machine's proxy, but for this machine itself: what goes to a loopback address is for a program here, and a proxy that is set for the network
/// would see the credentials.
/// </summary>
internal sealed class DirectLoopback(Func<IWebProxy> machines) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => machines().Credentials;
        set => throw new NotSupportedException("The machine's proxy keeps its own credentials.");
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : machines().GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || machines().IsBypassed(host);
}
