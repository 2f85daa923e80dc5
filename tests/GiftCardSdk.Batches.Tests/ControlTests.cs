using GiftCardSdk.Testing;

namespace GiftCardSdk.Batches.Tests;

/// <summary>A batch is paused, resumed, stopped and cancelled while it runs.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task While_it_is_paused_no_line_is_begun_and_those_under_way_end()
    {
        await using var shop = new Shop();
        var control = new BatchControl();
        var readWhilePaused = false;
        var results = new List<BatchResult>();

        await foreach (
            var result in shop.Application().RunAsync("june", List(), Shop.Options with { Control = control, Concurrency = 3 }, Shop.Token)
        )
        {
            results.Add(result);
            if (results.Count == 5)
            {
                control.IsPaused.ShouldBeTrue();
                control.Resume();
            }
        }

        readWhilePaused.ShouldBeFalse();
        results.Count.ShouldBe(9);

        async IAsyncEnumerable<BatchLine> List()
        {
            await foreach (var line in Shop.Lines(9))
            {
                readWhilePaused |= control.IsPaused;
                if (line.Request.Reference == "line-5")
                {
                    control.Pause();
                }

                yield return line;
            }
        }
    }

    [Fact]
    public async Task Once_it_is_stopped_what_is_under_way_ends_and_a_later_run_does_the_rest()
    {
        await using var shop = new Shop();
        var control = new BatchControl();

        var results = await Shop.RunAsync(shop.Application(), Stopping(control), Shop.Options with { Control = control });

        results.Count.ShouldBe(5);
        results.ShouldAllBe(result => result.Status == BatchLineStatus.Bought);
        shop.Provider.Ledger.Count.ShouldBe(5);
        (await Shop.RunAsync(shop.Application(), Shop.Lines(9))).Count.ShouldBe(9);
        shop.Provider.Ledger.Count.ShouldBe(9);

        static async IAsyncEnumerable<BatchLine> Stopping(BatchControl control)
        {
            await foreach (var line in Shop.Lines(9))
            {
                if (line.Request.Reference == "line-5")
                {
                    control.Stop();
                }

                yield return line;
            }
        }
    }

    [Fact]
    public async Task A_list_that_is_waited_for_does_not_keep_a_batch_from_stopping()
    {
        await using var shop = new Shop();
        var control = new BatchControl();
        var never = new TaskCompletionSource();
        var results = new List<BatchResult>();

        await foreach (var result in shop.Application().RunAsync("june", Slow(), Shop.Options with { Control = control }, Shop.Token))
        {
            results.Add(result);
            control.Stop();
        }

        results.Count.ShouldBe(1);

        async IAsyncEnumerable<BatchLine> Slow()
        {
            yield return new(Shop.Order(1));
            await never.Task;
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting_and_a_later_run_finds_what_was_bought()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Shop.Token);
        var answer = new TaskCompletionSource();
        shop.Provider.ScriptOrders(order =>
            order.Request.Reference == "line-4" ? ScriptedEnd.Accepted with { BeforeAnswer = answer.Task } : ScriptedEnd.Accepted
        );
        var results = new List<BatchResult>();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in batches.RunAsync("june", Shop.Lines(4), Shop.Options with { Concurrency = 1 }, cancel.Token))
            {
                results.Add(result);
                if (result.Number == 3)
                {
                    await cancel.CancelAsync();
                }
            }
        });

        results.Count.ShouldBe(3);
        answer.SetResult();
        (await Shop.RunAsync(batches, Shop.Lines(9))).ShouldAllBe(result => result.Status == BatchLineStatus.Bought);
        shop.Provider.Ledger.Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_batch_that_was_cancelled_with_lines_in_hand_has_not_come_to_its_end()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Shop.Token);
        var (sent, readOut, answer) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        shop.Provider.ScriptOrders(order =>
        {
            if (order.Request.Reference != "line-2")
            {
                return ScriptedEnd.Accepted;
            }

            sent.TrySetResult();
            return ScriptedEnd.Accepted with { BeforeAnswer = answer.Task };
        });
        var running = batches.RunAsync("june", List(), Shop.Options with { Concurrency = 3 }, cancel.Token).ToListAsync(cancel.Token);
        await Task.WhenAll(sent.Task, readOut.Task).WaitAsync(Shop.Token);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await running);

        answer.SetResult();
        (await batches.FindAsync("june", Shop.Token))!.HasEnded.ShouldBeFalse();

        async IAsyncEnumerable<BatchLine> List()
        {
            await foreach (var line in Shop.Lines(2))
            {
                yield return line;
            }

            readOut.SetResult();
        }
    }
}
