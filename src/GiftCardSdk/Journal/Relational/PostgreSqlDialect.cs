using System.Data.Common;

namespace GiftCardSdk.Journal.Relational;

/// <summary>PostgreSQL, from version 14. Its own commits are grouped by the server.</summary>
/// <param name="failsOverWithoutLoss">Whether a server that takes over is known to have everything that was committed.</param>
public sealed class PostgreSqlDialect(bool failsOverWithoutLoss = false) : JournalDialect
{
    private const string UndefinedTable = "42P01";

    /// <summary>Any number; the same for every process that makes the tables.</summary>
    private const string SchemaLock = "7218456038192";

    /// <summary>A cluster keeps its system identifier for life, and begins a new timeline when it is restored or takes over.</summary>
    private const string Identity =
        "SELECT system_identifier::text || '/' || (SELECT oid::text FROM pg_database WHERE datname = current_database()) || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) FROM pg_control_system()";

    /// <inheritdoc/>
    public override string Name => "PostgreSQL";

    /// <inheritdoc/>
    public override bool HasBatches => true;

    /// <inheritdoc/>
    public override string LockSchema => $"SELECT pg_advisory_xact_lock({SchemaLock})";

    /// <inheritdoc/>
    public override string CountTables => "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('gift_card_settings')";

    /// <inheritdoc/>
    public override bool IsMissingTable(DbException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.SqlState == UndefinedTable;
    }

    /// <inheritdoc/>
    public override async ValueTask<string?> IdentifyAsync(DbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        try
        {
            var command = connection.CreateCommand();
            await using var _ = command.ConfigureAwait(false);
            command.CommandText = Identity;
            var word = (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return failsOverWithoutLoss ? word?[..word.LastIndexOf('/')] : word;
        }
        catch (DbException failure) when (failure.SqlState is not null)
        {
            // This server is a copy or does not tell this user.
            return null;
        }
    }
}
