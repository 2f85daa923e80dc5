using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Files;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>Of a damaged journal everything that can be read goes into a new one, and a report says when the rest was written.</summary>
public sealed class SalvageTests
{
    private const string NewPath = "/journal/salvaged.journal";

    [Fact]
    public async Task Everything_but_the_damaged_record_is_there_and_the_report_says_when_it_was_written()
    {
        var (bytes, ends) = await WriteAsync("a", "b", "c");
        // In the record that accepts b.
        bytes[ends[3] + 60] ^= 0x10;
        var disk = SimulatedDisk.With(JournalFiles.Path, bytes);

        var report = Salvage(disk);

        report.Orders.ShouldBe(3);
        report.IsKeyLost.ShouldBeFalse();
        var gap = report.Gaps.ShouldHaveSingleItem();
        gap.Offset.ShouldBe(ends[3]);
        gap.Length.ShouldBe(ends[4] - ends[3]);
        gap.Recovered.ShouldBe(0);
        gap.After.ShouldBe(JournalFiles.Noon.AddMinutes(1));
        gap.Before.ShouldBe(JournalFiles.Noon.AddMinutes(1));
        var salvaged = OpenSalvaged(disk);
        (await StateAsync(salvaged, "a")).ShouldBe(OrderJournalState.Accepted);
        // Its end is lost, so it is open again and is looked up before anything is sent.
        (await StateAsync(salvaged, "b")).ShouldBe(OrderJournalState.Unknown);
        (await StateAsync(salvaged, "c")).ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task The_damaged_file_is_not_touched_and_no_file_is_written_over()
    {
        var (bytes, ends) = await WriteAsync("a", "b");
        bytes[ends[1] + 5] ^= 1;
        var disk = SimulatedDisk.With(JournalFiles.Path, bytes);

        Salvage(disk);

        disk.Read(JournalFiles.Path).ShouldBe(bytes);
        Should.Throw<OrderJournalException>(() => Salvage(disk)).Message.ShouldContain("There is a file");
    }

    [Fact]
    public async Task The_whole_records_of_a_damaged_commit_are_read_one_by_one()
    {
        var disk = new SimulatedDisk();
        var header = JournalHeader.New(JournalFiles.Noon);
        using (var file = NewFile.Start(disk, JournalFiles.Path, header))
        {
            var source = await SourceAsync("a", "b", "c");
            file.Copy(source);
            file.Finish();
            file.MoveTo(JournalFiles.Path);
        }

        // One commit with all of them; the first byte of its magic is gone.
        var bytes = disk.Read(JournalFiles.Path);
        bytes[JournalHeader.Size] ^= 1;
        disk = SimulatedDisk.With(JournalFiles.Path, bytes);

        var report = Salvage(disk);

        report.Orders.ShouldBe(3);
        report.Gaps.ShouldHaveSingleItem().Recovered.ShouldBe(3);
        (await StateAsync(OpenSalvaged(disk), "b")).ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task A_commit_that_was_cut_out_is_reported()
    {
        var (bytes, ends) = await WriteAsync("a", "b");
        var disk = SimulatedDisk.With(JournalFiles.Path, [.. bytes[..ends[2]], .. bytes[ends[3]..]]);

        var gap = Salvage(disk).Gaps.ShouldHaveSingleItem();

        gap.Offset.ShouldBe(ends[2]);
        gap.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task One_copy_of_the_header_is_enough_and_without_both_the_key_is_made_anew(int damagedCopies, bool isKeyLost)
    {
        var (bytes, _) = await WriteAsync("a");
        var key = await JournalFiles.Open(SimulatedDisk.With(JournalFiles.Path, bytes)).GetFingerprintKeyAsync();
        for (var copy = 0; copy < damagedCopies; copy++)
        {
            bytes[(copy * JournalHeader.Size / 2) + 40] ^= 1;
        }

        var disk = SimulatedDisk.With(JournalFiles.Path, bytes);
        var report = Salvage(disk);

        report.IsKeyLost.ShouldBe(isKeyLost);
        report.Orders.ShouldBe(1);
        var salvaged = OpenSalvaged(disk);
        (await salvaged.GetFingerprintKeyAsync()).Span.SequenceEqual(key.Span).ShouldBe(!isKeyLost);
        (await StateAsync(salvaged, "a")).ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task Whatever_byte_is_damaged_at_most_one_commit_is_lost()
    {
        var (bytes, ends) = await WriteAsync("a", "b", "c");

        for (var at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x40;
            var disk = SimulatedDisk.With(JournalFiles.Path, damaged);

            var report = Salvage(disk);

            // The first write of an order may be lost, if its second is there.
            report.Orders.ShouldBe(3, $"byte {at}");
            var accepted = 0;
            await foreach (var entry in OpenSalvaged(disk).ListAsync(new()))
            {
                accepted += entry.State == OrderJournalState.Accepted ? 1 : 0;
            }

            accepted.ShouldBeGreaterThanOrEqualTo(2);
            report.Gaps.Count.ShouldBeLessThanOrEqualTo(1);
            (report.Gaps.Count == 0).ShouldBe(at < ends[0]);
        }
    }

    [Fact]
    public async Task A_journal_that_is_in_use_is_left_alone()
    {
        var disk = new SimulatedDisk();
        await using var journal = JournalFiles.Open(disk);

        Should.Throw<OrderJournalException>(() => Salvage(disk));
        disk.Exists(NewPath).ShouldBeFalse();
    }

    private static SalvageReport Salvage(SimulatedDisk disk) =>
        new Salvage(disk, JournalFiles.Path, NewPath, new ManualTimeProvider()).Run(CancellationToken.None);

    private static FileJournal OpenSalvaged(SimulatedDisk disk) =>
        JournalFiles.Open(SimulatedDisk.With(JournalFiles.Path, disk.Restart(UnflushedTail.Lost, keepsNames: false).Read(NewPath)));

    private static async Task<OrderJournalState> StateAsync(FileJournal journal, string reference) =>
        (await journal.FindAsync(JournalFiles.Entry(reference).Identity)).ShouldNotBeNull().State;

    /// <summary>A journal as a crash leaves it, and where its header and each commit end.</summary>
    private static async Task<(byte[] Bytes, List<int> Ends)> WriteAsync(params string[] references)
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
        foreach (var reference in references)
        {
            await journal.BuyAsync(reference);
        }

        return (disk.Read(JournalFiles.Path), ends);
    }

    private static async Task<OpenedFile> SourceAsync(params string[] references)
    {
        var (bytes, _) = await WriteAsync(references);
        var disk = SimulatedDisk.With(JournalFiles.Path, bytes);
        return new Opening(
            disk,
            JournalFiles.Path,
            new() { CompactAtOpen = false },
            new ManualTimeProvider(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
        ).Run();
    }
}
