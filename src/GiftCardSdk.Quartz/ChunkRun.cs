using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Quartz;

/// <summary>
/// One chunk in the hands of this node: its lines are carried out, while its record is written again and again. A node whose beat does not get through
/// leaves the chunk before another one takes it over.
/// </summary>
internal sealed class ChunkRun : IDisposable
{
    private readonly Kept<BatchRow> _batch;
    private readonly ClusterBook _book;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly int _number;
    private readonly BatchControl _control = new();
    private readonly LastProgress _progress = new();
    private readonly CancellationTokenSource _end;
    private Kept<ChunkRow> _mine;
    private bool _isUnsure;
    private bool _isLost;

    public ChunkRun(
        Kept<BatchRow> batch,
        Kept<ChunkRow> mine,
        ClusterBook book,
        TimeSpan interval,
        TimeProvider time,
        ILogger logger,
        CancellationToken end
    )
    {
        (_batch, _mine, _book, _interval, _time, _logger) = (batch, mine, book, interval, time, logger);
        _number = ClusterBook.NumberOf(mine);
        _end = CancellationTokenSource.CreateLinkedTokenSource(end);
    }

    private string Name => _batch.Record.Id;

    /// <summary>Begins no further line; those under way end.</summary>
    public void Stop() => _control.Stop();

    public async Task RunAsync(IGiftCardBatches batches, Func<IBatchSource> source)
    {
        using var over = new CancellationTokenSource();
        var beating = BeatAsync(over.Token);
        var failure = await CarryOutAsync(batches, source).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_isLost)
        {
            ClusterLog.Lost(_logger, Name, _number);
            return;
        }

        await EndAsync(failure).ConfigureAwait(false);
    }

    public void Dispose() => _end.Dispose();

    /// <returns>Why it could not be carried out; null if it could, or was stopped.</returns>
    private async Task<Exception?> CarryOutAsync(IGiftCardBatches batches, Func<IBatchSource> source)
    {
        try
        {
            var options = _batch.Row.Options.ToBatchOptions() with { Control = _control, Progress = _progress };
            await foreach (var _ in batches.RunLinesAsync(ReadAsync(source(), _end.Token), options, _end.Token).ConfigureAwait(false))
            {
                // What became of it the journal knows, and the progress counts.
            }

            return null;
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            ClusterLog.Failed(_logger, Name, _number, failure);
            return failure;
        }
    }

    private async IAsyncEnumerable<BatchLine> ReadAsync(IBatchSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = source.ReadAsync(_batch.Row, _number, cancellationToken);
        await foreach (var line in lines.ConfigureAwait(false))
        {
            yield return line;
        }
    }

    private async Task BeatAsync(CancellationToken over)
    {
        using var beats = new PeriodicTimer(_interval, _time);
        var last = _time.GetTimestamp();
        while (await beats.WaitForNextTickAsync(over).ConfigureAwait(false))
        {
            if (await TryBeatAsync().ConfigureAwait(false))
            {
                last = _time.GetTimestamp();
            }
            else if (_isLost || _time.GetElapsedTime(last) >= (ChunkSweep.LooksOfDead - 1) * _interval)
            {
                await LeaveAsync().ConfigureAwait(false);
                return;
            }
        }
    }

    /// <returns>Whether the beat was written.</returns>
    private async Task<bool> TryBeatAsync()
    {
        try
        {
            if (
                await _book.FindBatchAsync(Name).ConfigureAwait(false) is not { Row: { State: ClusterBatchState.Running, IsPurged: false } }
            )
            {
                _control.Stop();
            }

            return await TryWriteAsync(_mine.Row with { Progress = _progress.Last ?? _mine.Row.Progress }).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Whatever it is: a beat that ended unnoticed would leave a chunk that runs here and is taken over elsewhere.
            ClusterLog.BeatFailed(_logger, Name, _number, failure);
            _isUnsure = true;
            return false;
        }
    }

    private async Task LeaveAsync()
    {
        _isLost = true;
        _control.Stop();
        await _end.CancelAsync().ConfigureAwait(false);
    }

    private async Task EndAsync(Exception? failure)
    {
        var ended = _progress.Last?.Ended ?? 0;
        var isWhole = failure is null && !_control.IsStopped && ended == _batch.Row.LinesOf(_number);
        var row = _mine.Row with
        {
            State = isWhole ? ClusterChunkState.Done : ClusterChunkState.Waiting,
            Progress = _progress.Last ?? _mine.Row.Progress,
            Failure = failure is null ? null : TextOf(failure),
        };
        try
        {
            if (IsRefused())
            {
                // Before the chunk is done, so that its batch has not ended by then.
                await _book.TryStopAsync(Name, _batch.Row.Start, CancellationToken.None).ConfigureAwait(false);
            }

            if (await TryWriteAsync(row).ConfigureAwait(false) && isWhole)
            {
                await _book.EndIfDoneAsync(Name, _logger).ConfigureAwait(false);
            }
        }
        catch (GiftCardException unwritten)
        {
            // It stands still now, and is taken over: its lines are found bought.
            ClusterLog.Failed(_logger, Name, _number, unwritten);
        }
    }

    /// <summary>Whether the batch stops because of a line of this chunk; what a stop itself has left is no refusal.</summary>
    private bool IsRefused() =>
        _batch.Row.Options.StopAtFirstRefusal
        && !_control.IsStopped
        && _progress.Last is { } last
        && last.Refused + last.Changed + last.NotPlaced > 0;

    /// <summary>Writes the record, unless another node has taken the chunk over. A write whose answer was lost is looked for first.</summary>
    private async Task<bool> TryWriteAsync(ChunkRow row)
    {
        if (_isUnsure)
        {
            var now = await _book.FindChunkAsync(Name, _number).ConfigureAwait(false);
            _mine =
                now is { Row.State: ClusterChunkState.Running } && (now.Row.Node, now.Row.Attempts) == (row.Node, row.Attempts)
                    ? now
                    : _mine;
            _isUnsure = false;
        }

        if (await _book.TryWriteAsync(_mine, row).ConfigureAwait(false) is not { } next)
        {
            _isLost = true;
            return false;
        }

        _mine = next;
        return true;
    }

    /// <summary>Words that are safe to keep: those of strangers may name a recipient, and are in this node's log alone.</summary>
    private static string TextOf(Exception failure) =>
        failure is SourceException or GiftCardException ? failure.Message : $"{failure.GetType().Name}; the log of the node says more.";

    private sealed class LastProgress : IProgress<BatchProgress>
    {
        private BatchProgress? _last;

        public BatchProgress? Last => Volatile.Read(ref _last);

        public void Report(BatchProgress value) => Volatile.Write(ref _last, value);
    }
}
