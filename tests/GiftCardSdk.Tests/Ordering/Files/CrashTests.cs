using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Files;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>The power fails at any step, and takes with it what was not flushed, in every way it may.</summary>
public sealed class CrashTests
{
    public static MatrixTheoryData<UnflushedTail, bool> Losses { get; } = new(Enum.GetValues<UnflushedTail>(), [true, false]);

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_was_acknowledged_is_found_again_whenever_the_power_fails(UnflushedTail tail, bool keepsNames)
    {
        for (var step = 0; ; step++)
        {
            var disk = new SimulatedDisk { PowerGoesAt = step };
            var acknowledged = await WriteUntilTheEndAsync(disk);
            var journal = JournalFiles.Open(disk.Restart(tail, keepsNames));

            foreach (var (reference, version) in acknowledged)
            {
                var found = (await journal.FindAsync(JournalFiles.Entry(reference).Identity)).ShouldNotBeNull($"step {step}");
                found.Version.ShouldBeGreaterThanOrEqualTo(version);
            }

            await journal.BuyAsync("afterwards");
            if (disk.Steps < step)
            {
                step.ShouldBeGreaterThan(10);
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Writing_the_file_anew_loses_nothing_whenever_the_power_fails(UnflushedTail tail, bool keepsNames)
    {
        var (bytes, whole) = await FullAsync();
        for (var step = 0; ; step++)
        {
            var disk = SimulatedDisk.With(JournalFiles.Path, bytes);
            disk.PowerGoesAt = step;
            var isDone = await OpenAndBuyAsync(disk);
            var found = await JournalFiles.Open(disk.Restart(tail, keepsNames)).PrintAsync();

            found.Where(line => !line.Contains("afterwards", StringComparison.Ordinal)).ShouldBe(whole, $"step {step}");
            if (isDone)
            {
                found.Count.ShouldBe(whole.Count + 1);
                step.ShouldBeGreaterThan(8);
                return;
            }
        }
    }

    [Fact]
    public async Task Writing_the_file_anew_keeps_all_that_is_not_superseded_and_takes_less_room()
    {
        var (bytes, whole) = await FullAsync();
        var disk = SimulatedDisk.With(JournalFiles.Path, bytes);
        var key = await JournalFiles.Open(SimulatedDisk.With(JournalFiles.Path, bytes)).GetFingerprintKeyAsync();

        await using var journal = JournalFiles.Open(disk, compacts: true);

        (await journal.PrintAsync()).ShouldBe(whole);
        (await journal.GetFingerprintKeyAsync()).Span.SequenceEqual(key.Span).ShouldBeTrue();
        disk.Read(JournalFiles.Path).Length.ShouldBeLessThan(bytes.Length * 2 / 3);
        disk.Exists(NewFile.PathFor(JournalFiles.Path)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(DiskStep.Create)]
    [InlineData(DiskStep.Write)]
    public async Task Without_room_for_a_second_file_the_old_one_goes_on(DiskStep failing)
    {
        var (bytes, whole) = await FullAsync();
        var disk = SimulatedDisk.With(JournalFiles.Path, bytes);
        var log = new ListLogger(isEnabled: true);
        disk.Before = (step, path) =>
        {
            if (step == failing && path != JournalFiles.Path)
            {
                throw new IOException("No space left on device");
            }
        };

        await using var journal = JournalFiles.Open(disk, log, compacts: true);

        (await journal.PrintAsync()).ShouldBe(whole);
        disk.Exists(NewFile.PathFor(JournalFiles.Path)).ShouldBeFalse();
        log.Entries.ShouldContain(line => line.Id == OrderingLogEvents.JournalNotCompacted);
        await journal.BuyAsync("afterwards");
    }

    /// <summary>Opens a journal that is written anew, and buys one order more.</summary>
    private static async Task<bool> OpenAndBuyAsync(SimulatedDisk disk)
    {
        try
        {
            var journal = JournalFiles.Open(disk, compacts: true);
            await journal.BuyAsync("afterwards");
            return true;
        }
        catch (OrderJournalException)
        {
            return false;
        }
    }

    /// <summary>Writes from the first byte of the file on, until it is done or the power goes.</summary>
    /// <returns>What was acknowledged: references, and the versions that must be there at least.</returns>
    private static async Task<Dictionary<string, long>> WriteUntilTheEndAsync(SimulatedDisk disk)
    {
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            await using var journal = JournalFiles.Open(disk);
            foreach (var reference in (string[])["a", "b", "c"])
            {
                await journal.TryAddAsync(JournalFiles.Entry(reference));
                acknowledged[reference] = 1;
                await journal.TryUpdateAsync(JournalFiles.Entry(reference, OrderJournalState.Accepted, version: 2));
                acknowledged[reference] = 2;
            }
        }
        catch (OrderJournalException)
        {
            // The power is gone.
        }

        return acknowledged;
    }

    /// <summary>A journal most of which is superseded, closed in peace.</summary>
    private static async Task<(byte[] Bytes, List<string> Whole)> FullAsync()
    {
        var disk = new SimulatedDisk();
        var journal = JournalFiles.Open(disk);
        await journal.TryAddAsync(JournalFiles.FullEntry());
        foreach (var reference in (string[])["a", "b", "dropped"])
        {
            await journal.BuyAsync(reference);
            await journal.TryUpdateAsync(JournalFiles.Entry(reference, OrderJournalState.Accepted, version: 3));
        }

        var dropped = JournalFiles.Entry("dropped", OrderJournalState.Accepted, version: 4);
        await journal.TryUpdateAsync(dropped.ToTombstone(JournalFiles.Noon));
        (await journal.DropTombstonesAsync(JournalFiles.Noon.AddHours(1))).ShouldBe(1);
        var whole = await journal.PrintAsync();
        await journal.DisposeAsync();
        return (disk.Read(JournalFiles.Path), whole);
    }
}
