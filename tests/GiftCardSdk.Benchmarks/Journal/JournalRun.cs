using System.Diagnostics;
using System.Globalization;
using GiftCardSdk.EntityFrameworkCore.Tests;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Journal.Relational.Internal;
using GiftCardSdk.Sqlite;
using Npgsql;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>
/// What the relational journals cost beside the bare statements, in turn in one run, warmed up, by the processor's time and by the clock; then a journal
/// of a million orders.
/// </summary>
internal sealed class JournalRun(string folder)
{
    /// <summary>The argument with which a second process is started, so that its memory is that of opening alone.</summary>
    public const string OpenOnly = "--journal-open";

    private const int Rounds = 5;
    private const int Many = 1_000_000;

    private int _names;

    public static async Task<int> RunAsync(bool isQuick)
    {
        var folder = Directory.CreateTempSubdirectory("giftcards-journal-").FullName;
        try
        {
            var run = new JournalRun(folder);
            await run.OnSqliteAsync();
            await run.OnPostgresAsync();
            if (!isQuick)
            {
                await run.OfAMillionAsync();
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In the second process: opens a journal, asks it the three questions, and says what that took.</summary>
    public static async Task<int> OpenAsync(string path)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var journal = SqliteJournal.Open(new() { Path = path });
        await JournalQuestions.AskAsync(journal, times: 1);
        var took = TimeProvider.System.GetElapsedTime(started);
        using var process = Process.GetCurrentProcess();
        Print(
            $"journal of {Many} orders: opened and asked in {took.TotalMilliseconds:0} ms, peak memory {process.PeakWorkingSet64 / 1e6:0} MB"
        );
        await JournalQuestions.AskAsync(journal, times: 50);
        foreach (var line in await JournalQuestions.MeasureAsync(journal))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    private async Task OnSqliteAsync()
    {
        foreach (var callers in (int[])[1, 8, 64])
        {
            await using var bare = new BareSqlite(NewPath());
            await using var journal = SqliteJournal.Open(new() { Path = NewPath() });
            await using var placed = SqliteJournal.Open(new() { Path = NewPath() });
            await CompareAsync("sqlite", callers, orders: Math.Min(callers, 8) * 1500, bare, journal, placed);
        }
    }

    private async Task OnPostgresAsync()
    {
        if (PostgresCluster.FindTools() is not { } tools)
        {
            Print($"journal postgres: there is no PostgreSQL here");
            return;
        }

        await using var server = await PostgresCluster.StartAsync(tools, isDurable: true);
        foreach (var callers in (int[])[1, 8, 64])
        {
            await using var bare = await BarePostgres.CreateAsync(await NewDatabaseAsync(server));
            await using var source = NpgsqlDataSource.Create(await NewDatabaseAsync(server));
            await using var journal = new RelationalJournal(new DataSourceConnections(source), new PostgreSqlDialect());
            await using var other = NpgsqlDataSource.Create(await NewDatabaseAsync(server));
            await using var placed = new RelationalJournal(new DataSourceConnections(other), new PostgreSqlDialect());
            await CompareAsync("postgres", callers, orders: Math.Min(callers, 8) * 150, bare, journal, placed);
        }
    }

    /// <summary>The sides in turn; of each the round with the least time and the one with the least work count.</summary>
    private static async Task CompareAsync(
        string name,
        int callers,
        int orders,
        IBareJournal bare,
        IOrderJournal journal,
        IOrderJournal placed
    )
    {
        var writes = new JournalWrites(journal);
        var bench = new Bench(placed);
        Func<int, Task>[] sides = [bare.BuyAsync, writes.BuyAsync, async _ => await bench.PlaceOneAsync()];
        var best = sides.Select(static _ => new Cost(double.MaxValue, double.MaxValue, double.MaxValue)).ToArray();
        var next = 0;
        for (var round = -1; round < Rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var first = Interlocked.Add(ref next, orders);
                var cost = await Cost.OfAsync(sides[side], first, orders, callers);
                best[side] = round < 0 ? best[side] : best[side].Least(cost);
            }
        }

        var (byHand, ours, whole) = (best[0], best[1], best[2]);
        Print(
            $"journal {name} callers={callers} bare={byHand.PerSecond:0}/s journal={ours.PerSecond:0}/s ratio={ours.PerSecond / byHand.PerSecond:0.00} cpu: bare={byHand.CpuMicroseconds:0} us journal={ours.CpuMicroseconds:0} us ratio={byHand.CpuMicroseconds / ours.CpuMicroseconds:0.00} bytes: bare={byHand.Bytes:0} journal={ours.Bytes:0} | PlaceAsync={whole.PerSecond:0}/s cpu={whole.CpuMicroseconds:0} us bytes={whole.Bytes:0}"
        );
    }

    private async Task OfAMillionAsync()
    {
        var path = NewPath();
        await using (var journal = SqliteJournal.Open(new() { Path = path }))
        {
            var writes = new JournalWrites(journal);
            await Cost.OfAsync(writes.BuyAsync, 0, Many, callers: 512);
            await JournalQuestions.LeaveOpenAsync(journal, 100);
        }

        Print($"journal of {Many} orders: {new FileInfo(path).Length / 1e6:0} MB on the disk");
        using var process = Process.Start(Environment.ProcessPath!, [OpenOnly, path]);
        await process.WaitForExitAsync();
    }

    private async Task<string> NewDatabaseAsync(PostgresCluster server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{_names++}");
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres", isPooled: false));
        await using var create = source.CreateCommand("CREATE DATABASE " + name);
        await create.ExecuteNonQueryAsync();
        return server.ConnectionString(name) + ";Maximum Pool Size=70";
    }

    private string NewPath() => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"journal-{_names++}.db"));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
