using System.Diagnostics;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a Unix socket. It ends with this process, however that ends.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _tools;
    private Process? _server;

    private readonly bool _isDurable;

    private PostgresCluster(string tools, string folder, bool isDurable) => (_tools, Folder, _isDurable) = (tools, folder, isDurable);

    public string Folder { get; }

    /// <summary>Where initdb and postgres lie; null where there is no PostgreSQL, or none that can be used.</summary>
    public static string? FindTools() =>
        OperatingSystem.IsWindows()
            ? null
            : Candidates()
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    /// <summary>Makes and starts a server; durable where what a flush costs is measured.</summary>
    public static async Task<PostgresCluster> StartAsync(string tools, bool isDurable = false)
    {
        var folder = Directory.CreateTempSubdirectory("gift-pg-").FullName;
        var cluster = new PostgresCluster(tools, folder, isDurable);
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            await RunAsync("chown", Somebody(), folder);
        }

        await RunAsSomebodyAsync(
            Path.Combine(tools, "initdb"),
            "-D",
            cluster.Data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
            "--locale=C"
        );
        await cluster.StartServerAsync();
        return cluster;
    }

    public string ConnectionString(string database, bool isPooled = true) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Folder,
            Username = "postgres",
            Database = database,
            Pooling = isPooled,
            MaxPoolSize = 20,
            Timeout = 5,
        }.ConnectionString;

    /// <summary>Starts the server, or starts it again on what it had.</summary>
    public async Task StartServerAsync()
    {
        // Its input is a pipe that nobody writes to: when this process ends, the pipe does, and the shell ends the server.
        const string Script = """
            "$1"/postgres -D "$2" -k "$3" -c listen_addresses= -c fsync="$4" -c max_connections=300 -c lc_messages=C &
            server=$!
            cat > /dev/null
            kill -QUIT $server
            wait $server
            """;
        var start = AsSomebody("sh", "-c", Script, "sh", _tools, Data, Folder, _isDurable ? "on" : "off");
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        _server = Process.Start(start)!;
        var log = new List<string>();
        while (await _server.StandardError.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                // Read on, so that the server never waits for its log to be read.
                _ = _server.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', log));
    }

    /// <summary>Ends the server at once, as a crash does.</summary>
    public async Task StopServerAsync()
    {
        var server = _server!;
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
        _server = null;
    }

    /// <summary>The whole content of a database as text.</summary>
    public Task<string> DumpAsync(string database) =>
        RunAsSomebodyAsync(Path.Combine(_tools, "pg_dump"), "-h", Folder, "-U", "postgres", "--inserts", database);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await StopServerAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private string Data => Path.Combine(Folder, "data");

    private static Task<string> RunAsSomebodyAsync(params string[] command) => RunAsync(AsSomebody(command));

    private static ProcessStartInfo AsSomebody(params string[] command) =>
        Environment.IsPrivilegedProcess
            ? new("runuser", ["-u", Somebody(), "--", .. command]) { WorkingDirectory = "/" }
            : new(command[0], command[1..]) { WorkingDirectory = "/" };

    private static string Somebody() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static Task<string> RunAsync(string program, params string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}: {await errors}");
    }

    private static IEnumerable<string> Candidates()
    {
        const string Debian = "/usr/lib/postgresql";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin")) : [];
        return [.. installed.OrderDescending(StringComparer.Ordinal), .. onPath];
    }
}
