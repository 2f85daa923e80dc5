namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>One flush a commit, shared by all who come while one is running.</summary>
public sealed class GroupCommitTests
{
    private readonly SimulatedDisk _disk = new();

    [Fact]
    public async Task Alone_every_write_has_its_own_flush()
    {
        await using var journal = JournalFiles.Open(_disk);
        var before = _disk.Flushes;

        await journal.BuyAsync("a");

        (_disk.Flushes - before).ShouldBe(2);
    }

    [Fact]
    public async Task All_that_comes_while_a_flush_runs_shares_the_next_one()
    {
        await using var journal = JournalFiles.Open(_disk);
        using var gate = new ManualResetEventSlim();
        var isFlushing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _disk.Before = (step, _) =>
        {
            if (step == DiskStep.Flush)
            {
                isFlushing.TrySetResult();
                gate.Wait(TestContext.Current.CancellationToken);
            }
        };
        var before = _disk.Flushes;
        var first = journal.TryAddAsync(JournalFiles.Entry("first")).AsTask();
        await isFlushing.Task;
        var others = Enumerable.Range(0, 64).Select(i => journal.TryAddAsync(JournalFiles.Entry($"o-{i}")).AsTask()).ToList();
        others.ShouldAllBe(write => !write.IsCompleted);

        gate.Set();
        (await Task.WhenAll([first, .. others])).ShouldAllBe(isNew => isNew);

        (_disk.Flushes - before).ShouldBe(2);
    }

    [Fact]
    public async Task A_write_is_not_seen_before_it_is_on_the_disk()
    {
        await using var journal = JournalFiles.Open(_disk);
        using var gate = new ManualResetEventSlim();
        var isFlushing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _disk.Before = (step, _) =>
        {
            if (step == DiskStep.Flush)
            {
                isFlushing.TrySetResult();
                gate.Wait(TestContext.Current.CancellationToken);
            }
        };
        var write = journal.TryAddAsync(JournalFiles.Entry("a")).AsTask();
        await isFlushing.Task;

        (await journal.FindAsync(JournalFiles.Entry("a").Identity)).ShouldBeNull();

        gate.Set();
        await write;
        (await journal.FindAsync(JournalFiles.Entry("a").Identity)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_that_write_one_order_at_once_the_second_is_judged_by_what_the_first_wrote()
    {
        await using var journal = JournalFiles.Open(_disk);
        using var gate = new ManualResetEventSlim();
        _disk.Before = (step, _) => gate.Wait(TestContext.Current.CancellationToken);
        var first = journal.TryAddAsync(JournalFiles.Entry("a")).AsTask();
        var second = journal.TryAddAsync(JournalFiles.Entry("a")).AsTask();

        gate.Set();

        (await first).ShouldBeTrue();
        (await second).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_callers_lose_nothing()
    {
        var journal = JournalFiles.Open(_disk);
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (i, _) => await journal.BuyAsync($"o-{i}"));
        var before = await journal.PrintAsync();
        await journal.DisposeAsync();

        before.Count.ShouldBe(500);
        (await JournalFiles.Open(_disk).PrintAsync()).ShouldBe(before);
    }
}
