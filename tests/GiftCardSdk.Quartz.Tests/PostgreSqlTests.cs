using GiftCardSdk.EntityFrameworkCore.Tests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>One database for journal and Quartz, which makes both their tables.</summary>
public sealed class PostgreSqlTests
{
    [Fact]
    public async Task Two_nodes_of_one_instance_id_share_a_batch_on_PostgreSQL_and_leave_no_trigger_behind()
    {
        var tools = PostgresCluster.FindTools();
        Assert.SkipWhen(tools is null, "There is no PostgreSQL here.");
        await using var server = await PostgresCluster.StartAsync(tools!);
        var connection = server.ConnectionString("postgres");
        await using var database = NpgsqlDataSource.Create(connection);
        await using (var cluster = new Cluster())
        {
            var nodes = new[] { await StartAsync(cluster, connection), await StartAsync(cluster, connection) };

            await nodes[0].Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
            await Cluster.UntilEndedAsync(nodes[1], nodes);

            cluster.ShouldHaveSoldOnce(120);
            var ids = new[]
            {
                (await nodes[0].SchedulerAsync()).SchedulerInstanceId,
                (await nodes[1].SchedulerAsync()).SchedulerInstanceId,
            };
            ids.ShouldBeUnique(StringComparer.Ordinal);
            ids.ShouldAllBe(id => id != "AUTO");
        }

        await using var command = database.CreateCommand("SELECT count(*) FROM qrtz_triggers");
        (await command.ExecuteScalarAsync(Cluster.Token)).ShouldBe(0L);
    }

    private static async Task<Node> StartAsync(Cluster cluster, string connection)
    {
        var node = cluster.Add(
            120,
            giftCards =>
            {
                giftCards.Services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
                giftCards.UsePostgreSqlJournal(services => services.GetRequiredService<NpgsqlDataSource>());
            },
            quartz =>
                quartz.UsePostgreSqlCluster(NpgsqlFactory.Instance, connection).ConfigureScheduler(options => options.InstanceId = "AUTO"),
            scheduler: ""
        );
        await node.StartAsync();
        return node;
    }
}
