using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace GiftCardSdk.Tests.Http;

/// <summary>A server on bare sockets, for what no web server does: close cleanly without an answer, reset, break off.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, int, Task> _answer;
    private readonly Channel<int> _arrived = Channel.CreateUnbounded<int>();
    private readonly Task _accepting;
    private int _arrivals;

    private RawServer(Func<Socket, int, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    /// <summary>How many whole requests arrived.</summary>
    public int Arrivals => Volatile.Read(ref _arrivals);

    /// <summary>Each request as it came, headers and body.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers each request by a function, given its number from 1; the connection stays open unless the function closes it.</summary>
    public static RawServer Start(Func<Socket, int, Task> answer) => new(answer);

    /// <summary>Answers each request with a text.</summary>
    public static RawServer Start(Func<int, string> answer) =>
        new(async (socket, arrival) => await socket.SendAsync(Encoding.Latin1.GetBytes(answer(arrival))));

    /// <summary>Completes when the next request has arrived; gives its number from 1.</summary>
    public ValueTask<int> NextArrivalAsync() => _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>A whole answer.</summary>
    public static string Answer(string status, string body, params ReadOnlySpan<string> headers) =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
        + string.Concat(headers.ToArray().Select(header => header + "\r\n"))
        + "\r\n"
        + body;

    /// <summary>Ends a connection as a process that shuts down does (FIN).</summary>
    public static void CloseCleanly(Socket socket)
    {
        socket.Shutdown(SocketShutdown.Both);
        socket.Close();
    }

    /// <summary>Ends a connection as a process that crashed does (RST).</summary>
    public static void Reset(Socket socket)
    {
        socket.LingerState = new(true, 0);
        socket.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owned = socket;
        try
        {
            while (await ReadRequestAsync(socket) is { } request)
            {
                Requests.Enqueue(request);
                var arrival = Interlocked.Increment(ref _arrivals);
                _arrived.Writer.TryWrite(arrival);
                await _answer(socket, arrival);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task<string?> ReadRequestAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsWhole(text.ToString()))
        {
            var read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        const string Length = "Content-Length: ";
        var at = request.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        var length =
            at < 0 || at > end
                ? 0
                : int.Parse(request.AsSpan(at + Length.Length).Slice(0, request.AsSpan(at + Length.Length).IndexOf('\r')));
        return request.Length - end - 4 >= length;
    }
}
