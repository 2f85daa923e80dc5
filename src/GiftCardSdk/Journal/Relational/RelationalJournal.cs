using System.Data.Common;
using System.Runtime.CompilerServices;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal.Relational.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Journal.Relational;

/// <summary>
/// The journal in a relational database. Every change is one statement on a connection of the journal's own, on the condition that nobody has
/// been faster, and committed when its task completes. The database is first asked with the first order.
/// </summary>
public sealed class RelationalJournal : IOrderJournal, IDisposable, IAsyncDisposable
{
    /// <summary>The version of the tables that this version of the SDK reads and writes.</summary>
    public const int SchemaVersion = 1;

    private readonly JournalConnections _connections;
    private readonly TimeProvider _time;
    private readonly SessionPool _sessions;
    private readonly JournalOpening _opening;
    private readonly JournalDatabase _database;

    /// <summary>Describes a journal; nothing is opened yet.</summary>
    /// <param name="connections">Where its connections come from; disposed of with the journal.</param>
    /// <param name="dialect">The kind of database.</param>
    /// <param name="makesTables">Whether tables that are missing are made; false where a migration of the application does.</param>
    /// <param name="timeProvider">The clock of leases; null for the system's.</param>
    /// <param name="logger">Told what was found and done; null for nobody.</param>
    public RelationalJournal(
        JournalConnections connections,
        JournalDialect dialect,
        bool makesTables = true,
        TimeProvider? timeProvider = null,
        ILogger<RelationalJournal>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(dialect);
        _connections = connections;
        _time = GuardedTimeProvider.Of(timeProvider ?? TimeProvider.System);
        _sessions = new(dialect, connections);
        _opening = new(_sessions, connections, dialect, makesTables, _time, (logger ?? NullLogger<RelationalJournal>.Instance).Guarded());
        _database = new(_sessions, _opening, dialect);
        Records = new RelationalRecords(_database, dialect);
    }

    /// <summary>True, as far as the database keeps what it has committed.</summary>
    public bool IsDurable => true;

    /// <summary>False: other processes may have it open.</summary>
    public bool IsExclusive => false;

    /// <inheritdoc/>
    public string? OwnerId => _connections.OwnerId;

    /// <inheritdoc/>
    public IJournalRecords? Records { get; }

    /// <summary>Opens the journal now instead of with the first order, so that what is wrong is said at once.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="OrderJournalException">The database cannot be used; the message says why, and what would help.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default) =>
        await _opening.EnsureAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        (await _opening.EnsureAsync(cancellationToken).ConfigureAwait(false)).Key;

    /// <inheritdoc/>
    public async ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var find = JournalSql.Find.With(RowId.Of(identity));
        var entry = await _database
            .ReadAsync((session, token) => session.FindAsync(find, EntryRow.Read, token), cancellationToken)
            .ConfigureAwait(false);
        return entry is null ? null
            : entry.Identity == identity ? Judged(entry)
            : throw JournalErrors.WrongIdentity(identity.Reference.Value);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, isNew: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, isNew: false, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var id = RowId.Of(entry.Identity);
        BoundStatement[] statements =
        [
            JournalSql.Remove.With(id, entry.Version),
            .. entry.ProviderOrderIds.Select((_, i) => JournalSql.Unclaim.With(KeyOf(entry, i), id)),
        ];
        return await _database.WriteAsync(statements, cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Streams entries page by page, so that no connection is held while the caller is busy with an entry.</summary>
    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ListAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = _database.ListAsync<JournalEntry>(last => PageQuery.Of(query, last), EntryRow.Read, cancellationToken);
        await foreach (var entry in rows.ConfigureAwait(false))
        {
            // The database may compare text more loosely than the query does.
            if (query.Matches(entry))
            {
                yield return Judged(entry);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    )
    {
        var find = JournalSql.FindByOrderId.With(KeyOf(provider, environment, orderId));
        var entries = await _database
            .ReadAsync((session, token) => session.ReadAsync(find, EntryRow.Read, token), cancellationToken)
            .ConfigureAwait(false);
        return [.. entries.Select(Judged)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<JournalAccount>> ListAccountsAsync(CancellationToken cancellationToken = default)
    {
        var accounts = await _database
            .ReadAsync(static (session, token) => session.ReadAsync(JournalSql.Accounts.With(), AccountOf, token), cancellationToken)
            .ConfigureAwait(false);
        return [.. accounts.OfType<JournalAccount>()];
    }

    /// <inheritdoc/>
    public async ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default)
    {
        var before = purgedBefore.UtcTicks;
        var dropped = await _database
            .ReadAsync(
                (session, token) => session.ReadAsync(JournalSql.CountDroppable.With(before), static row => row.GetInt64(0), token),
                cancellationToken
            )
            .ConfigureAwait(false);
        await _database
            .WriteAsync([JournalSql.UnclaimDropped.With(before), JournalSql.Drop.With(before)], cancellationToken)
            .ConfigureAwait(false);
        return checked((int)dropped[0]);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryLeaseAsync(string account, string holder, TimeSpan life, CancellationToken cancellationToken = default)
    {
        var now = _time.GetUtcNow();
        var until = life > TimeSpan.Zero ? (now + life).UtcTicks : 0;
        var lease = JournalSql.Lease.With(RowId.Of(account), EntryRow.Storable(account), holder, until, now.UtcTicks);
        return await _database.WriteAsync([lease], cancellationToken).ConfigureAwait(false) == 1
            || await InheritLeaseAsync(account, lease, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<JournalGap?> GetGapAsync(CancellationToken cancellationToken = default)
    {
        var opened = await _opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        if (opened.Identity is not null)
        {
            // A server may have taken over, or have been restored, since the journal was opened; the connections' pool does not say.
            var identity = await _database
                .ReadAsync(static (session, token) => session.IdentifyAsync(token), cancellationToken)
                .ConfigureAwait(false);
            opened =
                identity is null || identity == opened.Identity
                    ? opened
                    : await _opening.AgainAsync(opened, cancellationToken).ConfigureAwait(false);
        }

        // Another process may have been told that it is closed.
        return opened.HasGap
            ? await _database
                .ReadAsync(static (session, token) => JournalGaps.ReadAsync(session, token), cancellationToken)
                .ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask CloseGapAsync(CancellationToken cancellationToken = default) =>
        await _database.WriteAsync([JournalSql.RemoveSetting.With(JournalSetting.Gap)], cancellationToken).ConfigureAwait(false);

    /// <summary>Writes what is on its way, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _opening.DisposeAsync().ConfigureAwait(false);
        await _sessions.DisposeAsync().ConfigureAwait(false);
        await _connections.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>A process that is over neither sends nor finds out about anything any more.</summary>
    private JournalEntry Judged(JournalEntry entry)
    {
        var isOwnerOver = entry.Owner is { } owner && _connections.HasEnded(owner);
        var isHolderOver = entry.LeaseHolder is { } holder && (holder == entry.Owner ? isOwnerOver : _connections.HasEnded(holder));
        return !isOwnerOver && !isHolderOver
            ? entry
            : entry with
            {
                Owner = isOwnerOver ? null : entry.Owner,
                LeaseHolder = isHolderOver ? null : entry.LeaseHolder,
                LeaseUntil = isHolderOver ? null : entry.LeaseUntil,
            };
    }

    /// <summary>Whoever holds the right to an account and is over for certain has it no more.</summary>
    private async ValueTask<bool> InheritLeaseAsync(string account, BoundStatement lease, CancellationToken cancellationToken)
    {
        var find = JournalSql.FindLease.With(RowId.Of(account));
        var holder = await _database
            .ReadAsync((session, token) => session.FindAsync(find, static row => row.GetString(0), token), cancellationToken)
            .ConfigureAwait(false);
        if (holder is null || !_connections.HasEnded(holder))
        {
            return false;
        }

        BoundStatement[] statements = [JournalSql.EndLease.With(RowId.Of(account), holder), lease];
        return await _database.WriteAsync(statements, cancellationToken).ConfigureAwait(false) > 0
            && await _database
                .ReadAsync((session, token) => session.FindAsync(find, static row => row.GetString(0), token), cancellationToken)
                .ConfigureAwait(false) == (string?)lease.Values[2];
    }

    private ValueTask<bool> WriteAsync(JournalEntry entry, bool isNew, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (id, writeId) = (RowId.Of(entry.Identity), JournalDatabase.NewWriteId());
        var values = EntryRow.ToValues(entry, id, writeId);
        var statements = new BoundStatement[1 + entry.ProviderOrderIds.Count];
        statements[0] = isNew ? JournalSql.Insert.With(values) : JournalSql.Update.With([id, .. values.AsSpan(EntryRow.OfIdentity)]);
        for (var i = 0; i < entry.ProviderOrderIds.Count; i++)
        {
            statements[i + 1] = JournalSql.Claim.With(KeyOf(entry, i), id, writeId);
        }

        var isSend = isNew || entry.State == OrderJournalState.Sending;
        return _database.TryWriteAsync(statements, JournalSql.FindWrite.With(id), new(entry.Version, writeId), isSend, cancellationToken);
    }

    /// <summary>Null for a row that was changed by hand: it is no account of ours, and least of all one of play money.</summary>
    private static JournalAccount? AccountOf(DbDataReader row) =>
        Enum.TryParse<GiftCardEnvironment>(row.GetString(1), out var environment)
            ? new(row.GetString(0), environment, row.GetString(2))
            : null;

    private static string KeyOf(JournalEntry entry, int number) =>
        KeyOf(entry.Identity.Provider, entry.Identity.Environment, entry.ProviderOrderIds[number]);

    private static string KeyOf(string provider, GiftCardEnvironment environment, string orderId) =>
        RowId.Of(provider, environment.ToString(), orderId);
}
