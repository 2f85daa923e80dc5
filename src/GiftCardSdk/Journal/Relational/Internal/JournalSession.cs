using System.Data;
using System.Data.Common;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Runs statements on one connection at a time, with commands that are kept. Used by one caller at a time.</summary>
internal sealed class JournalSession(JournalDialect dialect, JournalConnections connections) : IAsyncDisposable
{
    private readonly Dictionary<Statement, JournalCommand> _commands = [];
    private OpenConnection? _open;

    private DbConnection Connection => _open!.Value.Connection;

    public bool IsOpen => _open is { Connection.State: ConnectionState.Open };

    public void Attach(OpenConnection opened) => _open = opened;

    /// <summary>Gives the connection back; the commands stay.</summary>
    public async ValueTask DetachAsync()
    {
        if (_open is { } opened)
        {
            _open = null;
            await opened.Owner.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs statements that belong together, in one round trip where the driver can: all of them happen, or none.</summary>
    /// <returns>How many rows were written by all of them.</returns>
    public async ValueTask<int> WriteAsync(BoundStatement[] statements, CancellationToken cancellationToken)
    {
        if (statements is [var only])
        {
            var command = await PreparedAsync(only, cancellationToken).ConfigureAwait(false);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return dialect.HasBatches && Connection.CanCreateBatch
            ? await WriteBatchAsync(statements, cancellationToken).ConfigureAwait(false)
            : await WriteInTransactionAsync(statements, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As <see cref="WriteAsync"/>, inside a transaction that the caller has begun.</summary>
    public int Write(BoundStatement[] statements)
    {
        var written = 0;
        foreach (var statement in statements)
        {
            written += Prepared(statement).ExecuteNonQuery();
        }

        return written;
    }

    /// <summary>Runs a statement that answers with one value, inside a transaction that the caller has begun.</summary>
    public string? Read(BoundStatement statement) => Prepared(statement).ExecuteScalar() as string;

    /// <summary>Runs a bare word, such as the beginning or the end of a transaction.</summary>
    public void Run(string text) => Prepared(Statement.Of(text).With()).ExecuteNonQuery();

    public async ValueTask<List<T>> ReadAsync<T>(BoundStatement statement, Func<DbDataReader, T> map, CancellationToken cancellationToken)
    {
        var command = await PreparedAsync(statement, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public async ValueTask<T?> FindAsync<T>(BoundStatement statement, Func<DbDataReader, T> map, CancellationToken cancellationToken)
        where T : class
    {
        var command = await PreparedAsync(statement, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? map(reader) : null;
    }

    /// <summary>Takes a transaction back. Some failures have ended it already; then there is nothing to take back.</summary>
    /// <returns>False if the connection is of no use any more.</returns>
    public bool TryRollBack()
    {
        try
        {
            Run("ROLLBACK");
            return true;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Which history of which database this is; null if that is not known.</summary>
    public async ValueTask<string?> IdentifyAsync(CancellationToken cancellationToken)
    {
        if (dialect.SelectIdentity is not { } text)
        {
            return null;
        }

        try
        {
            return await FindAsync(Statement.Of(text).With(), static row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        }
        catch (DbException failure) when (dialect.HidesIdentity(failure))
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        await DetachAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> WriteInTransactionAsync(BoundStatement[] statements, CancellationToken cancellationToken)
    {
        var transaction = await Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var written = 0;
        foreach (var statement in statements)
        {
            var command = await PreparedAsync(statement, cancellationToken).ConfigureAwait(false);
            command.Transaction = transaction;
            written += await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            command.Transaction = null;
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return written;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Made of constants alone; every value is a parameter."
    )]
    private async ValueTask<int> WriteBatchAsync(BoundStatement[] statements, CancellationToken cancellationToken)
    {
        var batch = Connection.CreateBatch();
        await using var _ = batch.ConfigureAwait(false);
        foreach (var (statement, values) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = TextOf(statement);
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.DbType = statement.Parameters[i];
                parameter.Value = values[i] ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<DbCommand> PreparedAsync(BoundStatement statement, CancellationToken cancellationToken)
    {
        var command = CommandOf(statement.Statement).On(Connection, statement.Values);
        await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return command;
    }

    private DbCommand Prepared(BoundStatement statement)
    {
        var command = CommandOf(statement.Statement).On(Connection, statement.Values);
        command.Prepare();
        return command;
    }

    private JournalCommand CommandOf(Statement statement)
    {
        if (!_commands.TryGetValue(statement, out var command))
        {
            _commands.Add(statement, command = new(Connection, dialect, TextOf(statement), statement.Parameters));
        }

        return command;
    }

    private string TextOf(Statement statement) =>
        connections.Schema is { } schema
            ? statement.Text.Replace("gift_card_", $"\"{schema}\".gift_card_", StringComparison.Ordinal)
            : statement.Text;
}
