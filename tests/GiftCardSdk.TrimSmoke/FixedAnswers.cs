using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GiftCardSdk.TrimSmoke;

/// <summary>Answers one request after the other with fixed JSON: the sandbox would drag a whole web server into the trimmed program.</summary>
internal sealed class FixedAnswers : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public FixedAnswers(params string[] answers)
    {
        _listener.Start();
        _ = AnswerAllAsync(answers);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAllAsync(string[] answers)
    {
        foreach (var json in answers)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            await ReadRequestAsync(stream);
            var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}Connection: close\r\n\r\n{json}"));
        }
    }

    private static async Task ReadRequestAsync(Stream stream)
    {
        const string length = "Content-Length:";
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var body = 0;
        for (var line = await reader.ReadLineAsync(); line is { Length: > 0 }; line = await reader.ReadLineAsync())
        {
            body = line.StartsWith(length, StringComparison.OrdinalIgnoreCase) ? int.Parse(line[length.Length..], null) : body;
        }

        if (body > 0) // A read of nothing waits for a byte anyway.
        {
            await reader.ReadBlockAsync(new char[body]);
        }
    }
}
