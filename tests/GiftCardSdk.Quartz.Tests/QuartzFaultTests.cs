using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>What Quartz is known to get wrong, acted out: what is left of a batch is read from its own records, and each line is one card all the same.</summary>
public sealed class QuartzFaultTests : IAsyncLifetime
{
    private readonly Cluster _cluster = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Triggers_that_have_got_lost_are_not_missed()
    {
        var node = await _cluster.StartAsync(50);
        var scheduler = await node.SchedulerAsync();
        await scheduler.Standby();
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await scheduler.Clear();

        await Cluster.UntilEndedAsync(node, node);

        _cluster.ShouldHaveSoldOnce(50);
    }

    [Fact]
    public async Task A_job_that_is_fired_on_two_nodes_at_once_is_carried_out_by_one()
    {
        var nodes = new[] { await _cluster.StartAsync(10), await _cluster.StartAsync(10) };
        var gate = new TaskCompletionSource();
        nodes[0].Table.Gate = nodes[1].Table.Gate = gate.Task;
        await nodes[0].Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Task.WhenAll(nodes.Concat(nodes).Select(FireAsync));
        await Cluster.UntilAsync(() => Task.FromResult(nodes.Sum(node => node.Table.Readings.Count) > 0));
        gate.SetResult();

        var ended = await Cluster.UntilEndedAsync(nodes[1], nodes);
        await Task.WhenAll(nodes.Select(FireAsync));
        await UntilFiredAsync(nodes[0], times: 4);
        await UntilFiredAsync(nodes[1], times: 3);

        ended.Chunks.ShouldHaveSingleItem().Attempts.ShouldBe(1);
        nodes.Sum(node => node.Table.Readings.Count).ShouldBe(1);
        _cluster.ShouldHaveSoldOnce(10);
    }

    [Fact]
    public async Task A_trigger_that_fires_for_ever_finds_nothing_to_do()
    {
        var node = await _cluster.StartAsync(10);
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilEndedAsync(node, node);
        await node.Batches.PurgeAsync(TimeSpan.Zero, Cluster.Token);
        var forEver = Trigger().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMilliseconds(10)).RepeatForever());

        await (await node.SchedulerAsync()).ScheduleJob(forEver.Build());
        await UntilFiredAsync(node, times: 5);

        node.Table.Readings.Count.ShouldBe(1);
        (await node.Batches.FindAsync("june", Cluster.Token)).ShouldBeNull();
        _cluster.ShouldHaveSoldOnce(10);
    }

    [Fact]
    public async Task What_a_node_has_that_stands_still_another_takes_over_and_the_one_that_wakes_leaves_it()
    {
        var (asleep, awake) = (await _cluster.StartAsync(10), await _cluster.StartAsync(10));
        var sleep = new TaskCompletionSource();
        asleep.Table.Gate = sleep.Task;
        await asleep.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(() => Task.FromResult(asleep.Table.Readings.Count > 0));

        var ended = await Cluster.UntilEndedAsync(awake, awake);
        sleep.SetResult();
        await UntilFiredAsync(asleep, times: 1);

        ended.Chunks.ShouldHaveSingleItem().Node.ShouldNotBeNull().ShouldEndWith(NameOf(awake));
        ended.Chunks[0].Attempts.ShouldBe(2);
        (await Cluster.FindAsync(asleep)).ShouldBeEquivalentTo(ended);
        _cluster.ShouldHaveSoldOnce(10);
    }

    [Fact]
    public async Task Quartz_on_a_node_that_is_gone_for_good_recovers_nothing_and_the_others_finish_its_batch()
    {
        var (dead, living) = (await _cluster.StartAsync(60), await _cluster.StartAsync(60));
        dead.Table.Gate = new TaskCompletionSource().Task;
        await dead.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(() => Task.FromResult(dead.Table.Readings.Count > 0));
        await (await dead.SchedulerAsync()).Clear();

        var ended = await Cluster.UntilEndedAsync(living, living);

        ended.Chunks.Select(chunk => chunk.Node).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        _cluster.ShouldHaveSoldOnce(60);
    }

    [Fact]
    public async Task A_source_that_fails_is_asked_again_and_what_it_said_is_not_kept()
    {
        var node = await _cluster.StartAsync(10);
        node.Table.Failure = new InvalidOperationException("robin@example.org is not well");
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(async () => (await Cluster.FindAsync(node)).Chunks is [{ Failure: not null }], node);

        var failure = (await Cluster.FindAsync(node)).Chunks[0].Failure!;
        failure.ShouldStartWith("InvalidOperationException;");
        failure.ShouldNotContain("robin");
        node.Table.Failure = null;

        await Cluster.UntilEndedAsync(node, node);
        _cluster.ShouldHaveSoldOnce(10);
    }

    [Fact]
    public async Task A_list_that_has_got_shorter_is_told_of_and_not_called_done()
    {
        var node = await _cluster.StartAsync(20);
        node.Table.Gate = Shorten();
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(
            async () => (await Cluster.FindAsync(node)).Chunks is [{ State: ClusterChunkState.Done }, { Failure: not null }],
            node
        );

        var batch = await Cluster.FindAsync(node);
        batch.State.ShouldBe(ClusterBatchState.Running);
        batch
            .Chunks[1]
            .Failure.ShouldBe(
                "The source 'rewards' gave 7 of the 10 lines from line 11; a list must not change before its batch is purged."
            );

        async Task Shorten()
        {
            await Task.Yield();
            node.Table.Lines = 17;
        }
    }

    private static async Task FireAsync(Node node)
    {
        var job = JobBuilder.Create<ChunkJob>().WithIdentity("chunk", "giftcards").StoreDurably().RequestRecovery().Build();
        await (await node.SchedulerAsync()).ScheduleJob(job, [Trigger().Build()], ScheduleJobOptions.Replacing);
    }

    private static TriggerBuilder<IJob> Trigger() =>
        TriggerBuilder.Create().ForJob("chunk", "giftcards").UsingJobData("batch", "june").UsingJobData("chunk", "1");

    /// <summary>Until Quartz here has fired so often, and has nothing under way.</summary>
    private static Task UntilFiredAsync(Node node, int times) =>
        Cluster.UntilAsync(async () =>
            await (await node.SchedulerAsync()).GetMetadata() is { LocalExecutingJobs: 0 } quartz && quartz.JobsExecuted >= times
        );

    private static string NameOf(Node node) => node.Services.GetRequiredService<NodeName>().Value;
}
