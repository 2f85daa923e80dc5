using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Quartz;

/// <summary>The batches of the cluster, as any node sees them.</summary>
internal sealed class ClusterBatches(
    IGiftCardBatches batches,
    ClusterBook book,
    BatchOpening opening,
    ClusterSetup setup,
    SourceNames sources,
    IServiceScopeFactory scopes,
    TimeProvider time
) : IClusterBatches
{
    private const int UsualChunk = 100;
    private const int UsualChunks = 1_000;
    private const int LargestChunk = 100_000;

    public async Task<ClusterBatch> StartAsync(string name, ClusterBatchOptions options, CancellationToken cancellationToken = default)
    {
        Check(name, options);
        setup.EnsureShared();
        var lines = await CountAsync(options, cancellationToken).ConfigureAwait(false);
        var wanted = RowOf(options, lines);
        while (true)
        {
            var known = await FindAliveAsync(name, cancellationToken).ConfigureAwait(false);
            if (known is not null)
            {
                EnsureSame(name, known.Row, wanted, options.ChunkSize);
            }

            if (
                known?.Row.State is ClusterBatchState.Running or ClusterBatchState.Opening
                || await TryOpenAsync(name, known, wanted).ConfigureAwait(false)
            )
            {
                break;
            }
        }

        await opening.OpenAsync(name, cancellationToken).ConfigureAwait(false);
        return await FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The batch '{name}' was purged while it was handed over.");
    }

    public Task<bool> StopAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return book.TryStopAsync(name, start: null, cancellationToken);
    }

    public async Task<ClusterBatch?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return await book.FindBatchAsync(name, cancellationToken).ConfigureAwait(false) is { Row.IsPurged: false } head
            ? await ReadAsync(head, cancellationToken).ConfigureAwait(false)
            : null;
    }

    public async IAsyncEnumerable<ClusterBatch> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var head in book.ListBatchesAsync(isOpen: false, cancellationToken).ConfigureAwait(false))
        {
            if (!head.Row.IsPurged)
            {
                yield return await ReadAsync(head, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async IAsyncEnumerable<BatchResult> ReadResultsAsync(
        string name,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var head = await book.FindBatchAsync(name, cancellationToken).ConfigureAwait(false) is { Row.IsPurged: false } found
            ? found.Row
            : throw new ArgumentException($"There is no batch named '{name}'.", nameof(name));
        EnsureSource(head.Source, nameof(name));
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var source = scope.ServiceProvider.GetRequiredKeyedService<IBatchSource>(head.Source);
        var options = head.Options.ToBatchOptions();
        var number = 0L;
        for (var chunk = 1; chunk <= head.Chunks; chunk++)
        {
            await foreach (var line in source.ReadAsync(head, chunk, cancellationToken).ConfigureAwait(false))
            {
                var result = await batches.FindLineAsync(line, options, cancellationToken).ConfigureAwait(false);
                yield return result with
                {
                    Number = ++number,
                };
            }
        }
    }

    public async Task<int> PurgeAsync(TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(olderThan, TimeSpan.Zero);
        var before = time.GetUtcNow() - olderThan;
        var removed = 0;
        await foreach (var head in book.ListBatchesAsync(isOpen: false, cancellationToken).ConfigureAwait(false))
        {
            var isOver = head.Row.State is ClusterBatchState.Ended or ClusterBatchState.Stopped && head.Record.UpdatedAt <= before;
            if ((isOver || head.Row.IsPurged) && await TryPurgeAsync(head, cancellationToken).ConfigureAwait(false))
            {
                removed++;
            }
        }

        return removed;
    }

    private void Check(string name, ClusterBatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Source, nameof(options));
        var mistake =
            options.ChunkSize is < 1 or > LargestChunk
                ? FormattableString.Invariant($"ChunkSize: {options.ChunkSize} was given; 1 to 100,000 are possible, or null.")
            : options.Lines is null ? "Lines: it is null; leave it out for the usual way."
            : options.Lines is not { Control: null, Progress: null, ExpectedLines: null }
                ? "Lines: Control, Progress and ExpectedLines belong to one process; use StopAsync and FindAsync for the whole cluster."
            : null;
        if (mistake is not null)
        {
            throw new ArgumentException(mistake, nameof(options));
        }

        // Begins nothing until it is enumerated, and knows what a name and the options of lines may be.
        _ = batches.RunAsync(name, NoLines(), options.Lines);
        EnsureSource(options.Source, nameof(options));
    }

    private static async IAsyncEnumerable<BatchLine> NoLines()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }

    private void EnsureSource(string source, string parameter)
    {
        if (!sources.Contains(source))
        {
            throw new ArgumentException(sources.MissingText(source), parameter);
        }
    }

    private async Task<long> CountAsync(ClusterBatchOptions options, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var source = scope.ServiceProvider.GetRequiredKeyedService<IBatchSource>(options.Source);
        var lines = await source.CountAsync(options.Parameter, cancellationToken).ConfigureAwait(false);
        return lines >= 0
            ? lines
            : throw new InvalidOperationException(FormattableString.Invariant($"The source '{options.Source}' counts {lines} lines."));
    }

    private static BatchRow RowOf(ClusterBatchOptions options, long lines)
    {
        var size = options.ChunkSize ?? (int)Math.Clamp((lines + UsualChunks - 1) / UsualChunks, UsualChunk, LargestChunk);
        return (lines + size - 1) / size <= ClusterBatchOptions.MaxChunks
            ? new()
            {
                Source = options.Source,
                Parameter = options.Parameter,
                Lines = lines,
                ChunkSize = size,
                Options = LineOptions.Of(options.Lines),
            }
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"ChunkSize: {lines} lines in chunks of {size} are more than {ClusterBatchOptions.MaxChunks} chunks; choose larger ones, or leave it null."
                ),
                nameof(options)
            );
    }

    private static void EnsureSame(string name, BatchRow known, BatchRow wanted, int? chunkSize)
    {
        var difference =
            known.Source != wanted.Source ? $"the source '{known.Source}', and now '{wanted.Source}'"
            : known.Parameter != wanted.Parameter ? $"the parameter '{known.Parameter}', and now '{wanted.Parameter}'"
            : known.Options.Account != wanted.Options.Account
                ? $"the account '{known.Options.Account}', and now '{wanted.Options.Account}', where each line would be bought again"
            : known.Lines != wanted.Lines ? FormattableString.Invariant($"{known.Lines} lines, and now {wanted.Lines}")
            : chunkSize is { } size && known.ChunkSize != size
                ? FormattableString.Invariant($"chunks of {known.ChunkSize} lines, and now of {size}")
            : null;
        if (difference is not null)
        {
            throw new InvalidOperationException(
                $"The batch '{name}' was handed over with {difference}. Hand it over as it was, or under a new name if other lines are meant."
            );
        }
    }

    private async Task<Kept<BatchRow>?> FindAliveAsync(string name, CancellationToken cancellationToken)
    {
        while (await book.FindBatchAsync(name, cancellationToken).ConfigureAwait(false) is { } known)
        {
            if (!known.Row.IsPurged)
            {
                return known;
            }

            await book.RemoveAsync(known, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<bool> TryOpenAsync(string name, Kept<BatchRow>? known, BatchRow wanted) =>
        known is null
            ? await book.TryAddBatchAsync(name, wanted).ConfigureAwait(false)
            : await book.TryWriteAsync(
                    known,
                    known.Row with
                    {
                        State = ClusterBatchState.Opening,
                        Start = known.Row.Start + 1,
                        Options = wanted.Options,
                    }
                )
                .ConfigureAwait(false)
                is not null;

    private async Task<bool> TryPurgeAsync(Kept<BatchRow> head, CancellationToken cancellationToken)
    {
        var purged = head.Row.IsPurged ? head : await book.TryWriteAsync(head, head.Row with { IsPurged = true }).ConfigureAwait(false);
        if (purged is null)
        {
            return false;
        }

        await book.RemoveAsync(purged, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<ClusterBatch> ReadAsync(Kept<BatchRow> head, CancellationToken cancellationToken)
    {
        var (row, last) = (head.Row, head.Record.UpdatedAt);
        var chunks = new List<ClusterChunk>(row.Chunks);
        await foreach (var chunk in book.ListChunksAsync(head.Record.Id, isOpen: false, cancellationToken).ConfigureAwait(false))
        {
            var number = ClusterBook.NumberOf(chunk);
            var (state, node, attempts) = (chunk.Row.State, chunk.Row.Node, chunk.Row.Attempts);
            chunks.Add(
                new(number, row.FirstLineOf(number), row.LinesOf(number), state, node, attempts, chunk.Row.Failure, chunk.Row.Progress)
            );
            last = last > chunk.Record.UpdatedAt ? last : chunk.Record.UpdatedAt;
        }

        return new()
        {
            Name = head.Record.Id,
            Source = row.Source,
            Parameter = row.Parameter,
            Lines = row.Lines,
            State = row.State,
            CreatedAt = head.Record.CreatedAt,
            Progress = ProgressSum.Of(head.Record.Id, row.Lines, last - head.Record.CreatedAt, chunks),
            Chunks = chunks,
        };
    }
}
