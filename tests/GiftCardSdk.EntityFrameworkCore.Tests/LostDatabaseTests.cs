using GiftCardSdk.Journal;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The database server ends in the middle: before a send nothing is sent, after a purchase the order is returned.</summary>
public sealed class LostDatabaseTests(PostgresServer server)
{
    [Fact]
    public async Task Without_a_database_nothing_is_sent_and_a_purchase_is_returned_and_recorded_later()
    {
        var provider = new InMemoryGiftCardProvider();
        await using var cluster = await StartAsync();
        await using var services = Application(cluster, provider);
        var orders = services.GetRequiredService<IGiftCards>().GetAccount("test").Orders;
        await orders.PlaceAsync(Request("first"));

        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        provider.ScriptOrders(_ =>
        {
            arrived.TrySetResult();
            return ScriptedEnd.Accepted with { BeforeAnswer = answer.Task };
        });
        var bought = orders.PlaceAsync(Request("bought"));
        await arrived.Task;
        await cluster.StopServerAsync();
        answer.SetResult();
        var order = await bought;
        var refused = await Should.ThrowAsync<GiftCardException>(orders.PlaceAsync(Request("not sent")));

        order.Id.ShouldNotBeEmpty();
        refused.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        refused.IsTransient.ShouldBeTrue();
        provider.Arrivals.ShouldBe(2);

        await cluster.StartServerAsync();
        await orders.PlaceAsync(Request("not sent"));

        provider.Arrivals.ShouldBe(3);
        (await EntryAsync(services, "bought")).State.ShouldBe(OrderJournalState.Accepted);
        (await orders.PlaceAsync(Request("bought"))).Id.ShouldBe(order.Id);
        provider.Arrivals.ShouldBe(3);
    }

    private async Task<PostgresCluster> StartAsync()
    {
        // Where the shared server is skipped, so is this one.
        _ = server.Cluster;
        return await PostgresCluster.StartAsync(PostgresCluster.FindTools()!);
    }

    private static ServiceProvider Application(PostgresCluster cluster, InMemoryGiftCardProvider provider)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => NpgsqlDataSource.Create(cluster.ConnectionString("postgres")));
        services.AddGiftCards().UsePostgreSqlJournal(found => found.GetRequiredService<NpgsqlDataSource>()).AddInMemory("test", provider);
        return services.BuildServiceProvider();
    }

    private static async Task<JournalEntry> EntryAsync(IServiceProvider services, string reference) =>
        (
            await services
                .GetRequiredService<IOrderJournal>()
                .FindAsync(new("in-memory", GiftCardEnvironment.Sandbox, "test", OrderIdentity.PlaceOrder, reference))
        ).ShouldNotBeNull();

    private static OrderRequest Request(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };
}
