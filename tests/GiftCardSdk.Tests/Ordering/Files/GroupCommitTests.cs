using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>One flush a commit, shared by all who come while one is running.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly SimulatedDisk _disk = new();
    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _isFlushing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Alone_every_write_has_its_own_flush()
    {
        var journal = JournalFiles.Open(_disk);
        var before = _disk.Flushes;

        await journal.BuyAsync("a");

        (_disk.Flushes - before).ShouldBe(2);
    }

    [Fact]
    public async Task All_that_comes_while_a_flush_runs_shares_the_next_one()
    {
        var journal = JournalFiles.Open(_disk);
        HoldFlushes();
        var before = _disk.Flushes;
        var first = AddAsync(journal, "first");
        await _isFlushing.Task;
        var others = Enumerable.Range(0, 64).Select(i => journal.TryAddAsync(JournalFiles.Entry($"o-{i}")).AsTask()).ToList();
        others.ShouldAllBe(write => !write.IsCompleted);

        _gate.Set();
        (await Task.WhenAll([first, .. others])).ShouldAllBe(isNew => isNew);

        (_disk.Flushes - before).ShouldBe(2);
    }

    [Fact]
    public async Task A_loop_that_does_not_wait_shares_flushes_too()
    {
        var journal = JournalFiles.Open(_disk);
        await journal.TryAddAsync(JournalFiles.Entry("on its way"));
        HoldFlushes();
        var before = _disk.Flushes;

        // None of these may wait for its flush on this thread.
        var writes = await Task.Run(() =>
            Enumerable.Range(0, 64).Select(i => journal.TryAddAsync(JournalFiles.Entry($"o-{i}")).AsTask()).ToList()
        );
        _gate.Set();
        await Task.WhenAll(writes);

        (_disk.Flushes - before).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_write_is_not_seen_before_it_is_on_the_disk()
    {
        var journal = JournalFiles.Open(_disk);
        HoldFlushes();
        var write = AddAsync(journal, "a");
        await _isFlushing.Task;

        (await journal.FindAsync(JournalFiles.Entry("a").Identity)).ShouldBeNull();

        _gate.Set();
        await write;
        (await journal.FindAsync(JournalFiles.Entry("a").Identity)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_that_write_one_order_at_once_the_second_is_judged_by_what_the_first_wrote()
    {
        var journal = JournalFiles.Open(_disk);
        HoldFlushes();
        var first = AddAsync(journal, "a");
        await _isFlushing.Task;
        var second = AddAsync(journal, "a");

        _gate.Set();

        (await first).ShouldBeTrue();
        (await second).ShouldBeFalse();
    }

    [Fact]
    public async Task All_who_share_a_commit_that_fails_are_told()
    {
        var journal = JournalFiles.Open(_disk);
        HoldFlushes(andThen: static () => throw new IOException("broken"));
        var first = AddAsync(journal, "first");
        await _isFlushing.Task;
        var others = Enumerable.Range(0, 20).Select(i => journal.TryAddAsync(JournalFiles.Entry($"o-{i}")).AsTask()).ToList();
        _gate.Set();

        foreach (var write in (List<Task<bool>>)[first, .. others])
        {
            await Should.ThrowAsync<OrderJournalException>(write);
        }

        (await journal.PrintAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_waits_for_what_is_on_its_way()
    {
        var journal = JournalFiles.Open(_disk);
        HoldFlushes();
        var write = AddAsync(journal, "a");
        await _isFlushing.Task;
        var closing = journal.DisposeAsync().AsTask();
        closing.IsCompleted.ShouldBeFalse();

        _gate.Set();
        await closing;

        (await write).ShouldBeTrue();
        (await JournalFiles.Open(_disk).FindAsync(JournalFiles.Entry("a").Identity)).ShouldNotBeNull();
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

    /// <summary>Whoever is alone writes on its own thread, which these tests must not lend.</summary>
    private static Task<bool> AddAsync(FileJournal journal, string reference) =>
        Task.Run(() => journal.TryAddAsync(JournalFiles.Entry(reference)).AsTask());

    private void HoldFlushes(Action? andThen = null) =>
        _disk.Before = (step, _) =>
        {
            if (step == DiskStep.Flush)
            {
                _isFlushing.TrySetResult();
                _gate.Wait(TestContext.Current.CancellationToken);
                andThen?.Invoke();
            }
        };
}
