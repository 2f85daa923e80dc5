using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace GiftCardSdk.Tests.Http;

/// <summary>Takes the first message of a TLS handshake and hangs up, or answers it with a version of its own and takes what is said to that.</summary>
internal sealed class TlsListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    private TlsListener(Func<Socket, Task> talk)
    {
        _listener.Start();
        _accepting = AcceptAsync(talk);
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static TlsListener Start(TaskCompletionSource<byte[]> hello) =>
        new(async socket => hello.SetResult(await ReadRecordAsync(socket)));

    /// <summary>A server that knows one version alone, such as 0x0302 for TLS 1.1.</summary>
    /// <param name="version">The version.</param>
    /// <param name="said">What the client says to it: a record.</param>
    public static TlsListener StartWith(int version, TaskCompletionSource<byte[]> said) =>
        new(async socket =>
        {
            await ReadRecordAsync(socket);
            await socket.SendAsync(ServerHello(version));
            said.SetResult(await ReadRecordAsync(socket));
        });

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

    private async Task AcceptAsync(Func<Socket, Task> talk)
    {
        using var socket = await _listener.AcceptSocketAsync();
        await talk(socket);
    }

    /// <summary>A ServerHello (RFC 4346, 7.4.1.3) without session and extensions, in a record of its own.</summary>
    private static byte[] ServerHello(int version)
    {
        var (high, low) = ((byte)(version >> 8), (byte)version);
        byte[] cipher = [0xC0, 0x2F];
        byte[] body = [high, low, .. new byte[32], 0, .. cipher, 0];
        byte[] handshake = [2, 0, 0, (byte)body.Length, .. body];
        return [22, high, low, 0, (byte)handshake.Length, .. handshake];
    }

    private static async Task<byte[]> ReadRecordAsync(Socket socket)
    {
        var header = new byte[5];
        await socket.ReceiveAsync(header);
        var record = new byte[5 + BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))];
        header.CopyTo(record, 0);
        for (var read = 5; read < record.Length; )
        {
            read += await socket.ReceiveAsync(record.AsMemory(read));
        }

        return record;
    }
}
