using GiftCardSdk.Batches;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>Mistakes are told of before anything is bought, with what would be right.</summary>
public sealed class MistakeTests : IAsyncLifetime
{
    private readonly Cluster _cluster = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_name_stands_for_one_list_and_never_for_another()
    {
        var node = _cluster.Add(20);
        await node.Batches.StartAsync("june", Cluster.Batch with { Parameter = "7" }, Cluster.Token);

        async Task<string> RefusalOf(ClusterBatchOptions options) =>
            (await Should.ThrowAsync<InvalidOperationException>(() => node.Batches.StartAsync("june", options, Cluster.Token))).Message;
        var batch = Cluster.Batch with { Parameter = "7" };

        (await RefusalOf(batch with { Parameter = "8" })).ShouldBe(
            "The batch 'june' was handed over with the parameter '7', and now '8'. Hand it over as it was, or under a new name if other lines are meant."
        );
        (await RefusalOf(batch with { ChunkSize = 5 })).ShouldContain("chunks of 10 lines, and now of 5");
        (await RefusalOf(batch with { Lines = new() })).ShouldContain(
            "the account 'shop', and now '', where each line would be bought again"
        );
        node.Table.Lines = 21;
        (await RefusalOf(batch)).ShouldContain("20 lines, and now 21");
    }

    [Fact]
    public async Task A_source_that_this_node_does_not_have_is_named_with_those_it_has()
    {
        var node = _cluster.Add(10);

        var refusal = await Should.ThrowAsync<ArgumentException>(() =>
            node.Batches.StartAsync("june", Cluster.Batch with { Source = "reward" }, Cluster.Token)
        );

        refusal.Message.ShouldStartWith("This node has no source of lines named 'reward'; it has 'rewards'. Register it on every node:");
    }

    [Fact]
    public async Task A_node_without_the_source_leaves_the_batch_to_the_others()
    {
        var without = _cluster.Add(10, source: "others");
        var with = _cluster.Add(10);
        await without.StartAsync();
        await with.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(() => Task.FromResult(without.Services.GetRequiredService<ChunkRunner>().HasMissed), without);

        await with.StartAsync();
        await Cluster.UntilEndedAsync(with, with, without);

        _cluster.ShouldHaveSoldOnce(10);
    }

    [Theory]
    [InlineData(0, null, "ChunkSize: 0 was given; 1 to 100,000 are possible, or null.")]
    [InlineData(1, null, "ChunkSize: 20000 lines in chunks of 1 are more than 10000 chunks; choose larger ones, or leave it null.")]
    [InlineData(10, 0, "Concurrency: 0 was given; 1 to 1,024 are possible.")]
    public async Task Options_that_cannot_be_are_refused(int chunkSize, int? concurrency, string complaint)
    {
        var node = _cluster.Add(20_000);
        var options = Cluster.Batch with
        {
            ChunkSize = chunkSize,
            Lines = new() { Account = "shop", Concurrency = concurrency ?? 16 },
        };

        (await Should.ThrowAsync<ArgumentException>(() => node.Batches.StartAsync("june", options, Cluster.Token))).Message.ShouldStartWith(
            complaint
        );
    }

    [Fact]
    public async Task Control_and_progress_of_one_process_are_refused_for_the_cluster()
    {
        var options = Cluster.Batch with
        {
            Lines = new() { Account = "shop", Control = new BatchControl() },
        };

        (
            await Should.ThrowAsync<ArgumentException>(() => _cluster.Add(1).Batches.StartAsync("june", options, Cluster.Token))
        ).Message.ShouldContain("use StopAsync and FindAsync for the whole cluster");
    }

    [Fact]
    public async Task A_cluster_whose_nodes_have_a_journal_each_does_not_start()
    {
        var node = _cluster.Add(
            1,
            giftCards => giftCards.Services.AddSingleton<IOrderJournal>(new InMemoryOrderJournal()),
            quartz => quartz.UsePostgreSqlCluster(NpgsqlFactory.Instance, "Host=nowhere.invalid")
        );

        (await Should.ThrowAsync<InvalidOperationException>(node.StartAsync)).Message.ShouldStartWith(
            "Quartz is in a cluster, and the order journal belongs to this process alone"
        );
    }
}
