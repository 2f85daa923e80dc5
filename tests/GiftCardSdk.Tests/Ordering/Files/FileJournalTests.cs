using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>The file journal keeps the contract of every journal.</summary>
public sealed class FileJournalTests() : JournalContract(JournalFiles.Open(new SimulatedDisk()))
{
    protected override IOrderJournal CreateAnother() => JournalFiles.Open(new SimulatedDisk());

    [Fact]
    public async Task What_was_written_is_there_after_a_restart_with_every_member()
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        var key = await journal.GetFingerprintKeyAsync();
        await journal.TryAddAsync(JournalFiles.FullEntry());
        await journal.BuyAsync("plain");
        var before = await journal.PrintAsync();
        await journal.DisposeAsync();

        var again = JournalFiles.Open(disk);

        (await again.PrintAsync()).ShouldBe(before);
        before.Count.ShouldBe(2);
        (await again.GetFingerprintKeyAsync()).Span.SequenceEqual(key.Span).ShouldBeTrue();
        (await again.FindAsync(JournalFiles.FullEntry().Identity)).ShouldNotBeNull().Lines.ShouldBe(JournalFiles.FullEntry().Lines);
        again.IsDurable.ShouldBeTrue();
        again.IsExclusive.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_ended_is_unknown_and_nobodys()
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        var sending = JournalFiles.Entry("a") with { Owner = "dead", LeaseHolder = "dead", LeaseUntil = JournalFiles.Noon.AddDays(1) };
        await journal.TryAddAsync(sending);

        var again = JournalFiles.Open(disk.Restart(UnflushedTail.Lost, keepsNames: false));

        var found = (await again.FindAsync(sending.Identity)).ShouldNotBeNull();
        found.State.ShouldBe(OrderJournalState.Unknown);
        found.IsAmbiguous.ShouldBeTrue();
        found.Owner.ShouldBeNull();
        found.LeaseHolder.ShouldBeNull();
        (await again.TryUpdateAsync(found.MoveTo(OrderJournalState.Accepted) with { Version = 2 })).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stale_update_is_refused_after_a_restart_too()
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        await journal.BuyAsync("a");
        await journal.DisposeAsync();
        var again = JournalFiles.Open(disk);

        (await again.TryUpdateAsync(JournalFiles.Entry("a", OrderJournalState.Accepted, version: 2))).ShouldBeFalse();
        (await again.TryAddAsync(JournalFiles.Entry("a"))).ShouldBeFalse();
        (await again.TryUpdateAsync(JournalFiles.Entry("a", OrderJournalState.Accepted, version: 3))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_dropped_tombstone_stays_forgotten()
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        await journal.BuyAsync("gone");
        await journal.BuyAsync("kept");
        var gone = JournalFiles.Entry("gone", OrderJournalState.Accepted, version: 3);
        await journal.TryUpdateAsync(gone.ToTombstone(JournalFiles.Noon));
        (await journal.DropTombstonesAsync(JournalFiles.Noon.AddDays(1))).ShouldBe(1);
        await journal.DisposeAsync();

        var again = JournalFiles.Open(disk);

        (await again.FindAsync(gone.Identity)).ShouldBeNull();
        (await again.PrintAsync()).Count.ShouldBe(1);
    }
}
