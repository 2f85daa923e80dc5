using System.Diagnostics;
using System.Globalization;
using GiftCardSdk.EntityFrameworkCore.Tests;
using GiftCardSdk.Sandbox;
using Npgsql;

namespace GiftCardSdk.Benchmarks.Rate;

/// <summary>
/// Processes on one journal and one token place orders all at once at GIFQ's twin, which takes ten requests a second and counts what arrives. Then one of
/// three is killed in the middle.
/// </summary>
internal sealed class RateRun(int orders) : IAsyncDisposable
{
    private const double PerSecond = 10;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("gift-rate-").FullName;
    private PostgresCluster? _server;
    private DateTimeOffset _killedAt;
    private int _runs;

    public static async Task<int> RunAsync(int orders)
    {
        await using var run = new RateRun(orders);
        await run.OnAsync("sqlite", () => Task.FromResult(Path.Combine(run._folder, $"orders-{run._runs}.db")));
        if (PostgresCluster.FindTools() is not { } tools)
        {
            Print($"rate postgres: there is no PostgreSQL here");
            return 0;
        }

        run._server = await PostgresCluster.StartAsync(tools, isDurable: true);
        await run.OnAsync("postgres", run.NewDatabaseAsync);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task OnAsync(string name, Func<Task<string>> newJournal)
    {
        foreach (var processes in (int[])[1, 2, 3])
        {
            var (arrivals, refused) = await BuyAsync(await newJournal(), processes, isOneKilled: false);
            var took = (arrivals[^1].At - arrivals[0].At).TotalSeconds;
            var limited = arrivals.Count(static arrival => arrival.Status == 429);
            var ideal = (arrivals.Count - limited - 1) / PerSecond;
            Print(
                $"rate {name} processes={processes} orders={orders} seconds={took:F1} ideal={ideal:F1} ratio={took / ideal:F3} arrivals={arrivals.Count} status429={limited} refused={refused}"
            );
        }

        var (rest, _) = await BuyAsync(await newJournal(), processes: 3, isOneKilled: true);
        Print($"rate {name} processes=3 killed=1 whole rate again after {WholeAgainAfter(rest):F1} s");
    }

    /// <summary>How long after the kill the arrivals of three seconds come to at least 95 % of what all may send.</summary>
    private double WholeAgainAfter(IReadOnlyList<SandboxArrival> arrivals)
    {
        var killed = _killedAt;
        var least = 0.95 * 0.98 * PerSecond * Look.TotalSeconds;
        var first = arrivals
            .Where(arrival => arrival.At >= killed)
            .First(begin => arrivals.Count(arrival => arrival.At >= begin.At && arrival.At < begin.At + Look) >= least);
        return (first.At - killed).TotalSeconds;
    }

    private async Task<(IReadOnlyList<SandboxArrival> Arrivals, int Refused)> BuyAsync(string journal, int processes, bool isOneKilled)
    {
        _runs++;
        await using var sandbox = await GiftCardSandbox.StartAsync();
        sandbox.Gifq.SetBalance("USD", 1_000_000);
        sandbox.Gifq.Requests.KeepContent = false;
        var buyers = new List<Process>();
        for (var buyer = 0; buyer < processes; buyer++)
        {
            // The first one makes the journal.
            buyers.Add(Start(sandbox.Gifq, journal, $"p{buyer}", orders / processes));
            await buyers[^1].StandardOutput.ReadLineAsync();
        }

        buyers.ForEach(static buyer => buyer.StandardInput.WriteLine());
        if (isOneKilled)
        {
            await sandbox.Gifq.Requests.WaitForAsync("orders.create", orders / 3);
            _killedAt = TimeProvider.System.GetUtcNow();
            buyers[0].Kill();
            await buyers[0].WaitForExitAsync();
            buyers.RemoveAt(0);
        }

        var refused = 0;
        foreach (var buyer in buyers)
        {
            refused += int.Parse((await buyer.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            await buyer.WaitForExitAsync();
            buyer.Dispose();
        }

        return ([.. sandbox.Gifq.Requests.All], refused);
    }

    private static Process Start(GifqTwin twin, string journal, string prefix, int orders) =>
        Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [
                    RateBuyer.Only,
                    journal,
                    twin.BaseAddress.AbsoluteUri,
                    twin.ApiToken,
                    prefix,
                    orders.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    private async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"rate_{_runs}");
        await using var source = NpgsqlDataSource.Create(_server!.ConnectionString("postgres", isPooled: false));
        await using var create = source.CreateCommand("CREATE DATABASE " + name);
        await create.ExecuteNonQueryAsync();
        return _server.ConnectionString(name);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
