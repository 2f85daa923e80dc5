using System.Runtime.CompilerServices;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Batches;

/// <summary>The batches of all accounts.</summary>
internal sealed class GiftCardBatches(
    IGiftCards giftCards,
    IJournalRecords records,
    Func<IEnumerable<IFurtherBatches>> further,
    TimeProvider time,
    ILogger<GiftCardBatches> logger
) : IGiftCardBatches
{
    private const int LongestName = 200;

    private readonly BatchBook _book = new(records, time);
    private readonly LineTurns _turns = new();

    public IAsyncEnumerable<BatchResult> RunAsync(
        string name,
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        EnsureName(name);
        ArgumentNullException.ThrowIfNull(lines);
        var given = BatchOptions.Checked(options);
        _ = given.Account is null ? null : giftCards.GetAccount(given.Account);
        return RunAsync(name, lines, _book, given, new LinePlacement(giftCards, given, _turns), cancellationToken);
    }

    public IAsyncEnumerable<BatchResult> RunAsync(
        string name,
        IAsyncEnumerable<OrderRequest> orders,
        BatchOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(options);
        return options.Account is null
            ? throw new ArgumentException(
                $"{nameof(BatchOptions.Account)}: it is null; orders alone do not say which account buys them.",
                nameof(options)
            )
            : RunAsync(name, LinesOf(orders, cancellationToken), options, cancellationToken);
    }

    public Task<BatchBill> CheckAsync(
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new BatchCheck(giftCards, BatchOptions.Checked(options)).RunAsync(lines, cancellationToken);
    }

    public async Task<BatchResult> RunLineAsync(BatchLine line, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(line.Request, nameof(line));
        var given = BatchOptions.Checked(options);
        var placement = new LinePlacement(giftCards, given, _turns);
        var patience = new LinePatience(given, time);
        var pending = new PendingLine(1, line) { IsLastTry = given.Patience == TimeSpan.Zero };
        while (true)
        {
            var (result, retryAfter) = await placement.TryAsync(pending, cancellationToken).ConfigureAwait(false);
            if (result is not null || pending.IsLastTry)
            {
                return result ?? LinePatience.GivenUp(pending);
            }

            await Task.Delay(patience.Next(pending, retryAfter), time, cancellationToken).ConfigureAwait(false);
        }
    }

    public IAsyncEnumerable<BatchResult> RunLinesAsync(
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        var given = BatchOptions.Checked(options);
        return RunAsync("", lines, book: null, given, new LinePlacement(giftCards, given, _turns), cancellationToken);
    }

    public Task<BatchResult> FindLineAsync(BatchLine line, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(line.Request, nameof(line));
        return new LinePlacement(giftCards, BatchOptions.Checked(options), _turns).ReadAsync(new(1, line), cancellationToken);
    }

    public async Task<BatchSummary?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        EnsureName(name);
        var found = await _book.FindAsync(name, cancellationToken).ConfigureAwait(false);
        foreach (var others in further())
        {
            found ??= await others.FindAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    public async IAsyncEnumerable<BatchSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var batch in _book.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return batch;
        }

        foreach (var others in further())
        {
            await foreach (var batch in others.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
            }
        }
    }

    /// <summary>A run of its own for whoever enumerates; the same list again is another run.</summary>
    private async IAsyncEnumerable<BatchResult> RunAsync(
        string name,
        IAsyncEnumerable<BatchLine> lines,
        BatchBook? book,
        BatchOptions options,
        LinePlacement placement,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var run = new BatchRun(name, lines, options, placement, book, time, logger);
        await foreach (var result in run.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }
    }

    private static async IAsyncEnumerable<BatchLine> LinesOf(
        IAsyncEnumerable<OrderRequest> orders,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var order in orders.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new(order);
        }
    }

    private static void EnsureName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > LongestName || name.Any(char.IsControl))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"A batch is called by 1 to {LongestName} characters and no control characters; this one has {name.Length}."
                ),
                nameof(name)
            );
        }
    }
}
