using System.Diagnostics;
using System.Globalization;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>What the file journal costs: flushes shared by callers, the work beside the flush, memory, and opening a million orders.</summary>
internal sealed class JournalRun(string folder)
{
    /// <summary>The argument with which a second process is started, so that its memory is that of opening alone.</summary>
    public const string OpenOnly = "--journal-open";

    private const int Recovered = 1_000_000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("giftcards-journal-").FullName;
        try
        {
            var run = new JournalRun(folder);
            await run.RecoveryAsync();
            await run.ThroughputAsync();
            await run.OverheadAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In the second process: opens a journal and says what that took.</summary>
    public static int Open(string path, bool compacts)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = TimeProvider.System.GetTimestamp();
        using var journal = FileJournal.Open(new() { Path = path, CompactAtOpen = compacts });
        var took = TimeProvider.System.GetElapsedTime(started);
        var live = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var process = Process.GetCurrentProcess();
        Print(
            $"journal recovery orders={Recovered} compacts={compacts} seconds={took.TotalSeconds:0.00} peak_mb={process.PeakWorkingSet64 / 1e6:0} bytes_per_order={(double)live / Recovered:0.0}"
        );
        return 0;
    }

    private async Task ThroughputAsync()
    {
        double alone = 0;
        foreach (var callers in (int[])[1, 8, 64, 256])
        {
            var disk = new CountingDisk(flushes: true);
            var path = PathOf($"throughput-{callers}");
            var orders = 3000 * Math.Min(callers, 32);
            await using (var journal = OpenOn(disk, path))
            {
                var bench = new Bench(journal);
                await bench.PlaceAsync(orders / 10, callers);
                var (flushes, length) = (disk.Flushes, new FileInfo(path).Length);
                var took = await bench.PlaceAsync(orders, callers);
                var rate = orders / took.TotalSeconds;
                alone = callers == 1 ? rate : alone;
                var perFlush = (new FileInfo(path).Length - length) / (disk.Flushes - flushes);
                var bare = BareRate((int)perFlush);
                Print(
                    $"journal callers={callers} orders_per_s={rate:0} times_one_caller={rate / alone:0.0} commits_per_flush={2.0 * orders / (disk.Flushes - flushes):0.0} bytes_per_order={(new FileInfo(path).Length - length) / orders} bare_flushes_per_s={bare:0} (of {perFlush} B each)"
                );
            }
        }
    }

    /// <summary>A loop that appends as many bytes as one commit had, and flushes.</summary>
    private double BareRate(int bytes)
    {
        const int Flushes = 2000;
        using var handle = File.OpenHandle(PathOf("bare"), FileMode.Create, FileAccess.Write);
        var frame = new byte[bytes];
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0L; i < Flushes; i++)
        {
            RandomAccess.Write(handle, frame, i * bytes);
            RandomAccess.FlushToDisk(handle);
        }

        return Flushes / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>One caller, without the flush: what a journalled order costs beside one on the memory journal. The quickest of rounds in turn.</summary>
    private async Task OverheadAsync()
    {
        const int Orders = 20_000;
        const int Rounds = 7;
        await using var journal = OpenOn(new CountingDisk(flushes: false), PathOf("overhead"));
        var (onFile, inMemory) = (new Bench(journal), new Bench(new InMemoryOrderJournal()));
        var (file, memory) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            memory = Math.Min(memory, (await inMemory.PlaceAsync(Orders, callers: 1)).TotalMicroseconds / Orders);
            file = Math.Min(file, (await onFile.PlaceAsync(Orders, callers: 1)).TotalMicroseconds / Orders);
        }

        Print($"journal overhead without flush: us_per_order={file:0.0} memory_journal={memory:0.0} difference={file - memory:0.0}");
    }

    private async Task RecoveryAsync()
    {
        var path = PathOf("recovery");
        await using (var journal = OpenOn(new CountingDisk(flushes: false), path))
        {
            var bench = new Bench(journal);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await bench.PlaceAsync(Recovered, callers: 256);
            var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(bench);
            Print(
                $"journal growth orders={Recovered} bytes_per_finished_order={(double)grown / Recovered:0.0} file_mb={new FileInfo(path).Length / 1e6:0}"
            );
        }

        await OpenElsewhereAsync(path, compacts: false);
        await OpenElsewhereAsync(path, compacts: true);
        Print($"journal file after it was written anew: {new FileInfo(path).Length / 1e6:0} MB");
        await OpenElsewhereAsync(path, compacts: true);
    }

    private static async Task OpenElsewhereAsync(string path, bool compacts)
    {
        using var process = Process.Start(Environment.ProcessPath!, [OpenOnly, path, compacts ? "compact" : "as-is"]);
        await process.WaitForExitAsync();
    }

    private static FileJournal OpenOn(CountingDisk disk, string path) =>
        FileJournal.Open(disk, path, new() { CompactAtOpen = false }, TimeProvider.System, NullLogger.Instance);

    private string PathOf(string name) => Path.Combine(folder, name + ".journal");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
