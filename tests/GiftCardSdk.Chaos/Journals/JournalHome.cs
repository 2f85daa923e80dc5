using GiftCardSdk.EntityFrameworkCore.Tests;

namespace GiftCardSdk.Chaos.Journals;

/// <summary>Makes an empty journal for one run and, for the database, the server that it lies on.</summary>
internal sealed class JournalHome : IAsyncDisposable
{
    private readonly PostgresCluster? _server;

    private JournalHome(JournalPlace place, PostgresCluster? server) => (Place, _server) = (place, server);

    public JournalPlace Place { get; }

    /// <summary>Why there cannot be such a journal here; null if there can.</summary>
    public static string? FindObstacle(JournalKind kind) =>
        kind == JournalKind.Postgres && PostgresCluster.FindTools() is null
            ? "There is no PostgreSQL here: initdb and postgres are neither on the path nor where Debian puts them. Install it, or use --journal sqlite."
            : null;

    public static async Task<JournalHome> MakeAsync(JournalKind kind, string folder) =>
        kind switch
        {
            JournalKind.Postgres => await StartServerAsync(PostgresCluster.FindTools()!),
            JournalKind.Sqlite => new(new(kind, Path.Combine(folder, "orders.db")), null),
            _ => new(new(kind, ""), null),
        };

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<JournalHome> StartServerAsync(string tools)
    {
        var server = await PostgresCluster.StartAsync(tools);
        return new(new(JournalKind.Postgres, server.ConnectionString("postgres")), server);
    }
}
