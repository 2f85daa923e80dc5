using System.Data.Common;

namespace GiftCardSdk.Journal.Relational;

/// <summary>A command that is kept with its parameters and prepared once a connection.</summary>
internal sealed class JournalCommand : IDisposable
{
    private readonly DbCommand _command;

    public JournalCommand(DbConnection connection, JournalDialect dialect, Statement statement)
    {
        _command = connection.CreateCommand();
        Text(_command, statement);
        for (var i = 0; i < statement.Parameters.Length; i++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = dialect.ParameterName(i + 1);
            parameter.DbType = statement.Parameters[i];
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Sets the values and the connection, which for a driver that pools may be another one each time.</summary>
    public DbCommand On(DbConnection connection, object?[] values)
    {
        if (_command.Connection != connection)
        {
            _command.Connection = connection;
        }

        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }

    public void Dispose() => _command.Dispose();

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Made of constants alone; every value is a parameter."
    )]
    private static void Text(DbCommand command, Statement statement) => command.CommandText = statement.Text;
}
