using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Opens the journal once, with the first that needs it; after a failure the next one tries again.</summary>
internal sealed class JournalOpening(
    SessionPool sessions,
    JournalConnections connections,
    JournalDialect dialect,
    bool makesTables,
    TimeProvider time,
    ILogger logger
) : IAsyncDisposable
{
    [SuppressMessage("Usage", "CA2213", Justification = "Others may still wait for it, and it holds nothing but memory.")]
    private readonly SemaphoreSlim _one = new(1);

    private OpenedJournal? _opened;
    private bool _isClosed;

    public ValueTask<OpenedJournal> EnsureAsync(CancellationToken cancellationToken) =>
        _isClosed ? throw JournalErrors.Closed()
        : Volatile.Read(ref _opened) is { } opened ? new(opened)
        : OpenAsync(cancellationToken);

    /// <summary>Looks at the database once more, which has turned out to be another one than was opened.</summary>
    public ValueTask<OpenedJournal> AgainAsync(OpenedJournal before, CancellationToken cancellationToken)
    {
        Interlocked.CompareExchange(ref _opened, null, before);
        return EnsureAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        // An opening that is on its way has its end first.
        await _one.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_opened?.Writer is { } writer)
            {
                await writer.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async ValueTask<OpenedJournal> OpenAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _isClosed
                ? throw JournalErrors.Closed()
                : _opened ??= await sessions.UseAsync(OpenAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
            when (failure is not OrderJournalException
                && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            )
        {
            throw JournalErrors.Failed(dialect, "opened", failure);
        }
        finally
        {
            _one.Release();
        }
    }

    private async ValueTask<OpenedJournal> OpenAsync(JournalSession session, CancellationToken cancellationToken)
    {
        await EnsureTablesAsync(session, cancellationToken).ConfigureAwait(false);
        var key = JournalSchema.KeyOf(await RequireAsync(session, JournalSetting.FingerprintKey, cancellationToken).ConfigureAwait(false));
        var id = await RequireAsync(session, JournalSetting.JournalId, cancellationToken).ConfigureAwait(false);
        var identity = await session.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        var hasGap = await HasGapAsync(session, id, identity, cancellationToken).ConfigureAwait(false);
        OpenedJournal opened = new(key ?? throw JournalErrors.WrongSetting(JournalSetting.FingerprintKey), hasGap)
        {
            Identity = identity,
            Writer = dialect.GroupsWrites ? new GroupCommit(dialect, connections, id) : null,
        };
        JournalLog.Opened(logger, dialect.Name);
        return opened;
    }

    /// <summary>Makes the tables, or those parts that a later version has added; one process at a time.</summary>
    private async ValueTask EnsureTablesAsync(JournalSession session, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(session, cancellationToken).ConfigureAwait(false);
        if (version < RelationalJournal.SchemaVersion && makesTables)
        {
            connections.EnsureWritable();
            session.Run(dialect.Begin);
            try
            {
                await MakeTablesAsync(session, cancellationToken).ConfigureAwait(false);
                session.Run("COMMIT");
            }
            catch
            {
                session.TryRollBack();
                throw;
            }
        }

        foreach (var setting in JournalSchema.Settings())
        {
            if (await FindAsync(session, (string)setting.Values[0]!, cancellationToken).ConfigureAwait(false) is null)
            {
                await session.WriteAsync([setting], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask MakeTablesAsync(JournalSession session, CancellationToken cancellationToken)
    {
        if (dialect.LockSchema is { } lockSchema)
        {
            session.Run(lockSchema);
        }

        // Another process may have been faster.
        var isThere = await session
            .ReadAsync(Statement.Of(dialect.CountTables).With(), static row => row.GetInt64(0), cancellationToken)
            .ConfigureAwait(false);
        var from = isThere[0] == 0 ? 0 : await VersionAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var statement in JournalSchema.From(from))
        {
            session.Write([statement]);
        }

        if (from == 0)
        {
            JournalLog.Created(logger, dialect.Name);
        }
    }

    /// <summary>The version of the tables; 0 if there are none.</summary>
    private async ValueTask<int> VersionAsync(JournalSession session, CancellationToken cancellationToken)
    {
        try
        {
            var version = await FindAsync(session, JournalSetting.SchemaVersion, cancellationToken).ConfigureAwait(false);
            // Tables without a version were made by hand, by the script.
            var known = version is null ? RelationalJournal.SchemaVersion : Number(JournalSetting.SchemaVersion, version);
            return known <= RelationalJournal.SchemaVersion ? (int)known : throw JournalErrors.NewerSchema(dialect, version!);
        }
        catch (DbException failure) when (dialect.IsMissingTable(failure))
        {
            return makesTables ? 0 : throw JournalErrors.MissingTables(dialect, failure);
        }
    }

    /// <summary>Whether the journal may lack orders that were sent: since now, or since an earlier opening and nobody has closed it.</summary>
    private async ValueTask<bool> HasGapAsync(JournalSession session, string id, string? identity, CancellationToken cancellationToken)
    {
        var commits = Number(
            JournalSetting.Commits,
            await RequireAsync(session, JournalSetting.Commits, cancellationToken).ConfigureAwait(false)
        );
        var commitsBefore = connections.CommitsBefore(new(id, commits));
        var before = await FindAsync(session, JournalSetting.Database, cancellationToken).ConfigureAwait(false);
        if (commitsBefore is not null || IsOther(before, identity))
        {
            commits = Math.Max(commits, commitsBefore ?? 0) + 1;
            await WriteGapAsync(session, commits, identity, cancellationToken).ConfigureAwait(false);
        }
        else if (identity is not null && identity != before)
        {
            await session
                .WriteAsync([JournalSql.WriteSetting.With(JournalSetting.Database, identity)], cancellationToken)
                .ConfigureAwait(false);
        }

        connections.Committed(new(id, commits));
        return await JournalGaps.ReadAsync(session, cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>
    /// In one transaction with what would keep it from being noticed once more. From now on the database has come at least as far as it had before.
    /// </summary>
    private async ValueTask WriteGapAsync(JournalSession session, long commits, string? identity, CancellationToken cancellationToken)
    {
        var known = await JournalGaps.ReadAsync(session, cancellationToken).ConfigureAwait(false);
        var (created, updated) = await JournalGaps.NewestAsync(session, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        // By the clock of whoever wrote last, which may go before this one.
        var gap = new JournalGap(known?.From ?? created, updated > now ? updated : now);
        List<BoundStatement> statements = [JournalGaps.Write(gap), JournalSql.RaiseCommits.With(commits)];
        statements.Add(
            identity is null
                ? JournalSql.RemoveSetting.With(JournalSetting.Database)
                : JournalSql.WriteSetting.With(JournalSetting.Database, identity)
        );
        await session.WriteAsync([.. statements], cancellationToken).ConfigureAwait(false);
        JournalLog.Gap(logger, dialect.Name, gap.From, gap.To);
    }

    /// <summary>Less is known of a database where the application says that a failover loses nothing, or did so before.</summary>
    private static bool IsOther(string? before, string? identity) =>
        before == JournalSetting.Restored
        || (
            before is not null
            && identity is not null
            && before != identity
            && !before.StartsWith(identity + '/', StringComparison.Ordinal)
            && !identity.StartsWith(before + '/', StringComparison.Ordinal)
        );

    private static long Number(string name, string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw JournalErrors.WrongSetting(name);

    private static async ValueTask<string> RequireAsync(JournalSession session, string name, CancellationToken cancellationToken) =>
        await FindAsync(session, name, cancellationToken).ConfigureAwait(false)
        ?? throw new OrderJournalException($"The order journal has lost its setting '{name}' while it was opened. Open it again.");

    private static ValueTask<string?> FindAsync(JournalSession session, string name, CancellationToken cancellationToken) =>
        session.FindAsync(JournalSql.ReadSetting.With(name), static row => row.GetString(0), cancellationToken);
}

/// <summary>A journal that is open.</summary>
/// <param name="Key">The key of its fingerprints.</param>
/// <param name="HasGap">Whether it may lack orders that were sent.</param>
internal sealed record OpenedJournal(byte[] Key, bool HasGap)
{
    /// <summary>Which history of which database it is; null if that is not known.</summary>
    public string? Identity { get; init; }

    /// <summary>Who writes, where writes are grouped; null where each caller does.</summary>
    public GroupCommit? Writer { get; init; }
}
