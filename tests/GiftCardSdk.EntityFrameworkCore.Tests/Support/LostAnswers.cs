using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Journal.Relational;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Connections that break after the database has done what it was told: the answers to writes are lost.</summary>
internal sealed class LostAnswers(string database) : JournalConnections
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(database);

    /// <summary>How many answers are still to be lost.</summary>
    public int Next { get; set; }

    /// <summary>How many were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Whether the write is not even made, as when the connection was broken before.</summary>
    public bool BeforeWrite { get; set; }

    public override async ValueTask<OpenConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        var connection = new Connection(await _source.OpenConnectionAsync(cancellationToken), this);
        return new(connection, connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await base.DisposeAsync();
    }

    private void Lose()
    {
        Next--;
        Lost++;
        throw new NpgsqlException("The connection broke.", new IOException());
    }

    private sealed class Connection(NpgsqlConnection inner, LostAnswers answers) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString
        {
            get => inner.ConnectionString;
            set => inner.ConnectionString = value;
        }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Open() => inner.Open();

        public override void Close() => inner.Close();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(inner.CreateCommand(), answers) { Connection = this };

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Hands on what the journal says.")]
    private sealed class Command(NpgsqlCommand inner, LostAnswers answers) : DbCommand
    {
        [AllowNull]
        public override string CommandText
        {
            get => inner.CommandText;
            set => inner.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => inner.CommandTimeout;
            set => inner.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => inner.CommandType;
            set => inner.CommandType = value;
        }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => inner.Transaction;
            set => inner.Transaction = (NpgsqlTransaction?)value;
        }

        public override void Cancel() => inner.Cancel();

        public override int ExecuteNonQuery() => inner.ExecuteNonQuery();

        public override object? ExecuteScalar() => inner.ExecuteScalar();

        public override void Prepare() { }

        public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
        {
            if (answers is { Next: > 0, BeforeWrite: true })
            {
                answers.Lose();
            }

            var written = await inner.ExecuteNonQueryAsync(cancellationToken);
            if (answers.Next > 0)
            {
                answers.Lose();
            }

            return written;
        }

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => inner.ExecuteReader(behavior);
    }
}
