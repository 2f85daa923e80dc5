using System.Data;
using System.Data.Common;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>A command that is kept with its parameters and prepared once a connection.</summary>
internal sealed class JournalCommand : IDisposable
{
    private readonly DbCommand _command;
    private readonly DbParameter[] _parameters;

    public JournalCommand(DbConnection connection, JournalDialect dialect, string text, DbType[] parameters)
    {
        _command = connection.CreateCommand();
        _parameters = new DbParameter[parameters.Length];
        SetText(_command, text);
        for (var i = 0; i < parameters.Length; i++)
        {
            _parameters[i] = _command.CreateParameter();
            _parameters[i].ParameterName = dialect.ParameterName(i + 1);
            _parameters[i].DbType = parameters[i];
            _command.Parameters.Add(_parameters[i]);
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
            _parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }

    public void Dispose() => _command.Dispose();

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Made of constants alone; every value is a parameter."
    )]
    private static void SetText(DbCommand command, string text) => command.CommandText = text;
}
