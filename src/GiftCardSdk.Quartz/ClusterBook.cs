using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Quartz;

/// <summary>A record and what it says.</summary>
internal sealed record Kept<T>(JournalRecord Record, T Row);

/// <summary>Batches and chunks beside the orders, each changed by compare-and-swap.</summary>
internal sealed class ClusterBook(IJournalRecords records, TimeProvider time)
{
    private const string BatchKind = "cluster-batch";
    private const string ChunkKind = "cluster-chunk";

    /// <summary>What is open is due since ever: a mark to list by, which no clock is compared with.</summary>
    private static readonly DateTimeOffset Open = DateTimeOffset.UnixEpoch;

    private static readonly DateTimeOffset AfterOpen = Open.AddDays(1);

    public async ValueTask<Kept<BatchRow>?> FindBatchAsync(string name, CancellationToken cancellationToken = default) =>
        await records.FindAsync(BatchKind, name, cancellationToken).ConfigureAwait(false) is { } record
            ? Read(record, ClusterJsonContext.Default.BatchRow)
            : null;

    /// <summary>The batches, oldest first.</summary>
    /// <param name="isOpen">Whether only those that somebody has to do something for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Kept<BatchRow>> ListBatchesAsync(bool isOpen, CancellationToken cancellationToken = default) =>
        ListAsync(
            new() { Kind = BatchKind, DueBefore = isOpen ? AfterOpen : null },
            ClusterJsonContext.Default.BatchRow,
            cancellationToken
        );

    public ValueTask<bool> TryAddBatchAsync(string name, BatchRow row)
    {
        var now = time.GetUtcNow();
        return records.TryAddAsync(New(BatchKind, name, null, JsonSerializer.Serialize(row, ClusterJsonContext.Default.BatchRow), now));
    }

    /// <returns>The batch as it stands now; null if somebody else was faster.</returns>
    public ValueTask<Kept<BatchRow>?> TryWriteAsync(Kept<BatchRow> batch, BatchRow row) =>
        TryWriteAsync(
            batch,
            row,
            row.IsPurged || row.State is ClusterBatchState.Opening or ClusterBatchState.Running,
            ClusterJsonContext.Default.BatchRow
        );

    public async ValueTask<Kept<ChunkRow>?> FindChunkAsync(string batch, int number, CancellationToken cancellationToken = default) =>
        await records.FindAsync(ChunkKind, IdOf(batch, number), cancellationToken).ConfigureAwait(false) is { } record
            ? Read(record, ClusterJsonContext.Default.ChunkRow)
            : null;

    /// <summary>The chunks of a batch, in the order of the list.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="isOpen">Whether only those that are not done.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Kept<ChunkRow>> ListChunksAsync(string batch, bool isOpen, CancellationToken cancellationToken = default) =>
        ListAsync(
            new()
            {
                Kind = ChunkKind,
                Group = batch,
                DueBefore = isOpen ? AfterOpen : null,
            },
            ClusterJsonContext.Default.ChunkRow,
            cancellationToken
        );

    /// <summary>All chunks of a batch.</summary>
    public async Task<IReadOnlyList<Kept<ChunkRow>>> ReadChunksAsync(string batch, CancellationToken cancellationToken = default)
    {
        var chunks = new List<Kept<ChunkRow>>();
        await foreach (var chunk in ListChunksAsync(batch, isOpen: false, cancellationToken).ConfigureAwait(false))
        {
            chunks.Add(chunk);
        }

        return chunks;
    }

    public ValueTask<bool> TryAddChunkAsync(Kept<BatchRow> batch, int number)
    {
        var body = JsonSerializer.Serialize(new() { Start = batch.Row.Start }, ClusterJsonContext.Default.ChunkRow);
        // A tick apart, so that lists have them in their order.
        var at = batch.Record.CreatedAt.AddTicks(number);
        return records.TryAddAsync(New(ChunkKind, IdOf(batch.Record.Id, number), batch.Record.Id, body, at));
    }

    /// <returns>The chunk as it stands now; null if somebody else was faster.</returns>
    public ValueTask<Kept<ChunkRow>?> TryWriteAsync(Kept<ChunkRow> chunk, ChunkRow row) =>
        TryWriteAsync(chunk, row, row.State != ClusterChunkState.Done, ClusterJsonContext.Default.ChunkRow);

    public static int NumberOf(Kept<ChunkRow> chunk) =>
        int.Parse(chunk.Record.Id.AsSpan(chunk.Record.Id.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    /// <summary>Removes a batch that is marked as purged, and its chunks before it.</summary>
    public async ValueTask RemoveAsync(Kept<BatchRow> batch, CancellationToken cancellationToken)
    {
        var chunks = new JournalRecordQuery { Kind = ChunkKind, Group = batch.Record.Id };
        bool isAny;
        do
        {
            // Again if a node that has not heard of it yet has written meanwhile.
            isAny = false;
            await foreach (var chunk in records.ListAsync(chunks, cancellationToken).ConfigureAwait(false))
            {
                isAny = true;
                await records.TryRemoveAsync(chunk, cancellationToken).ConfigureAwait(false);
            }
        } while (isAny);

        await records.TryRemoveAsync(batch.Record, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Kept<T>?> TryWriteAsync<T>(Kept<T> before, T row, bool isOpen, JsonTypeInfo<T> type)
    {
        var next = before.Record.Next(JsonSerializer.Serialize(row, type), time.GetUtcNow(), isOpen ? Open : null);
        // Nobody's token: whether it was written must be known.
        return await records.TryUpdateAsync(next, CancellationToken.None).ConfigureAwait(false) ? new(next, row) : null;
    }

    private async IAsyncEnumerable<Kept<T>> ListAsync<T>(
        JournalRecordQuery query,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var record in records.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return Read(record, type);
        }
    }

    private static string IdOf(string batch, int number) => string.Create(CultureInfo.InvariantCulture, $"{batch}/{number}");

    private static JournalRecord New(string kind, string id, string? group, string body, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            Id = id,
            Group = group,
            DueAt = Open,
            CreatedAt = now,
            UpdatedAt = now,
            Body = body,
        };

    private static Kept<T> Read<T>(JournalRecord record, JsonTypeInfo<T> type)
    {
        try
        {
            return new(record, JsonSerializer.Deserialize(record.Body, type) ?? throw new JsonException("null"));
        }
        catch (JsonException failure)
        {
            throw new OrderJournalException(
                $"The record {record.Kind}/{record.Id} beside the order journal cannot be read; a later version may have written it.",
                failure
            );
        }
    }
}
