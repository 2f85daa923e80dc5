using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>A journal that fails when told to, before or after the write, and may be shared with other processes.</summary>
internal sealed class FaultyJournal(bool isExclusive = true, bool isDurable = true) : IOrderJournal
{
    private readonly InMemoryOrderJournal _inner = new();
    private readonly Dictionary<string, (string Holder, DateTimeOffset Until)> _leases = new(StringComparer.Ordinal);

    /// <summary>The clock that leases run on.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Called before each write with what is to be written; throw to fail.</summary>
    public Action<JournalEntry>? BeforeWrite { get; set; }

    /// <summary>Called after each write; throw to lose the answer.</summary>
    public Action<JournalEntry>? AfterWrite { get; set; }

    /// <summary>Called before each read; throw to fail.</summary>
    public Action? BeforeRead { get; set; }

    /// <summary>The key that came in place of the journal's own; null for that.</summary>
    public byte[]? Key { get; set; }

    /// <summary>The time in which it may have lost orders.</summary>
    public JournalGap? Gap { get; set; }

    /// <summary>Loses an order, as a database does that fails over without its last commits.</summary>
    public async Task LoseAsync(OrderIdentity identity)
    {
        if (await _inner.FindAsync(identity) is { } entry)
        {
            await _inner.TryRemoveAsync(entry);
        }
    }

    public ValueTask<JournalGap?> GetGapAsync(CancellationToken cancellationToken = default) => new(Gap);

    public bool IsDurable => isDurable;

    public bool IsExclusive => isExclusive;

    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        Key is null ? _inner.GetFingerprintKeyAsync(cancellationToken) : new(Key);

    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default)
    {
        BeforeRead?.Invoke();
        return _inner.FindAsync(identity, cancellationToken);
    }

    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, _inner.TryAddAsync);

    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, _inner.TryUpdateAsync);

    public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        _inner.ListAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    ) => _inner.FindByOrderIdAsync(provider, environment, orderId, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        BeforeWrite?.Invoke(entry);
        return _inner.TryRemoveAsync(entry, cancellationToken);
    }

    public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        _inner.DropTombstonesAsync(purgedBefore, cancellationToken);

    public ValueTask<bool> TryLeaseAsync(string account, string holder, TimeSpan life, CancellationToken cancellationToken = default)
    {
        lock (_leases)
        {
            var now = Clock.GetUtcNow();
            var isFree = isExclusive || !_leases.TryGetValue(account, out var lease) || lease.Holder == holder || lease.Until <= now;
            if (isFree)
            {
                _leases[account] = (holder, now + life);
            }

            return new(isFree);
        }
    }

    private async ValueTask<bool> WriteAsync(JournalEntry entry, Func<JournalEntry, CancellationToken, ValueTask<bool>> write)
    {
        BeforeWrite?.Invoke(entry);
        var isWritten = await write(entry, CancellationToken.None);
        AfterWrite?.Invoke(entry);
        return isWritten;
    }
}
