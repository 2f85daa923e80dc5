using System.Diagnostics;
using GiftCardSdk.Journal;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Several processes on one file, and several journals in one process.</summary>
public sealed class SeveralProcessesTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_processes_that_add_the_same_identities_at_once_one_wins_each_and_none_takes_the_journal_for_older()
    {
        using var first = OtherProcess.Start("add", _folder.JournalPath);
        using var second = OtherProcess.Start("add", _folder.JournalPath);
        foreach (var process in (OtherProcess[])[first, second])
        {
            (await process.SaysAsync()).ShouldBe("ready");
        }

        first.Tell("go");
        second.Tell("go");
        var won = (await Task.WhenAll(WonAsync(first), WonAsync(second))).SelectMany(those => those).ToList();

        won.Count.ShouldBe(200);
        won.Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        var journal = _folder.Open();
        (await journal.ReadAsync(JournalQuery.Unresolved)).Count.ShouldBe(200);
        (await journal.GetGapAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task All_that_open_a_new_one_at_once_have_one_key_and_no_gap()
    {
        for (var round = 0; round < 5; round++)
        {
            var path = Path.Combine(_folder.Folder, $"{round}.db");
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => KeyAsync(path, i))));
            keys.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        }

        async Task<string> KeyAsync(string path, int i)
        {
            var journal = _folder.Open(path);
            await journal.TryAddAsync(Entries.Entry($"order-{i}"));
            (await journal.GetGapAsync()).ShouldBeNull();
            return Convert.ToBase64String((await journal.GetFingerprintKeyAsync()).Span);
        }
    }

    [Fact]
    public async Task A_second_journal_in_the_process_that_is_closed_again_leaves_the_first_ones_locks_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which locks there are.");
        var first = _folder.Open();
        await first.TryAddAsync(Entries.Entry("before"));
        var locks = await LocksAsync();
        locks.ShouldBeGreaterThan(0);

        SqliteJournal.Open(new() { Path = _folder.JournalPath }).Dispose();
        await SqliteJournal.CheckAsync(_folder.JournalPath);
        await SqliteJournal.BackupAsync(_folder.JournalPath, _folder.JournalPath + ".backup");

        // Without them another process would take the log away when it ends, and with it what is written from then on.
        (await LocksAsync()).ShouldBe(locks);
    }

    [Fact]
    public async Task What_is_written_after_another_process_has_closed_the_journal_is_there()
    {
        var first = _folder.Open();
        await first.TryAddAsync(Entries.Entry("before"));
        using (var other = OtherProcess.Start("hold", _folder.JournalPath))
        {
            await other.SaysAsync();
            await other.EndAsync();
        }

        (await first.TryAddAsync(Entries.Entry("after"))).ShouldBeTrue();

        using var reader = OtherProcess.Start("add", _folder.JournalPath);
        (await reader.SaysAsync()).ShouldBe("ready");
        (await first.ReadAsync(JournalQuery.Unresolved))
            .Select(entry => entry.Identity.Reference.Value)
            .ShouldBe(["before", "held", "after"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_right_to_an_account_belongs_to_one_until_it_runs_out_or_is_given_back()
    {
        var clock = new GiftCardSdk.TestHelpers.ManualTimeProvider();
        var (first, second) = (_folder.Open(clock: clock), _folder.Open(clock: clock));
        var minute = TimeSpan.FromMinutes(1);

        (await first.TryLeaseAsync("a", first.OwnerId!, minute)).ShouldBeTrue();
        (await second.TryLeaseAsync("a", second.OwnerId!, minute)).ShouldBeFalse();
        (await second.TryLeaseAsync("A", second.OwnerId!, minute)).ShouldBeTrue("another account");
        clock.Advance(minute);
        (await second.TryLeaseAsync("a", second.OwnerId!, minute)).ShouldBeTrue("run out");
        (await first.TryLeaseAsync("a", first.OwnerId!, TimeSpan.Zero)).ShouldBeFalse("no longer its own");
        (await second.TryLeaseAsync("a", second.OwnerId!, TimeSpan.Zero)).ShouldBeTrue();
        (await first.TryLeaseAsync("a", first.OwnerId!, minute)).ShouldBeTrue("given back");
    }

    /// <summary>How many locks this process has on the database, by the kernel's word.</summary>
    private async Task<int> LocksAsync()
    {
        using var stat = Process.Start(
            new ProcessStartInfo("stat", ["-c", "%i", _folder.JournalPath]) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var inode = (await stat.StandardOutput.ReadToEndAsync()).Trim();
        var locks = await File.ReadAllLinesAsync("/proc/locks");
        return locks.Count(line =>
            line.Contains(" POSIX ", StringComparison.Ordinal) && line.Contains($":{inode} ", StringComparison.Ordinal)
        );
    }

    private static async Task<List<string>> WonAsync(OtherProcess process)
    {
        var won = new List<string>();
        while (await process.SaysAsync() is not "done" and var reference)
        {
            won.Add(reference);
        }

        return won;
    }
}
