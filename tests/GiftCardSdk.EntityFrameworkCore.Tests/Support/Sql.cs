using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Statements past the journal, as a person at the database writes them.</summary>
internal static class Sql
{
    /// <summary>Executes a statement, within the ambient transaction if there is one.</summary>
    /// <returns>The first value that it returns; null for none.</returns>
    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The tests write the statements."
    )]
    public static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
