using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace GiftCardSdk.Tests.Http;

/// <summary>Takes the first message of a TLS handshake, and hangs up.</summary>
internal sealed class TlsListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    private TlsListener(TaskCompletionSource<byte[]> hello)
    {
        _listener.Start();
        _accepting = TakeAsync(hello);
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static TlsListener Start(TaskCompletionSource<byte[]> hello) => new(hello);

    /// <summary>The protocol versions that a ClientHello offers (RFC 8446, 4.2.1); without the extension, the one of the message.</summary>
    public static IReadOnlyList<int> OfferedVersions(ReadOnlySpan<byte> hello)
    {
        // Record header 5, handshake header 4, version 2, random 32, then three lists of their own lengths.
        var rest = hello[9..];
        var legacy = BinaryPrimitives.ReadUInt16BigEndian(rest);
        rest = rest[34..];
        rest = rest[(1 + rest[0])..];
        rest = rest[(2 + BinaryPrimitives.ReadUInt16BigEndian(rest))..];
        rest = rest[(1 + rest[0])..];
        var extensions = rest.Slice(2, BinaryPrimitives.ReadUInt16BigEndian(rest));
        while (!extensions.IsEmpty)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(extensions), BinaryPrimitives.ReadUInt16BigEndian(extensions[2..]));
            var body = extensions.Slice(4, length);
            if (type == 43)
            {
                var versions = new List<int>();
                for (var at = 1; at < body.Length; at += 2)
                {
                    versions.Add(BinaryPrimitives.ReadUInt16BigEndian(body[at..]));
                }

                return versions;
            }

            extensions = extensions[(4 + length)..];
        }

        return [legacy];
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    private async Task TakeAsync(TaskCompletionSource<byte[]> hello)
    {
        using var socket = await _listener.AcceptSocketAsync();
        var header = new byte[5];
        await socket.ReceiveAsync(header);
        var record = new byte[5 + BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))];
        header.CopyTo(record, 0);
        for (var read = 5; read < record.Length; )
        {
            read += await socket.ReceiveAsync(record.AsMemory(read));
        }

        hello.SetResult(record);
    }
}
