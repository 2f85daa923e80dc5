using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.Journal.Internal;

/// <summary>Records that live as long as the process.</summary>
internal sealed class InMemoryRecords(bool standsIn = false) : IJournalRecords
{
    private readonly ConcurrentDictionary<(string Kind, string Id), JournalRecord> _records = new();

    /// <summary>Whether they stand in for those of a journal that keeps none: another process on that journal does not see them.</summary>
    public bool StandsIn => standsIn;

    public ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) =>
        new(_records.GetValueOrDefault((kind, id)));

    public ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        new(_records.TryAdd((record.Kind, record.Id), record));

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        new(
            _records.TryGetValue((record.Kind, record.Id), out var stored)
                && stored.Version == record.Version - 1
                && _records.TryUpdate((record.Kind, record.Id), record, stored)
        );

    public ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        new(
            _records.TryGetValue((record.Kind, record.Id), out var stored)
                && stored.Version == record.Version
                && _records.TryRemove(KeyValuePair.Create((record.Kind, record.Id), stored))
        );

    public async IAsyncEnumerable<JournalRecord> ListAsync(
        JournalRecordQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var record in _records.Values.Where(query.Matches).OrderBy(record => record.CreatedAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <summary>No other process has them.</summary>
    public ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default) => new((DateTimeOffset?)null);
}
