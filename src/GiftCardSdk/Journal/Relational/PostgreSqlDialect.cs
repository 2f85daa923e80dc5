using System.Data.Common;

namespace GiftCardSdk.Journal.Relational;

/// <summary>PostgreSQL, from version 14. Its own commits are grouped by the server.</summary>
/// <param name="failsOverWithoutLoss">Whether a server that takes over is known to have everything that was committed.</param>
public sealed class PostgreSqlDialect(bool failsOverWithoutLoss = false) : JournalDialect
{
    private const string UndefinedTable = "42P01";

    /// <summary>Any number; the same for every process that makes the tables.</summary>
    private const string SchemaLock = "7218456038192";

    /// <summary>A cluster keeps its system identifier for life, a database its oid, and a table its own until it is made anew, such as by a restore.</summary>
    private const string Database =
        "SELECT system_identifier::text || '/' || (SELECT oid::text FROM pg_database WHERE datname = current_database()) || '/' || to_regclass('gift_card_settings')::oid::text";

    /// <summary>A new timeline begins when a cluster is restored or takes over.</summary>
    private const string Timeline = " || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)";

    private const string Source = " FROM pg_control_system()";

    /// <summary>Not allowed, not in this state (a replica), no such function (a database that only speaks like PostgreSQL).</summary>
    private static readonly string[] Hidden = ["42501", "55000", "42883", "0A000"];

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
    public override string SelectIdentity => failsOverWithoutLoss ? Database + Source : Database + Timeline + Source;

    /// <inheritdoc/>
    public override string SelectTime => "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /// <inheritdoc/>
    public override bool HidesIdentity(DbException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Hidden.Contains(failure.SqlState, StringComparer.Ordinal);
    }
}
