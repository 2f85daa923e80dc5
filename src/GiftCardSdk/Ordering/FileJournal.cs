using System.Runtime.CompilerServices;
using GiftCardSdk.Ordering.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Ordering;

/// <summary>
/// The journal in a file, for one process on one machine: every entry is on the disk before its task completes, and outlives the process and a
/// loss of power. Orders placed at the same time share a flush. Finished orders cost a few dozen bytes of memory each; their details are read
/// back when asked for.
/// </summary>
/// <remarks>
/// When a write fails (a full disk, a folder that is gone), the journal refuses all further ones until it is opened again: after a failed flush
/// nobody knows what is on the disk. New orders then stop before they are sent. Reading goes on.
/// </remarks>
public sealed class FileJournal : IOrderJournal, IDisposable, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IDisposable _lock;
    private readonly OpenedFile _opened;
    private readonly GroupCommit _writer;
    private readonly ILogger _logger;
    private readonly Dictionary<IdentityHash, JournalEntry> _unresolved = [];
    private readonly Dictionary<IdentityHash, Task> _pending = [];
    private int _sending;
    private int _isDisposed;

    private FileJournal(IDisposable held, OpenedFile opened, IJournalDisk disk, ILogger logger)
    {
        (_lock, _opened, _logger) = (held, opened, logger);
        _writer = new(opened, disk, Apply, Fail);
        foreach (var (hash, slot) in opened.Index.All.Where(static pair => IsUnresolved(pair.Value.State)))
        {
            _unresolved.Add(hash, AfterRestart(opened.Read(slot.Offset)));
        }
    }

    /// <summary>True: entries are on the disk before their task completes.</summary>
    public bool IsDurable => true;

    /// <summary>True: a second process is refused.</summary>
    public bool IsExclusive => true;

    /// <summary>
    /// Opens the journal, or makes it. What was being sent when the last process ended is <see cref="OrderJournalState.Unknown"/> from here on. An
    /// interrupted write at the end of the file is cut off and logged as a warning: nobody was told that it had happened.
    /// </summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="timeProvider">The clock, for who holds it since when; null for the system's.</param>
    /// <param name="logger">Told what was found and done; null for nobody.</param>
    /// <returns>The journal. Dispose of it when no order is on its way any more.</returns>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="OrderJournalException">
    /// Another process has it open, the folder or the disk cannot be used, file locks do not work, the file is no journal, of a later version, or
    /// damaged. The message says which, and what would help.
    /// </exception>
    public static FileJournal Open(FileJournalOptions options, TimeProvider? timeProvider = null, ILogger<FileJournal>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path, nameof(options));
        return Open(
            new JournalDisk(),
            Resolve(options.Path),
            options,
            timeProvider ?? TimeProvider.System,
            logger ?? NullLogger<FileJournal>.Instance
        );
    }

    /// <summary>
    /// Writes a new journal with every record that can be read of a damaged one, and says what cannot. The damaged file is only read. Look up in
    /// the providers' portals what was ordered in the <see cref="SalvageReport.Gaps"/> before new orders go out on the new file.
    /// </summary>
    /// <param name="damagedPath">The damaged file; no process may have it open.</param>
    /// <param name="newPath">The new file; there must be none yet.</param>
    /// <param name="cancellationToken">Ends the work before the new file is in its place.</param>
    /// <returns>What was read, and what is lost.</returns>
    /// <exception cref="ArgumentException">A path is blank.</exception>
    /// <exception cref="OrderJournalException">
    /// A file cannot be read or written, the damaged one is in use or there is none, or there is one at the new path already.
    /// </exception>
    public static Task<SalvageReport> SalvageAsync(string damagedPath, string newPath, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(damagedPath);
        ArgumentException.ThrowIfNullOrWhiteSpace(newPath);
        var salvage = new Salvage(new JournalDisk(), Resolve(damagedPath), Path.GetFullPath(newPath), TimeProvider.System);
        return Task.Run(() => salvage.Run(cancellationToken), cancellationToken);
    }

    internal static FileJournal Open(IJournalDisk disk, string path, FileJournalOptions options, TimeProvider time, ILogger logger)
    {
        IDisposable? held = null;
        OpenedFile? opened = null;
        try
        {
            held = disk.Lock(path, FileLock.DescribeHolder(time));
            opened = new Opening(disk, path, options, time, logger).Run();
            var journal = new FileJournal(held, opened, disk, logger);
            FileJournalLog.Opened(logger, path, opened.Index.Count, journal._unresolved.Count);
            return journal;
        }
        catch (Exception failure)
        {
            opened?.File.Dispose();
            held?.Dispose();
            throw failure as OrderJournalException ?? FileJournalErrors.NotOpened(path, failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => new(_opened.Header.Key);

    /// <inheritdoc/>
    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return new(Look(IdentityHash.Of(identity), identity).Entry);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, static (stored, _) => stored is null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, static (stored, entry) => stored?.Version == entry.Version - 1, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ListAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var (_, entry, offset) in Search(query, cancellationToken).OrderBy(static found => found.CreatedAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry ?? _opened.Read(offset);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default)
    {
        const int AtOnce = 4096;
        var dropped = 0;
        foreach (var some in Tombstones().Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drops = new List<Task>();
            foreach (var (hash, slot) in some)
            {
                if (TryDrop(hash, slot, purgedBefore, out var done))
                {
                    drops.Add(done);
                }
            }

            await Task.WhenAll(drops).WaitAsync(cancellationToken).ConfigureAwait(false);
            dropped += drops.Count;
        }

        return dropped;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var hash = IdentityHash.Of(entry.Identity);
        while (true)
        {
            var (stored, slot) = Look(hash, entry.Identity);
            if (stored?.Version != entry.Version)
            {
                return false;
            }

            var commit = new Commit(hash, null, JournalRecord.Drop(hash));
            if (TryBegin(commit, slot, out var before))
            {
                await commit.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }

            await before.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Writes what is on its way, and lets others open the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _writer.StopAsync().ConfigureAwait(false);
        _opened.File.Dispose();
        _lock.Dispose();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Through links: writing the file anew would put a file in the place of the link, and the lock lies beside the file.</summary>
    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    private async ValueTask<bool> WriteAsync(
        JournalEntry entry,
        Func<JournalEntry?, JournalEntry, bool> fits,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(entry);
        var hash = IdentityHash.Of(entry.Identity);
        var commit = new Commit(hash, entry, EntryCodec.Encode(hash, entry));
        if (commit.Record.Length > JournalRecord.MaxBody)
        {
            throw FileJournalErrors.TooLarge(_opened.Path, commit.Record.Length);
        }

        while (true)
        {
            var (stored, slot) = Look(hash, entry.Identity);
            if (!fits(stored, entry))
            {
                return false;
            }

            if (TryBegin(commit, slot, out var before))
            {
                await commit.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }

            // Another write of the same order is on its way; what is there afterwards decides.
            await before.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Hands a commit over, unless the order has changed since it was looked at.</summary>
    /// <param name="commit">What is to be written.</param>
    /// <param name="seen">Where the order's last record was when it was looked at.</param>
    /// <param name="before">If false: what to wait for before looking again.</param>
    private bool TryBegin(Commit commit, IndexSlot? seen, out Task before)
    {
        bool mayShare;
        lock (_gate)
        {
            before = _pending.GetValueOrDefault(commit.Hash, Task.CompletedTask);
            if (_pending.ContainsKey(commit.Hash) || _opened.Index.Find(commit.Hash) != seen)
            {
                return false;
            }

            // Other orders are on their way: theirs may come at any moment. The end of a send finds its own among them.
            mayShare = _pending.Count > 0 || _sending > (commit.IsSend ? 0 : 1);
            _pending.Add(commit.Hash, commit.Done);
        }

        try
        {
            _writer.Add(commit, mayShare);
            return true;
        }
        catch
        {
            lock (_gate)
            {
                _pending.Remove(commit.Hash);
            }

            throw;
        }
    }

    private bool TryDrop(IdentityHash hash, IndexSlot slot, DateTimeOffset purgedBefore, out Task done)
    {
        var commit = new Commit(hash, null, JournalRecord.Drop(hash));
        done = commit.Done;
        return _opened.Read(slot.Offset).PurgedAt < purgedBefore && TryBegin(commit, slot, out _);
    }

    private (JournalEntry? Entry, IndexSlot? Slot) Look(IdentityHash hash, OrderIdentity identity)
    {
        IndexSlot? slot;
        JournalEntry? entry;
        lock (_gate)
        {
            slot = _opened.Index.Find(hash);
            entry = _unresolved.GetValueOrDefault(hash);
        }

        entry ??= slot is { } finished ? _opened.Read(finished.Offset) : null;
        return entry is null || entry.Identity == identity ? (entry, slot) : throw FileJournalErrors.Collision(_opened.Path);
    }

    /// <summary>What a query wants, with its place in the file instead of itself where that is enough.</summary>
    private IEnumerable<(DateTimeOffset CreatedAt, JournalEntry? Entry, long Offset)> Search(
        JournalQuery query,
        CancellationToken cancellationToken
    )
    {
        JournalEntry[] unresolved;
        long[] finished;
        lock (_gate)
        {
            unresolved = [.. _unresolved.Values];
            finished = [.. _opened.Index.All.Where(pair => MayMatch(query, pair.Value)).Select(static pair => pair.Value.Offset)];
        }

        foreach (var entry in unresolved.Where(query.Matches))
        {
            yield return (entry.CreatedAt, entry, 0);
        }

        // In the order of the file, which the disk likes best.
        Array.Sort(finished);
        foreach (var offset in finished)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = _opened.Read(offset);
            if (query.Matches(entry))
            {
                yield return (entry.CreatedAt, null, offset);
            }
        }
    }

    private KeyValuePair<IdentityHash, IndexSlot>[] Tombstones()
    {
        lock (_gate)
        {
            return [.. _opened.Index.All.Where(static pair => pair.Value.IsTombstone)];
        }
    }

    /// <summary>What is on the disk can be seen.</summary>
    private void Apply(IReadOnlyList<Commit> durable)
    {
        lock (_gate)
        {
            foreach (var commit in durable)
            {
                Apply(commit);
            }
        }
    }

    private void Apply(Commit commit)
    {
        _pending.Remove(commit.Hash);
        if (commit.Entry is not { } entry)
        {
            _opened.Index.Remove(commit.Hash);
            _unresolved.Remove(commit.Hash);
            return;
        }

        _opened.Index.Set(commit.Hash, JournalRecord.SlotOf(commit.Record.Span, commit.Offset));
        _sending += (commit.IsSend ? 1 : 0) - (_unresolved.GetValueOrDefault(commit.Hash) is { State: OrderJournalState.Sending } ? 1 : 0);
        if (entry.IsUnresolved)
        {
            _unresolved[commit.Hash] = entry;
        }
        else
        {
            _unresolved.Remove(commit.Hash);
        }
    }

    private void Fail(Exception failure)
    {
        FileJournalLog.Failed(_logger, failure, _opened.Path);
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    private static bool MayMatch(JournalQuery query, IndexSlot slot) =>
        !IsUnresolved(slot.State)
        && (query.States.Count == 0 || query.States.Contains(slot.State))
        && (query.IncludeTombstones || !slot.IsTombstone);

    private static bool IsUnresolved(OrderJournalState state) =>
        state is OrderJournalState.Sending or OrderJournalState.Unknown or OrderJournalState.Parked;

    /// <summary>Whoever was sending or finding out is dead, since nobody else can have had the file open.</summary>
    private static JournalEntry AfterRestart(JournalEntry entry) =>
        (entry.State == OrderJournalState.Sending ? entry.MoveTo(OrderJournalState.Unknown) : entry) with
        {
            Owner = null,
            LeaseHolder = null,
            LeaseUntil = null,
        };
}
