using System.Diagnostics;
using GiftCardSdk.Redis.Tests;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(RedisServer))]

namespace GiftCardSdk.Redis.Tests;

/// <summary>A Redis of its own in a temporary folder, reached by a Unix socket, for all tests. It ends with this process.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gift-redis-").FullName;
    private Process? _server;
    private ConnectionMultiplexer? _connection;
    private int _prefixes;

    internal IConnectionMultiplexer Connection
    {
        get
        {
            Assert.SkipWhen(_connection is null, "There is no redis-server on the path.");
            return _connection;
        }
    }

    /// <summary>Keys that no other test uses.</summary>
    internal string NewPrefix() => $"test-{Interlocked.Increment(ref _prefixes)}:";

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            var isOptional = OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("CI") != "true";
            isOptional.ShouldBeTrue("CI proves the shared rate on Redis: install redis-server.");
            return;
        }

        var socket = Path.Combine(_folder, "redis.sock");
        var start = new ProcessStartInfo(
            "sh",
            // Its input is a pipe that nobody writes to: when this process ends, the pipe does, and the shell ends the server.
            [
                "-c",
                """
                "$1" --port 0 --unixsocket "$2" --dir "$3" --save '' --appendonly no &
                server=$!
                cat > /dev/null
                kill -9 $server
                """,
                "sh",
                program,
                socket,
                _folder,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _server = Process.Start(start)!;
        while (await _server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("eady to accept connections", StringComparison.Ordinal))
            {
                _ = _server.StandardOutput.ReadToEndAsync();
                break;
            }
        }

        var options = new ConfigurationOptions
        {
            AbortOnConnectFail = true,
            SyncTimeout = 60_000,
            AsyncTimeout = 60_000,
        };
        options.EndPoints.Add(new System.Net.Sockets.UnixDomainSocketEndPoint(socket));
        _connection = await ConnectionMultiplexer.ConnectAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (_server is not null)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists);
}
