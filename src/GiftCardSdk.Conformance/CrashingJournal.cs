using System.Runtime.CompilerServices;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Conformance;

/// <summary>
/// The journal of a process that dies at a step of it. What was written before stays written in the journal underneath; from the death on, no call
/// of this one ever ends, so that the dead process neither writes nor sends anything more. The next process gets a new one on the same journal.
/// </summary>
public sealed class CrashingJournal : IOrderJournal
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _afterlife = new();
    private readonly IOrderJournal _journal;
    private readonly Func<JournalStep, bool> _diesAt;
    private int _steps;

    /// <summary>Makes the journal of one process.</summary>
    /// <param name="journal">The journal that outlives it. Not disposed with it.</param>
    /// <param name="diesAt">Asked at each step, before and after every call; true ends the process there. Null: it lives.</param>
    public CrashingJournal(IOrderJournal journal, Func<JournalStep, bool>? diesAt = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        _journal = journal;
        _diesAt = diesAt ?? (static _ => false);
    }

    /// <inheritdoc/>
    public bool IsDurable => _journal.IsDurable;

    /// <inheritdoc/>
    public bool IsExclusive => _journal.IsExclusive;

    /// <inheritdoc/>
    public string? OwnerId => _journal.OwnerId;

    /// <summary>Those of the journal underneath, as they are: the steps of a death are those of orders.</summary>
    public IJournalRecords? Records => _journal.Records;

    /// <summary>Completes when the process dies.</summary>
    public Task Died => _died.Task;

    /// <summary>Waits for work of the process, or for its death.</summary>
    /// <param name="work">The work; what it throws is thrown here.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether the work came to its end.</returns>
    public async Task<bool> SurvivesAsync(Task work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (await Task.WhenAny(Died, work).WaitAsync(cancellationToken) == Died)
        {
            return false;
        }

        await work;
        return true;
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        CallAsync(null, () => _journal.GetFingerprintKeyAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
        CallAsync(null, () => _journal.FindAsync(identity, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        CallAsync(entry, () => _journal.TryAddAsync(entry, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        CallAsync(entry, () => _journal.TryUpdateAsync(entry, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    ) => CallAsync(null, () => _journal.FindByOrderIdAsync(provider, environment, orderId, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<JournalAccount>> ListAccountsAsync(CancellationToken cancellationToken = default) =>
        CallAsync(null, () => _journal.ListAccountsAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        CallAsync(entry, () => _journal.TryRemoveAsync(entry, cancellationToken));

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ListAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await PassAsync(null, isAfter: false);
        await foreach (var entry in _journal.ListAsync(query, cancellationToken))
        {
            yield return entry;
        }

        await PassAsync(null, isAfter: true);
    }

    /// <inheritdoc/>
    public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        CallAsync(null, () => _journal.DropTombstonesAsync(purgedBefore, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<JournalGap?> GetGapAsync(CancellationToken cancellationToken = default) =>
        CallAsync(null, () => _journal.GetGapAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask CloseGapAsync(CancellationToken cancellationToken = default) => _journal.CloseGapAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryLeaseAsync(string account, string holder, TimeSpan life, CancellationToken cancellationToken = default) =>
        CallAsync(null, () => _journal.TryLeaseAsync(account, holder, life, cancellationToken));

    private async ValueTask<TResult> CallAsync<TResult>(JournalEntry? entry, Func<ValueTask<TResult>> call)
    {
        await PassAsync(entry, isAfter: false);
        var result = await call();
        await PassAsync(entry, isAfter: true);
        return result;
    }

    private Task PassAsync(JournalEntry? entry, bool isAfter)
    {
        var step = new JournalStep(Interlocked.Increment(ref _steps) - 1, isAfter, entry);
        if (!_died.Task.IsCompleted && !_diesAt(step))
        {
            return Task.CompletedTask;
        }

        _died.TrySetResult();
        return _afterlife.Task;
    }
}

/// <summary>A moment at which a process can die: just before or just after a call of its journal.</summary>
/// <param name="Number">Counted from 0 since the process began.</param>
/// <param name="IsAfter">Whether the call has been carried out; what it wrote is then written.</param>
/// <param name="Entry">What is written; null for a call that reads.</param>
public readonly record struct JournalStep(int Number, bool IsAfter, JournalEntry? Entry)
{
    /// <summary>Whether a purchase has just been written down, and not a byte of it has been sent.</summary>
    public bool IsBeforeTheSend => IsAfter && Entry is { State: OrderJournalState.Sending };

    /// <summary>Whether a purchase has been sent, and what became of it is about to be written down.</summary>
    public bool IsAfterTheSend => !IsAfter && Entry is { State: not OrderJournalState.Sending };
}
