using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.EntityFrameworkCore.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>One server for all tests, and a new database for each. Its tables are made by the script that the documentation prints.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Template = "journal";

    private PostgresCluster? _cluster;
    private int _databases;

    internal PostgresCluster Cluster
    {
        get
        {
            Assert.SkipWhen(_cluster is null, "There is no PostgreSQL here: neither on the path nor where Debian puts it.");
            return _cluster;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgresCluster.FindTools() is not { } tools)
        {
            var isOptional = OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("CI") != "true";
            isOptional.ShouldBeTrue("CI proves the relational journal on PostgreSQL: install it.");
            return;
        }

        _cluster = await PostgresCluster.StartAsync(tools);
        Execute("postgres", $"CREATE DATABASE {Template}");
        Execute(Template, DocumentedScript.Read());
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    /// <summary>A new database with an empty journal.</summary>
    public string NewDatabase()
    {
        var name = $"journal_{Interlocked.Increment(ref _databases)}";
        Execute("postgres", $"CREATE DATABASE {name} TEMPLATE {Template}");
        return Cluster.ConnectionString(name);
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The tests write the statements."
    )]
    private void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(Cluster.ConnectionString(database, isPooled: false));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
