using System.Collections.Concurrent;
using System.Security.Cryptography;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Quartz;

/// <summary>
/// Looks again and again, on every node and without Quartz, for chunks that nobody has in hand: such as wait although there is a hand free here, and such
/// whose record stands still. How long that has been is counted in looks of this node, so that no clock is compared with another, and a node that was
/// asleep itself judges nobody by it.
/// </summary>
internal sealed class ChunkSweep(
    ClusterBook book,
    ChunkRunner runner,
    BatchOpening opening,
    ClusterSetup setup,
    IOptions<ClusterBatchesOptions> options,
    TimeProvider time,
    ILogger<ChunkSweep> logger
) : BackgroundService
{
    /// <summary>A chunk in hand that has not changed for so many looks has no node any more.</summary>
    public const int LooksOfDead = 5;

    /// <summary>A chunk that waits belongs to Quartz first.</summary>
    private const int LooksOfWaiting = 2;

    private const int MostLooks = 100;
    private const int MostChunks = 1_000;

    private readonly ConcurrentQueue<(string Batch, int Number, long Version)> _waiting = new();
    private readonly ConcurrentQueue<(string Batch, int Number, long Version)> _dead = new();
    private Dictionary<string, (long Version, int Looks)> _seen = new(StringComparer.Ordinal);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        setup.EnsureShared();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await runner.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(options.Value.BeatInterval, time);
        while (await looks.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
                UseFreeHands();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                ClusterLog.NotSwept(logger, failure);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, (long Version, int Looks)>(StringComparer.Ordinal);
        var (waiting, dead) = (new List<(string, int, long)>(), new List<(string, int, long)>());
        await foreach (var head in book.ListBatchesAsync(isOpen: true, cancellationToken).ConfigureAwait(false))
        {
            if (head.Row.IsPurged)
            {
                continue;
            }

            if (head.Row.State == ClusterBatchState.Opening)
            {
                if (LooksAt(head.Record, seen) >= LooksOfWaiting)
                {
                    await opening.OpenAsync(head.Record.Id, cancellationToken).ConfigureAwait(false);
                }

                continue;
            }

            if (!await LookAsync(head, seen, waiting, dead, cancellationToken).ConfigureAwait(false))
            {
                await book.EndIfDoneAsync(head.Record.Id, logger).ConfigureAwait(false);
            }
        }

        _seen = seen;
        Refill(_waiting, waiting);
        Refill(_dead, dead);
    }

    /// <summary>Each node in an order of its own, so that they do not reach for the same ones.</summary>
    private static void Refill(ConcurrentQueue<(string Batch, int Number, long Version)> queue, List<(string, int, long)> chunks)
    {
        var mixed = chunks.ToArray();
        RandomNumberGenerator.Shuffle<(string, int, long)>(mixed);
        queue.Clear();
        Array.ForEach(mixed, queue.Enqueue);
    }

    /// <returns>Whether the batch has a chunk that is not done.</returns>
    private async Task<bool> LookAsync(
        Kept<BatchRow> head,
        Dictionary<string, (long Version, int Looks)> seen,
        List<(string, int, long)> waiting,
        List<(string, int, long)> dead,
        CancellationToken cancellationToken
    )
    {
        var count = 0;
        await foreach (var chunk in book.ListChunksAsync(head.Record.Id, isOpen: true, cancellationToken).ConfigureAwait(false))
        {
            if (LooksAt(chunk.Record, seen) >= LooksOf(chunk.Row))
            {
                (chunk.Row.State == ClusterChunkState.Running ? dead : waiting).Add(
                    (head.Record.Id, ClusterBook.NumberOf(chunk), chunk.Record.Version)
                );
            }

            setup.Note(chunk.Row);
            if (++count == MostChunks)
            {
                break;
            }
        }

        return count > 0;
    }

    /// <summary>How often this node has seen the record as it is.</summary>
    private int LooksAt(JournalRecord record, Dictionary<string, (long Version, int Looks)> seen)
    {
        var key = $"{record.Kind}/{record.Id}";
        var looks = _seen.TryGetValue(key, out var last) && last.Version == record.Version ? last.Looks + 1 : 1;
        seen[key] = (record.Version, looks);
        return looks;
    }

    /// <summary>How often it must be seen so to be taken up; later and later where it fails.</summary>
    private static int LooksOf(ChunkRow row) =>
        row.State == ClusterChunkState.Running ? LooksOfDead
        : row.Failure is null ? LooksOfWaiting
        : Math.Min(LooksOfWaiting * row.Attempts, MostLooks);

    private void UseFreeHands()
    {
        Begin(_dead, isRescue: true);
        Begin(_waiting, isRescue: false);

        void Begin(ConcurrentQueue<(string Batch, int Number, long Version)> chunks, bool isRescue)
        {
            while (!chunks.IsEmpty && runner.TryUseHand(isRescue, () => TakeUpAsync(chunks)))
            {
                // A hand each, as far as there are any.
            }
        }
    }

    private async Task TakeUpAsync(ConcurrentQueue<(string Batch, int Number, long Version)> chunks)
    {
        while (chunks.TryDequeue(out var chunk))
        {
            await runner.CarryOutAsync(chunk.Batch, chunk.Number, diedAt: chunk.Version).ConfigureAwait(false);
        }
    }
}
