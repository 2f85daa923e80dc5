using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Batches;

/// <summary>One run of a batch: workers that take lines from the feed, and one reader of their results, who slows them down to its own pace.</summary>
/// <remarks>Without a book nothing is kept of it, or said: it is a part of a list that somebody else keeps.</remarks>
internal sealed class BatchRun(
    string name,
    IAsyncEnumerable<BatchLine> lines,
    BatchOptions options,
    LinePlacement placement,
    BatchBook? book,
    TimeProvider time,
    ILogger logger
)
{
    private static readonly TimeSpan KeptEvery = TimeSpan.FromSeconds(10);

    private readonly LinePatience _patience = new(options, time);
    private readonly BatchCounts _counts = new(name, options, time);
    private readonly Channel<BatchResult> _results = Channel.CreateBounded<BatchResult>(
        new BoundedChannelOptions(options.Concurrency) { SingleReader = true }
    );
    private readonly DateTimeOffset _begun = time.GetUtcNow();
    private string? _account = options.Account;
    private long _keptAt = time.GetTimestamp();

    [SuppressMessage("Reliability", "CA2025", Justification = "The workers are awaited before what they use is disposed.")]
    public async IAsyncEnumerable<BatchResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EnsureSameAccountAsync(cancellationToken).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feed = new LineFeed(lines.GetAsyncEnumerator(end.Token), options, time);
        await BeginAsync(feed).ConfigureAwait(false);
        var work = WorkAsync(feed, end);
        try
        {
            await foreach (var result in _results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }

            await work.ConfigureAwait(false);
            feed.ThrowIfBroken();
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await feed.DisposeAsync().ConfigureAwait(false);
            await KeepAsync(feed, feed.IsWhole).ConfigureAwait(false);
            Report(feed);
            LogEnd(feed);
        }
    }

    private async ValueTask BeginAsync(LineFeed feed)
    {
        var isResumed = await KeepAsync(feed, hasEnded: false).ConfigureAwait(false);
        if (book is not null)
        {
            BatchLog.Begun(logger, name, isResumed);
        }
    }

    /// <summary>A reference is known at its account alone: the same list at another one would be bought anew.</summary>
    private async ValueTask EnsureSameAccountAsync(CancellationToken cancellationToken)
    {
        if (book is null)
        {
            return;
        }

        string? before;
        try
        {
            before = await book.FindAccountAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException unread)
        {
            BatchLog.NotKept(logger, name, unread);
            return;
        }

        _account ??= before;
        if (before is not null && before != _account)
        {
            throw new InvalidOperationException(
                $"The batch '{name}' was run at the account '{before}' before; at '{_account}' each of its lines would be bought again. Run it at '{before}', or under a new name if that is meant."
            );
        }
    }

    private async Task WorkAsync(LineFeed feed, CancellationTokenSource end)
    {
        try
        {
            var workers = new Task[options.Concurrency];
            for (var i = 0; i < workers.Length; i++)
            {
                workers[i] = Task.Run(() => CarryOutAsync(feed, end), CancellationToken.None);
            }

            await Task.WhenAll(workers).ConfigureAwait(false);
            foreach (var left in feed.TakeLeft())
            {
                await HandOverAsync(feed, LinePatience.GivenUp(left), end.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            _results.Writer.Complete();
        }
    }

    private async Task CarryOutAsync(LineFeed feed, CancellationTokenSource end)
    {
        try
        {
            while (await feed.NextAsync(end.Token).ConfigureAwait(false) is { } line)
            {
                await CarryOutAsync(feed, line, end.Token).ConfigureAwait(false);
            }
        }
        catch
        {
            // One that is broken takes the others along, so that the reader is told at once.
            await end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask CarryOutAsync(LineFeed feed, PendingLine line, CancellationToken cancellationToken)
    {
        var (result, retryAfter) = await placement.TryAsync(line, cancellationToken).ConfigureAwait(false);
        if (result is null && !line.IsLastTry)
        {
            feed.PutAside(line, _patience.Next(line, retryAfter));
            await TellAsync(feed).ConfigureAwait(false);
            return;
        }

        result ??= LinePatience.GivenUp(line);
        if (options.StopAtFirstRefusal && result.Status is BatchLineStatus.Refused or BatchLineStatus.Changed or BatchLineStatus.NotPlaced)
        {
            feed.Stop();
        }

        feed.Ended();
        await HandOverAsync(feed, result, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask HandOverAsync(LineFeed feed, BatchResult result, CancellationToken cancellationToken)
    {
        _counts.Add(result);
        await _results.Writer.WriteAsync(result, cancellationToken).ConfigureAwait(false);
        await TellAsync(feed).ConfigureAwait(false);
    }

    private async ValueTask TellAsync(LineFeed feed)
    {
        if (!_counts.IsReportDue(feed.IsPaused))
        {
            return;
        }

        Report(feed);
        var keptAt = Volatile.Read(ref _keptAt);
        if (time.GetElapsedTime(keptAt) >= KeptEvery && Interlocked.CompareExchange(ref _keptAt, time.GetTimestamp(), keptAt) == keptAt)
        {
            await KeepAsync(feed, hasEnded: false).ConfigureAwait(false);
        }
    }

    /// <summary>A display that fails is no reason to stop buying.</summary>
    private void Report(LineFeed feed)
    {
        try
        {
            options.Progress?.Report(_counts.Snapshot(feed.Waiting, feed.IsPaused));
        }
        catch (Exception failure)
        {
            BatchLog.NotReported(logger, name, failure);
        }
    }

    /// <summary>The counts are for people; a journal that cannot be written ends orders, not the counting of them.</summary>
    private async ValueTask<bool> KeepAsync(LineFeed feed, bool hasEnded)
    {
        if (book is null)
        {
            return false;
        }

        try
        {
            var progress = _counts.Snapshot(feed.Waiting, feed.IsPaused);
            return await book.WriteAsync(new(_begun, hasEnded, progress, _account), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            BatchLog.NotKept(logger, name, failure);
            return false;
        }
    }

    private void LogEnd(LineFeed feed)
    {
        if (book is null)
        {
            return;
        }

        var end = _counts.Snapshot(feed.Waiting, feed.IsPaused);
        BatchLog.Ended(
            logger,
            name,
            end.Bought,
            end.BoughtBefore,
            end.Refused,
            end.Changed,
            end.Unknown,
            end.Parked,
            end.NotPlaced,
            feed.IsWhole
        );
    }
}
