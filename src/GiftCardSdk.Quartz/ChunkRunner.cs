using System.Collections.Concurrent;
using GiftCardSdk.Batches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Quartz;

/// <summary>Carries out chunks on this node, so many at once, whoever brings them: Quartz or the sweep.</summary>
internal sealed class ChunkRunner(
    IServiceScopeFactory scopes,
    IGiftCardBatches batches,
    ClusterBook book,
    NodeName node,
    SourceNames sources,
    IOptions<ClusterBatchesOptions> options,
    TimeProvider time,
    ILogger<ChunkRunner> logger
) : IDisposable
{
    private readonly SemaphoreSlim _hands = new(options.Value.ChunksAtOnce);
    private readonly SemaphoreSlim _rescues = new(options.Value.ChunksAtOnce);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<ChunkRun, Task> _running = new();
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);
    private volatile bool _isStopping;

    /// <summary>Whether a batch was left to others for want of its source.</summary>
    public bool HasMissed => !_missing.IsEmpty;

    /// <summary>Carries out a chunk that waits, as soon as this node has a hand free; nothing happens if there is nothing to do for it.</summary>
    public async Task RunAsync(string batch, int number, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        await _hands.WaitAsync(wait.Token).ConfigureAwait(false);
        try
        {
            await CarryOutAsync(batch, number, diedAt: null).ConfigureAwait(false);
        }
        catch (GiftCardException unread)
        {
            // It waits on, or stands still, and is found by a sweep.
            ClusterLog.NotSwept(logger, unread);
        }
        finally
        {
            _hands.Release();
        }
    }

    /// <summary>Begins with something else if this node has a hand free.</summary>
    /// <param name="isRescue">
    /// Whether it is for chunks of the dead: those do not wait until a hand is free, which may take as long as a chunk does. There are as many again for them.
    /// </param>
    /// <param name="work">What to begin with.</param>
    /// <returns>Whether it has.</returns>
    public bool TryUseHand(bool isRescue, Func<Task> work)
    {
        var hands = isRescue ? _rescues : _hands;
        if (_isStopping || !hands.Wait(0, CancellationToken.None))
        {
            return false;
        }

        _ = Task.Run(
            async () =>
            {
                try
                {
                    await work().ConfigureAwait(false);
                }
                catch (Exception failure)
                {
                    ClusterLog.NotSwept(logger, failure);
                }
                finally
                {
                    hands.Release();
                }
            },
            CancellationToken.None
        );
        return true;
    }

    /// <summary>Carries out a chunk if it waits, or if it still is as it was when its node was judged dead.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="number">The chunk.</param>
    /// <param name="diedAt">The version at which its node stands still; null if nobody says so.</param>
    public async Task CarryOutAsync(string batch, int number, long? diedAt)
    {
        var head = await book.FindBatchAsync(batch).ConfigureAwait(false);
        if (_isStopping || head is not { Row: { State: ClusterBatchState.Running, IsPurged: false } } || !HasSource(head))
        {
            return;
        }

        var chunk = await book.FindChunkAsync(batch, number).ConfigureAwait(false);
        var isFree =
            chunk?.Row.State == ClusterChunkState.Waiting
            || (chunk?.Row.State == ClusterChunkState.Running && chunk.Record.Version == diedAt);
        if (chunk is null || !isFree)
        {
            return;
        }

        var taken = chunk.Row with
        {
            State = ClusterChunkState.Running,
            Node = node.Value,
            Attempts = chunk.Row.Attempts + 1,
            Failure = null,
        };
        if (await book.TryWriteAsync(chunk, taken).ConfigureAwait(false) is not { } mine)
        {
            return;
        }

        if (chunk.Row.State == ClusterChunkState.Running)
        {
            ClusterLog.TakenOver(logger, batch, number, chunk.Row.Node);
        }

        await CarryOutAsync(head, mine).ConfigureAwait(false);
    }

    /// <summary>Lets what is under way end and gives the rest back to the others; begins nothing more.</summary>
    /// <param name="cancellationToken">Ends the waiting for what is under way; what was sent goes on.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        foreach (var run in _running.Keys)
        {
            run.Stop();
        }

        var all = Task.WhenAll(_running.Values);
        await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _hands.Dispose();
        _rescues.Dispose();
        _end.Dispose();
    }

    private async Task CarryOutAsync(Kept<BatchRow> head, Kept<ChunkRow> mine)
    {
        using var run = new ChunkRun(head, mine, book, options.Value.BeatInterval, time, logger, _end.Token);
        var over = new TaskCompletionSource();
        _running[run] = over.Task;
        if (_isStopping)
        {
            run.Stop();
        }

        try
        {
            var scope = scopes.CreateAsyncScope();
            await using var _ = scope.ConfigureAwait(false);
            await run.RunAsync(batches, () => scope.ServiceProvider.GetRequiredKeyedService<IBatchSource>(head.Row.Source))
                .ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(run, out _);
            over.SetResult();
        }
    }

    private bool HasSource(Kept<BatchRow> head)
    {
        if (sources.Contains(head.Row.Source))
        {
            return true;
        }

        if (_missing.TryAdd(head.Row.Source, true))
        {
            ClusterLog.SourceMissing(logger, head.Record.Id, sources.MissingText(head.Row.Source));
        }

        return false;
    }
}
