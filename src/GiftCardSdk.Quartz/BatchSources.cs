using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>Reads chunks of a source, and counts along.</summary>
internal static class BatchSources
{
    /// <summary>The lines of a chunk.</summary>
    /// <exception cref="SourceException">They are not as many as they were.</exception>
    public static async IAsyncEnumerable<BatchLine> ReadAsync(
        this IBatchSource source,
        BatchRow batch,
        int chunk,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (first, count, given) = (batch.FirstLineOf(chunk), batch.LinesOf(chunk), 0);
        await foreach (var line in source.ReadAsync(batch.Parameter, first, count, cancellationToken).ConfigureAwait(false))
        {
            if (given++ == count)
            {
                break;
            }

            yield return line;
        }

        if (given != count)
        {
            throw new SourceException(
                FormattableString.Invariant(
                    $"The source '{batch.Source}' gave {(given > count ? "more than" : $"{given} of")} the {count} lines from line {first}; a list must not change before its batch is purged."
                )
            );
        }
    }
}

/// <summary>A source did not give what it had promised.</summary>
internal sealed class SourceException(string message) : InvalidOperationException(message);
