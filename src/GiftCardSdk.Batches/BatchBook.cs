using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Batches;

/// <summary>What is kept of batches beside the journal: names, times and counts. No line: what became of those the journal knows.</summary>
internal sealed class BatchBook(IJournalRecords records, TimeProvider time)
{
    private const string Kind = "batch";
    private const int MostTries = 20;

    public async Task<BatchSummary?> FindAsync(string name, CancellationToken cancellationToken) =>
        await records.FindAsync(Kind, name, cancellationToken).ConfigureAwait(false) is { } record ? Summary(record) : null;

    /// <summary>The account of the lines that name none, as the batch was run before; null if none was kept.</summary>
    public async Task<string?> FindAccountAsync(string name, CancellationToken cancellationToken) =>
        await records.FindAsync(Kind, name, cancellationToken).ConfigureAwait(false) is { } record ? Read(record).Account : null;

    public async IAsyncEnumerable<BatchSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in records.ListAsync(new() { Kind = Kind }, cancellationToken).ConfigureAwait(false))
        {
            yield return Summary(record);
        }
    }

    /// <summary>Keeps how far a run is; of several at once, whoever writes last stands there.</summary>
    /// <returns>Whether the batch had been kept before.</returns>
    public async ValueTask<bool> WriteAsync(KeptBatch batch, CancellationToken cancellationToken)
    {
        var (name, body) = (batch.Progress.Name, JsonSerializer.Serialize(batch, BatchJsonContext.Default.KeptBatch));
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = time.GetUtcNow();
            var known = await records.FindAsync(Kind, name, cancellationToken).ConfigureAwait(false);
            var isWritten = known is null
                ? await records.TryAddAsync(New(name, body, now), cancellationToken).ConfigureAwait(false)
                : await records.TryUpdateAsync(known.Next(body, now), cancellationToken).ConfigureAwait(false);
            if (isWritten)
            {
                return known is not null;
            }
        }

        throw new OrderJournalException(
            $"How far the batch '{name}' is could not be written beside the order journal: whatever was read of it, it had another version at each of {MostTries} tries."
        );
    }

    private static JournalRecord New(string name, string body, DateTimeOffset now) =>
        new()
        {
            Kind = Kind,
            Id = name,
            CreatedAt = now,
            UpdatedAt = now,
            Body = body,
        };

    private static BatchSummary Summary(JournalRecord record)
    {
        var kept = Read(record);
        return new(record.Id, record.CreatedAt, kept.Begun, record.UpdatedAt, kept.HasEnded, kept.Progress);
    }

    private static KeptBatch Read(JournalRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(record.Body, BatchJsonContext.Default.KeptBatch) ?? throw new JsonException("null");
        }
        catch (JsonException failure)
        {
            throw new OrderJournalException(
                $"The batch '{record.Id}' beside the order journal cannot be read; a later version may have written it.",
                failure
            );
        }
    }
}

/// <summary>A batch as it is kept.</summary>
internal sealed record KeptBatch(DateTimeOffset Begun, bool HasEnded, BatchProgress Progress, string? Account = null);

[JsonSerializable(typeof(KeptBatch))]
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
internal sealed partial class BatchJsonContext : JsonSerializerContext;
