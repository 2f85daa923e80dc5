using System.Text.Json;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>
/// Goes through the records that are due. A process takes one by moving the time at which it is due, so that others leave it alone; one that dies
/// with it is relieved when that time has come.
/// </summary>
internal sealed class DueRecords(IJournalRecords records, TimeProvider time, ILogger<DueRecords> logger)
{
    private readonly ILogger _logger = logger.Guarded();

    /// <summary>One pass.</summary>
    /// <param name="kind">The kind of the records.</param>
    /// <param name="life">For how long a record is taken.</param>
    /// <param name="maxParallel">How many at a time.</param>
    /// <param name="read">What a record says; one that says nothing of ours is parked, so that it stops no other.</param>
    /// <param name="handle">Does what is due; says whether it came to an end.</param>
    /// <param name="cancellationToken">Ends the pass; what is not done stays due.</param>
    /// <returns>How many came to an end.</returns>
    public async Task<int> RunAsync<T>(
        string kind,
        TimeSpan life,
        int maxParallel,
        Func<JournalRecord, T> read,
        Func<JournalRecord, T, CancellationToken, ValueTask<bool>> handle,
        CancellationToken cancellationToken
    )
    {
        var ended = 0;
        // What is due at this very moment is due, too.
        var query = new JournalRecordQuery { Kind = kind, DueBefore = time.GetUtcNow().AddTicks(1) };
        var settings = new ParallelOptions { MaxDegreeOfParallelism = maxParallel, CancellationToken = cancellationToken };
        await Parallel
            .ForEachAsync(
                records.ListAsync(query, cancellationToken),
                settings,
                async (record, token) =>
                {
                    if (
                        await TakeAsync(record, life, token).ConfigureAwait(false) is { } taken
                        && await HandleAsync(taken, read, handle, token).ConfigureAwait(false)
                    )
                    {
                        Interlocked.Increment(ref ended);
                    }
                }
            )
            .ConfigureAwait(false);
        return ended;
    }

    /// <summary>Writes what has become of a record that was taken. Not to be cancelled: what was done is done.</summary>
    /// <returns>False if it has changed in the meantime, such as when it took too long.</returns>
    public ValueTask<bool> WriteAsync(JournalRecord taken, string group, string body, DateTimeOffset? dueAt) =>
        records.TryUpdateAsync(taken.Next(group, body, time.GetUtcNow(), dueAt), CancellationToken.None);

    /// <summary>Removes a record that was taken.</summary>
    /// <returns>False if it has changed in the meantime.</returns>
    public ValueTask<bool> RemoveAsync(JournalRecord taken) => records.TryRemoveAsync(taken, CancellationToken.None);

    private async ValueTask<bool> HandleAsync<T>(
        JournalRecord taken,
        Func<JournalRecord, T> read,
        Func<JournalRecord, T, CancellationToken, ValueTask<bool>> handle,
        CancellationToken cancellationToken
    )
    {
        T said;
        try
        {
            said = read(taken);
        }
        catch (JsonException)
        {
            WebhookLog.Unreadable(_logger, taken.Kind, taken.Id);
            return await WriteAsync(taken, InboxRecord.Parked, taken.Body, null).ConfigureAwait(false);
        }

        return await handle(taken, said, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<JournalRecord?> TakeAsync(JournalRecord record, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var taken = record.Next(record.Body, now, now + life);
        return await records.TryUpdateAsync(taken, cancellationToken).ConfigureAwait(false) ? taken : null;
    }
}
