using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>A batch is handed over on one node, and carried out, read and stopped on all.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private readonly Cluster _cluster = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task What_one_node_hands_over_is_one_card_a_line_and_can_be_read_from_another()
    {
        var first = await _cluster.StartAsync(95);
        var second = await _cluster.StartAsync(95);

        var handed = await first.Batches.StartAsync("june", Cluster.Batch with { Parameter = "survey 7" }, Cluster.Token);
        var ended = await Cluster.UntilEndedAsync(second, first, second);

        handed
            .Chunks.Select(chunk => (chunk.Number, chunk.FirstLine, chunk.Lines))
            .ShouldBe(Enumerable.Range(1, 10).Select(number => (number, ((number - 1L) * 10) + 1, number == 10 ? 5 : 10)));
        _cluster.ShouldHaveSoldOnce(95);
        (ended.Lines, ended.Progress.Done, ended.Progress.Ended).ShouldBe((95, 95, 95));
        // The clock of a node may run ahead of its beats, so that the other takes a chunk over: what it finds bought is bought before.
        var spent = ended.Progress.Spending.ShouldHaveSingleItem();
        (spent.FaceValue + spent.FaceValueBefore).ShouldBe(Money.Of(25 * 95, "EUR"));
        ended.Chunks.ShouldAllBe(chunk => chunk.State == ClusterChunkState.Done && chunk.Node != null);
        var summary = (await second.GiftCards.Batches.FindAsync("june", Cluster.Token)).ShouldNotBeNull();
        (summary.HasEnded, summary.Progress.Done).ShouldBe((true, 95));
        (await first.GiftCards.Batches.ListAsync(Cluster.Token).SingleAsync(Cluster.Token)).Name.ShouldBe("june");
        first.Table.Readings.Concat(second.Table.Readings).ShouldAllBe(reading => reading.Parameter == "survey 7");
        var results = await second.Batches.ReadResultsAsync("june", Cluster.Token).ToListAsync(Cluster.Token);
        results.Select(result => result.Number).ShouldBe(Enumerable.Range(1, 95).Select(number => (long)number));
        results.ShouldAllBe(result => result.Status == BatchLineStatus.Bought && result.OrderId != null);
    }

    [Fact]
    public async Task A_batch_that_was_stopped_on_another_node_begins_no_further_line_and_goes_on_when_it_is_started_again()
    {
        var first = await _cluster.StartAsync(200);
        var second = await _cluster.StartAsync(200);
        var gate = new TaskCompletionSource();
        first.Table.Gate = second.Table.Gate = gate.Task;
        await first.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(async () =>
            (await Cluster.FindAsync(first)).Chunks.Any(chunk => chunk.State == ClusterChunkState.Running)
        );

        (await second.Batches.StopAsync("june", Cluster.Token)).ShouldBeTrue();
        await Cluster.UntilAsync(
            async () => (await Cluster.FindAsync(first)).Chunks.All(chunk => chunk.State != ClusterChunkState.Running),
            first,
            second
        );

        _cluster.Shop.Ledger.ShouldBeEmpty();
        (await second.Batches.StopAsync("june", Cluster.Token)).ShouldBeFalse();
        gate.SetResult();
        await second.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilEndedAsync(first, first, second);
        _cluster.ShouldHaveSoldOnce(200);
    }

    [Fact]
    public async Task At_the_first_refusal_the_whole_batch_stops_if_that_is_wanted_and_buys_the_rest_once_it_is_mended()
    {
        var node = await _cluster.StartAsync(40);
        _cluster.Refuse(15);
        var batch = Cluster.Batch with
        {
            Lines = new() { Account = "shop", StopAtFirstRefusal = true },
        };

        await node.Batches.StartAsync("june", batch, Cluster.Token);
        await Cluster.UntilAsync(async () => (await Cluster.FindAsync(node)).State == ClusterBatchState.Stopped, node);
        _cluster.Refuse(null);
        await node.Batches.StartAsync("june", batch, Cluster.Token);
        await Cluster.UntilEndedAsync(node, node);

        _cluster.ShouldHaveSoldOnce(40);
    }

    [Fact]
    public async Task Of_a_batch_that_has_ended_only_the_chunks_with_lines_that_are_not_bought_are_carried_out_again()
    {
        var node = await _cluster.StartAsync(30);
        _cluster.Refuse(15);
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        (await Cluster.UntilEndedAsync(node, node)).Progress.Refused.ShouldBe(1);
        (await node.Batches.ReadResultsAsync("june", Cluster.Token).ToListAsync(Cluster.Token))[14]
            .Status.ShouldBe(BatchLineStatus.Refused);

        _cluster.Refuse(null);
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        var ended = await Cluster.UntilEndedAsync(node, node);

        ended.Chunks.Select(chunk => chunk.Attempts).ShouldBe([1, 2, 1]);
        (ended.Progress.Done, ended.Progress.BoughtBefore).ShouldBe((30, 9));
        _cluster.ShouldHaveSoldOnce(30);
    }

    [Fact]
    public async Task What_has_ended_is_purged_and_its_name_is_free_for_other_lines()
    {
        var node = await _cluster.StartAsync(20);
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilEndedAsync(node, node);

        (await node.Batches.PurgeAsync(TimeSpan.FromDays(1), Cluster.Token)).ShouldBe(0);
        (await node.Batches.PurgeAsync(TimeSpan.Zero, Cluster.Token)).ShouldBe(1);

        (await node.Batches.FindAsync("june", Cluster.Token)).ShouldBeNull();
        (await node.Batches.ListAsync(Cluster.Token).CountAsync(Cluster.Token)).ShouldBe(0);
        node.Table.Lines = 25;
        await node.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        (await Cluster.UntilEndedAsync(node, node)).Progress.BoughtBefore.ShouldBe(20);
        _cluster.ShouldHaveSoldOnce(25);
    }

    [Fact]
    public async Task A_node_that_stops_in_order_gives_what_it_has_back_at_once()
    {
        var (leaving, staying) = (await _cluster.StartAsync(10), _cluster.Add(10));
        leaving.Table.Gate = new TaskCompletionSource().Task;
        await leaving.Batches.StartAsync("june", Cluster.Batch, Cluster.Token);
        await Cluster.UntilAsync(() => Task.FromResult(leaving.Table.Readings.Count > 0));

        await leaving.StopAsync();

        (await Cluster.FindAsync(staying)).Chunks.ShouldHaveSingleItem().State.ShouldBe(ClusterChunkState.Waiting);
        await staying.StartAsync();
        await Cluster.UntilEndedAsync(staying, staying);
        _cluster.ShouldHaveSoldOnce(10);
    }
}
