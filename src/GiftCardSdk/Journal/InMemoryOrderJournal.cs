using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using GiftCardSdk.Journal.Internal;

namespace GiftCardSdk.Journal;

/// <summary>The journal that is used when no other was chosen: it guards against doubles as long as the process lives, and forgets with it.</summary>
public sealed class InMemoryOrderJournal : IOrderJournal
{
    private readonly ConcurrentDictionary<OrderIdentity, JournalEntry> _entries = new();
    private readonly ConcurrentDictionary<(string Provider, GiftCardEnvironment Environment, string OrderId), OrderIdentity[]> _byOrderId =
        new();
    private readonly ConcurrentDictionary<OrderIdentity, byte> _notFinished = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>False: a crash forgets everything.</summary>
    public bool IsDurable => false;

    /// <summary>True: no other process sees it.</summary>
    public bool IsExclusive => true;

    /// <inheritdoc/>
    public IJournalRecords? Records { get; } = new InMemoryRecords();

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => new(_key);

    /// <inheritdoc/>
    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
        new(_entries.GetValueOrDefault(identity));

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(Index(entry, _entries.TryAdd(entry.Identity, entry)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var isWritten =
            _entries.TryGetValue(entry.Identity, out var stored)
            && stored.Version == entry.Version - 1
            && _entries.TryUpdate(entry.Identity, entry, stored);
        return new(Index(entry, isWritten));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
            _entries.TryGetValue(entry.Identity, out var stored)
                && stored.Version == entry.Version
                && Remove(KeyValuePair.Create(entry.Identity, stored))
        );
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    )
    {
        // An identity may have been removed since, or hold the id no more.
        JournalEntry[] found =
        [
            .. _byOrderId
                .GetValueOrDefault((provider, environment, orderId), [])
                .Select(identity => _entries.GetValueOrDefault(identity))
                .OfType<JournalEntry>()
                .Where(entry => entry.ProviderOrderIds.Contains(orderId, StringComparer.Ordinal)),
        ];
        return new(found);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ListAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var entry in EntriesFor(query).Where(query.Matches).OrderBy(entry => entry.CreatedAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        new(_entries.Count(pair => pair.Value.PurgedAt < purgedBefore && Remove(pair)));

    private bool Remove(KeyValuePair<OrderIdentity, JournalEntry> pair)
    {
        var isRemoved = _entries.TryRemove(pair);
        if (isRemoved)
        {
            IndexState(null, pair.Key);
        }

        return isRemoved;
    }

    /// <summary>A resolver asks for the few that are not finished, again and again.</summary>
    private IEnumerable<JournalEntry> EntriesFor(JournalQuery query) =>
        query.States.Count > 0 && query.States.All(IsNotFinished)
            ? _notFinished.Keys.Select(identity => _entries.GetValueOrDefault(identity)).OfType<JournalEntry>()
            : _entries.Values;

    private static bool IsNotFinished(OrderJournalState state) => state is not (OrderJournalState.Accepted or OrderJournalState.Refused);

    /// <summary>Until nobody has written it meanwhile, so that the last word is that of the entry that stands there.</summary>
    private void IndexState(JournalEntry? entry, OrderIdentity identity)
    {
        do
        {
            if (entry is not null && IsNotFinished(entry.State))
            {
                _notFinished.TryAdd(identity, 0);
            }
            else
            {
                _notFinished.TryRemove(identity, out _);
            }
        } while (!ReferenceEquals(entry, entry = _entries.GetValueOrDefault(identity)));
    }

    private bool Index(JournalEntry entry, bool isWritten)
    {
        if (isWritten)
        {
            IndexState(entry, entry.Identity);
        }

        for (var i = 0; isWritten && i < entry.ProviderOrderIds.Count; i++)
        {
            _byOrderId.AddOrUpdate(
                (entry.Identity.Provider, entry.Identity.Environment, entry.ProviderOrderIds[i]),
                static (_, identity) => [identity],
                static (_, known, identity) => known.Contains(identity) ? known : [.. known, identity],
                entry.Identity
            );
        }

        return isWritten;
    }
}
