using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>A disk that takes nothing more: orders stop before they are sent, and the journal believes nothing until it is opened again.</summary>
public sealed class WriteFailureTests
{
    private readonly SimulatedDisk _disk = new();

    [Theory]
    [InlineData("No space left on device")]
    [InlineData("Read-only file system")]
    public async Task A_full_or_read_only_disk_stops_the_order_before_the_send_and_says_so(string problem)
    {
        var shop = new Shop(journal: JournalFiles.Open(_disk));
        FailOn(DiskStep.Write, problem);

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain(problem);
        shop.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_folder_that_vanished_stops_the_order_before_the_send()
    {
        var shop = new Shop(journal: JournalFiles.Open(_disk));
        await shop.PlaceAsync();
        _disk.RemoveAllNames();

        var failure = await shop.FailAsync<GiftCardException>(Shop.Request("order-2"));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("no longer there");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_somebody_else_has_changed_stops_the_order_before_the_send()
    {
        var shop = new Shop(journal: JournalFiles.Open(_disk));
        using (var file = _disk.Open(JournalFiles.Path))
        {
            file.Write([1, 2, 3], file.Length);
        }

        (await shop.FailAsync<GiftCardException>()).Message.ShouldContain("something else has changed the file");
        shop.Provider.Arrivals.ShouldBe(0);
    }

    [Theory]
    [InlineData(DiskStep.Write)]
    [InlineData(DiskStep.Flush)]
    public async Task After_a_failure_nothing_is_taken_until_the_journal_is_opened_again(DiskStep step)
    {
        var log = new ListLogger(isEnabled: true);
        var journal = JournalFiles.Open(_disk, log);
        await journal.BuyAsync("before");
        FailOn(step, "broken");
        await Should.ThrowAsync<OrderJournalException>(async () => await journal.TryAddAsync(JournalFiles.Entry("a")));
        _disk.Before = null;
        var flushes = _disk.Flushes;

        // The disk would take it now; whether it took what came before, nobody knows.
        await Should.ThrowAsync<OrderJournalException>(async () => await journal.TryAddAsync(JournalFiles.Entry("b")));
        (await journal.FindAsync(JournalFiles.Entry("before").Identity)).ShouldNotBeNull();
        await journal.DisposeAsync();
        _disk.Flushes.ShouldBe(flushes);

        log.Entries.Count(line => line.Level == LogLevel.Critical && line.Id == OrderingLogEvents.JournalFailed).ShouldBe(1);
        await using var again = JournalFiles.Open(_disk);
        (await again.TryAddAsync(JournalFiles.Entry("b"))).ShouldBeTrue();
        (await again.FindAsync(JournalFiles.Entry("before").Identity)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_system_held_back_after_a_failed_flush_is_written_again_before_it_is_believed()
    {
        var journal = JournalFiles.Open(_disk);
        FailOn(DiskStep.Flush, "broken");
        await Should.ThrowAsync<OrderJournalException>(async () => await journal.TryAddAsync(JournalFiles.Entry("a")));
        _disk.Before = null;
        var written = new List<DiskStep>();
        var process = _disk.Restart(UnflushedTail.Kept, keepsNames: true);
        process.Before = (step, _) => written.Add(step);

        var again = JournalFiles.Open(process);

        written.ShouldBe([DiskStep.Write, DiskStep.Flush]);
        (await again.FindAsync(JournalFiles.Entry("a").Identity)).ShouldNotBeNull().State.ShouldBe(OrderJournalState.Unknown);
    }

    [Fact]
    public async Task After_it_was_closed_nothing_is_taken()
    {
        var journal = JournalFiles.Open(_disk);
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        await Should.ThrowAsync<OrderJournalException>(async () => await journal.TryAddAsync(JournalFiles.Entry("a")));
    }

    private void FailOn(DiskStep failing, string message) =>
        _disk.Before = (step, _) =>
        {
            if (step == failing)
            {
                throw new IOException(message);
            }
        };
}
