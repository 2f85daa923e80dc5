using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Files;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>What is not as it was written: an interrupted write is cut off, anything else is refused.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task Of_a_journal_that_was_closed_any_flipped_bit_is_refused_or_changes_nothing()
    {
        var bytes = await BytesAsync(closes: true);
        var whole = await Open(bytes).PrintAsync();
        var refused = 0;

        for (var at = 0; at < bytes.Length; at++)
        {
            try
            {
                (await Open(Flip(bytes, at)).PrintAsync()).ShouldBe(whole, $"byte {at}");
            }
            catch (OrderJournalException)
            {
                refused++;
            }
        }

        // All but those of the mark that says that it was closed.
        refused.ShouldBeGreaterThan(bytes.Length - 40);
    }

    [Fact]
    public async Task Of_a_journal_after_a_crash_a_flipped_bit_costs_at_most_the_last_commit()
    {
        var bytes = await BytesAsync(closes: false);
        var whole = await Open(bytes).PrintAsync();
        var lengths = await CommitEndsAsync();
        var before = await Open(bytes[..lengths[^2]]).PrintAsync();

        for (var at = 0; at < bytes.Length; at++)
        {
            try
            {
                var found = await Open(Flip(bytes, at)).PrintAsync();

                at.ShouldBeGreaterThanOrEqualTo(lengths[^2]);
                found.ShouldBe(before);
                found.ShouldNotBe(whole);
            }
            catch (OrderJournalException failure)
            {
                at.ShouldBeLessThan(lengths[^2], failure.Message);
            }
        }
    }

    [Fact]
    public async Task A_tail_cut_at_any_length_leaves_every_commit_that_is_whole()
    {
        var bytes = await BytesAsync(closes: false);
        var ends = await CommitEndsAsync();

        for (var length = JournalHeader.Size; length <= bytes.Length; length++)
        {
            var disk = SimulatedDisk.With(JournalFiles.Path, bytes.AsSpan(0, length));
            var log = new ListLogger(isEnabled: true);
            await using var journal = JournalFiles.Open(disk, log);
            var end = ends.Last(end => end <= length);

            (await journal.PrintAsync()).ShouldBe(await Open(bytes[..end]).PrintAsync());
            disk.Read(JournalFiles.Path).Length.ShouldBe(end);
            log.Entries.Count(line => line.Id == OrderingLogEvents.JournalTornTail).ShouldBe(end == length ? 0 : 1);
            await journal.BuyAsync("afterwards");
        }
    }

    [Fact]
    public async Task A_file_cut_within_its_header_is_refused()
    {
        var bytes = await BytesAsync(closes: true);

        for (var length = 0; length < JournalHeader.Size; length++)
        {
            Should.Throw<OrderJournalException>(() => Open(bytes[..length]));
        }
    }

    [Fact]
    public async Task The_refusal_says_where_the_damage_is_and_what_helps_and_changes_nothing()
    {
        var bytes = await BytesAsync(closes: true);
        var ends = await CommitEndsAsync();
        var damaged = Flip(bytes, ends[0] + 30);
        var disk = SimulatedDisk.With(JournalFiles.Path, damaged);

        var failure = Should.Throw<OrderJournalException>(() => JournalFiles.Open(disk));

        failure.Message.ShouldContain($"at byte {ends[0]}");
        failure.Message.ShouldContain("FileJournal.SalvageAsync");
        disk.Read(JournalFiles.Path).ShouldBe(damaged);
        disk.Steps.ShouldBe(0);
    }

    [Fact]
    public async Task A_commit_that_was_cut_out_of_the_middle_is_noticed()
    {
        var bytes = await BytesAsync(closes: false);
        var ends = await CommitEndsAsync();

        Should.Throw<OrderJournalException>(() => Open([.. bytes[..ends[1]], .. bytes[ends[2]..]]));
    }

    [Fact]
    public async Task A_commit_of_another_journal_is_no_commit_of_this_one()
    {
        var bytes = await BytesAsync(closes: false);
        var other = await BytesAsync(closes: false);
        var ends = await CommitEndsAsync();
        var last = other[ends[^2]..];

        var found = await Open([.. bytes[..ends[^2]], .. last]).PrintAsync();

        found.ShouldBe(await Open(bytes[..ends[^2]]).PrintAsync());
    }

    [Fact]
    public async Task A_later_format_is_left_to_the_later_version()
    {
        var bytes = await BytesAsync(closes: true);
        bytes[8] = JournalHeader.CurrentFormat + 1;

        Should.Throw<OrderJournalException>(() => Open(bytes)).Message.ShouldContain("has format 2");
    }

    [Fact]
    public void A_file_of_something_else_is_no_journal() =>
        Should
            .Throw<OrderJournalException>(() => Open([.. Enumerable.Repeat((byte)'x', 1000)]))
            .Message.ShouldContain("is no order journal");

    [Fact]
    public async Task A_record_that_is_damaged_while_the_journal_is_open_is_not_believed()
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        await journal.BuyAsync("a");
        var end = (int)disk.LengthOf(JournalFiles.Path)!;
        using (var file = disk.Open(JournalFiles.Path))
        {
            file.Write([0xA5], end - 10);
        }

        var failure = await Should.ThrowAsync<OrderJournalException>(async () => await journal.FindAsync(JournalFiles.Entry("a").Identity));

        failure.Message.ShouldContain("can no longer be read");
    }

    /// <summary>A small journal: three orders, an update, a tombstone that was dropped.</summary>
    private static async Task<byte[]> BytesAsync(bool closes) => (await WriteAsync(closes)).Disk.Read(JournalFiles.Path);

    /// <summary>Where the header and each commit end.</summary>
    private static async Task<List<int>> CommitEndsAsync() => (await WriteAsync(closes: false)).Ends;

    private static async Task<(SimulatedDisk Disk, List<int> Ends)> WriteAsync(bool closes)
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        var ends = new List<int> { JournalHeader.Size };
        disk.Before = (step, path) =>
        {
            if (step == DiskStep.Flush)
            {
                ends.Add((int)disk.LengthOf(path)!);
            }
        };
        await journal.BuyAsync("a");
        await journal.TryAddAsync(JournalFiles.FullEntry());
        await journal.BuyAsync("b");
        if (closes)
        {
            await journal.DisposeAsync();
        }

        return (disk, ends);
    }

    private static FileJournal Open(byte[] bytes) => JournalFiles.Open(SimulatedDisk.With(JournalFiles.Path, bytes));

    /// <summary>One bit of a byte, another one for each byte.</summary>
    private static byte[] Flip(byte[] bytes, int at)
    {
        byte[] flipped = [.. bytes];
        flipped[at] ^= (byte)(1 << (at % 8));
        return flipped;
    }
}
