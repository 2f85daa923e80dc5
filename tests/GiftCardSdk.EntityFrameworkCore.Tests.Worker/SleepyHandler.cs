using System.Net;
using System.Net.Sockets;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>A transport with a gap before each of its steps, from the call to the first byte. Each call has a connection of its own.</summary>
internal sealed class SleepyHandler : DelegatingHandler
{
    private readonly Sleeper _sleeper;
    private volatile bool _isOrder;

    public SleepyHandler(Sleeper sleeper)
    {
        _sleeper = sleeper;
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
            PlaintextStreamFilter = (context, _) => new(new SleepyStream(context.PlaintextStream, () => Pass(Gap.BeforeWrite))),
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _isOrder = request.RequestUri!.AbsolutePath.EndsWith("/Order", StringComparison.Ordinal);
        Pass(Gap.BeforeRequest);
        if (request.Content is { } content)
        {
            request.Content = new SleepyContent(content, () => Pass(Gap.BeforeBody));
        }

        return base.SendAsync(request, cancellationToken);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Pass(Gap.BeforeConnect);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        Pass(Gap.AfterConnect);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private void Pass(Gap gap)
    {
        if (_isOrder)
        {
            _sleeper.Pass(gap);
        }
    }

    /// <summary>A body with a gap before it is asked for, which is before the SDK's last check.</summary>
    private sealed class SleepyContent : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly Action _pass;

        public SleepyContent(HttpContent inner, Action pass)
        {
            (_inner, _pass) = (inner, pass);
            foreach (var (name, values) in inner.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _pass();
            return _inner.CopyToAsync(stream, context);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }
    }
}
