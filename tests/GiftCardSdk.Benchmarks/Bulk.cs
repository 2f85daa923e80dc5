using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Benchmarks;

/// <summary>
/// One batch beside <c>Parallel.ForEachAsync</c> over <c>HttpClient</c>, at the same concurrency, at one twin in a process of its own, which knows no
/// limit. They take turns, a slice of lines each; the batch is a single one all the way, and waits in its list while the other side works.
/// </summary>
internal sealed class Bulk : IAsyncDisposable
{
    public const string ServerOnly = "--bulk-server";

    private const string Product = "pt-nord-kaffe-flex-se";
    private const string ApiToken = "sandbox-huuray-token";
    private const string ApiSecret = "sandbox-huuray-secret";
    private const int Concurrency = 32;
    private const int Slice = 10_000;
    private const int WarmUp = 20_000;
    private const double Megabyte = 1 << 20;

    private readonly string _journal;
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly string? _folder;
    private readonly TimeProvider _time = TimeProvider.System;

    private Bulk(string journal, Uri server)
    {
        _journal = journal;
        var services = new ServiceCollection();
        var builder = services
            .AddGiftCards()
            .AddBatches()
            .AddHuuray(options =>
            {
                options.ApiToken = ApiToken;
                options.ApiSecret = ApiSecret;
                options.BaseAddress = server;
            });
        if (journal == "sqlite")
        {
            _folder = Directory.CreateTempSubdirectory("giftcards-bulk-").FullName;
            builder.UseSqliteJournal(Path.Combine(_folder, "giftcards.db"));
        }

        _services = services.BuildServiceProvider();
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
    }

    public static async Task<int> RunAsync(int lines)
    {
        using var server = StartServer();
        var address = new Uri((await server.StandardOutput.ReadLineAsync())!);
        foreach (var journal in (string[])["memory", "sqlite"])
        {
            await using var bulk = new Bulk(journal, address);
            await bulk.CompareAsync(WarmUp, isQuiet: true);
            await bulk.CompareAsync(lines, isQuiet: false);
        }

        server.Kill();
        await server.WaitForExitAsync();
        return 0;
    }

    /// <summary>The twin in a process of its own: prints its address and sells until it is killed.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.Seed = 1);
        sandbox.Huuray.SetBalance("SEK", long.MaxValue / 2);
        (sandbox.Huuray.Requests.KeepContent, sandbox.Huuray.Requests.Capacity) = (false, 1);
        Console.WriteLine(sandbox.Huuray.BaseAddress);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task CompareAsync(int lines, bool isQuiet)
    {
        var run = OrderReference.New().Value;
        var byHand = new HuurayByHand(_http, Product, ApiToken, ApiSecret);
        var turns = new Turns();
        var batch = _services
            .GetRequiredService<IGiftCards>()
            .Batches.RunAsync(run, LinesAsync(run, lines, turns), new() { Account = "huuray", Concurrency = Concurrency })
            .GetAsyncEnumerator();
        var (start, startLive) = (WorkingSet(), Live());
        var (hand, sdk, peak) = (TimeSpan.Zero, TimeSpan.Zero, 0L);
        var (handCpu, sdkCpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var done = 0; done < lines; done += Slice)
        {
            var slice = Math.Min(Slice, lines - done);
            var began = _time.GetTimestamp();
            var cpu = Environment.CpuUsage.TotalTime;
            await Parallel.ForEachAsync(
                Enumerable.Range(done, slice),
                new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
                async (number, _) => await byHand.PlaceAsync(string.Create(CultureInfo.InvariantCulture, $"h-{run}-{number}"))
            );
            hand += _time.GetElapsedTime(began);
            handCpu += Environment.CpuUsage.TotalTime - cpu;
            cpu = Environment.CpuUsage.TotalTime;
            began = _time.GetTimestamp();
            turns.Next();
            for (var i = 0; i < slice; i++)
            {
                if (!await batch.MoveNextAsync() || batch.Current.Status != BatchLineStatus.Bought)
                {
                    throw new InvalidOperationException($"A line was not bought: {batch.Current}");
                }
            }

            sdk += _time.GetElapsedTime(began);
            sdkCpu += Environment.CpuUsage.TotalTime - cpu;
            peak = Math.Max(peak, WorkingSet());
        }

        turns.Next();
        await batch.DisposeAsync();
        if (!isQuiet)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"bulk journal={_journal} lines={lines} concurrency={Concurrency} hand-written={lines / hand.TotalSeconds:F0}/s batch={lines / sdk.TotalSeconds:F0}/s ratio={hand / sdk:F2} cpu={handCpu.TotalMicroseconds / lines:F0}:{sdkCpu.TotalMicroseconds / lines:F0} us working-set=+{(peak - start) / Megabyte:F0} MB live=+{(Live() - startLive) / Megabyte:F0} MB"
                )
            );
        }
    }

    private static async IAsyncEnumerable<BatchLine> LinesAsync(
        string run,
        int count,
        Turns turns,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var number = 0; number < count; number++)
        {
            if (number % Slice == 0)
            {
                await turns.WaitAsync(cancellationToken);
            }

            yield return new(
                new()
                {
                    Reference = string.Create(CultureInfo.InvariantCulture, $"{run}-{number}"),
                    Lines = [new() { ProductId = Product, FaceValue = Money.Of(200, "SEK") }],
                    Delivery = Delivery.Returned,
                }
            );
        }
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    private static Process StartServer() =>
        Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [ServerOnly]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;

    /// <summary>Lets the batch's list go on for a slice.</summary>
    private sealed class Turns
    {
        private readonly SemaphoreSlim _turn = new(0);

        public void Next() => _turn.Release();

        public Task WaitAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);
    }
}
