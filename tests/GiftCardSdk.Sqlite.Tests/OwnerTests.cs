using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Which processes are over: the ones that surely are, and never one that may be alive.</summary>
public sealed class OwnerTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly JournalFolder _folder = new();

    private string OwnersFolder => _folder.JournalPath + "-owners";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_killed_process_was_sending_and_held_is_nobodys_any_more()
    {
        var journal = _folder.Open();
        using var process = await HoldAsync();
        (await HeldAsync(journal)).Owner.ShouldNotBeNull();
        (await journal.TryLeaseAsync("account", journal.OwnerId!, Minute)).ShouldBeFalse();

        await process.KillAsync();

        var held = await HeldAsync(journal);
        (held.Owner, held.LeaseHolder, held.LeaseUntil).ShouldBe((null, null, null));
        (await journal.TryLeaseAsync("account", journal.OwnerId!, Minute)).ShouldBeTrue();
        (await journal.ReadAsync(JournalQuery.Unresolved)).ShouldHaveSingleItem().Owner.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_ended_in_peace_is_over_too()
    {
        using (var process = await HoldAsync())
        {
            await process.EndAsync();
        }

        (await HeldAsync(_folder.Open())).Owner.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_known_after_the_file_of_a_dead_process_was_swept_away()
    {
        using var process = await HoldAsync();
        await process.KillAsync();
        Directory.GetFiles(OwnersFolder).Length.ShouldBe(2);

        var journal = _folder.Open();

        Directory
            .GetFiles(OwnersFolder)
            .ShouldBe([Path.Combine(OwnersFolder, "name"), Path.Combine(OwnersFolder, journal.OwnerId!)], ignoreOrder: true);
        (await HeldAsync(journal)).Owner.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_is_suspended_keeps_what_it_has()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        using var process = await HoldAsync();
        await process.SignalAsync("STOP");
        var journal = _folder.Open();

        var held = await HeldAsync(journal);

        (held.Owner, held.LeaseHolder).ShouldBe((held.LeaseHolder, held.Owner));
        held.Owner.ShouldNotBeNull();
        held.LeaseUntil.ShouldNotBeNull();
        (await journal.TryLeaseAsync("account", journal.OwnerId!, Minute)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../../orders.db")]
    [InlineData("name")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("a/../aaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Of_a_name_that_this_folder_has_not_given_nothing_is_known(string owner)
    {
        var journal = _folder.Open();
        await journal.TryAddAsync(Entries.Entry("odd") with { Owner = owner, LeaseHolder = owner, LeaseUntil = DateTimeOffset.MaxValue });

        var entry = (await journal.FindAsync(Entries.Entry("odd").Identity)).ShouldNotBeNull();

        (entry.Owner, entry.LeaseHolder).ShouldBe((owner, owner));
        File.Exists(_folder.JournalPath).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_deletes_the_folder_makes_no_living_process_look_dead(bool isMadeAnew)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let the files go.");
        var before = _folder.Open();
        using var process = await HoldAsync();
        Directory.Delete(OwnersFolder, recursive: true);
        if (isMadeAnew)
        {
            (await HeldAsync(_folder.Open())).Owner.ShouldNotBeNull();
            (await HeldAsync(_folder.Open())).Owner.ShouldNotBeNull("an opening later, too");
        }

        (await HeldAsync(before)).Owner.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_a_copy_of_the_journal_nobody_is_dead_whoever_lives_may_do_so_beside_the_original(bool withCompanions)
    {
        using var process = await HoldAsync();
        var copy = Path.Combine(_folder.Folder, "copy", "orders.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await SqliteJournal.BackupAsync(_folder.JournalPath, copy);
        if (withCompanions)
        {
            File.Copy(_folder.JournalPath + "-guard", copy + "-guard");
            Directory.CreateDirectory(copy + "-owners");
            foreach (var file in Directory.GetFiles(OwnersFolder))
            {
                // A copy has everything but the lock.
                File.WriteAllBytes(
                    Path.Combine(copy + "-owners", Path.GetFileName(file)),
                    Path.GetFileName(file) == "name" ? await File.ReadAllBytesAsync(file) : []
                );
            }
        }

        (await HeldAsync(_folder.Open(copy))).Owner.ShouldNotBeNull();
        // The second opening finds a guard that the first one has made.
        (await HeldAsync(_folder.Open(copy))).Owner.ShouldNotBeNull();
    }

    [Fact]
    public async Task However_many_open_it_at_once_nobody_loses_the_file_that_says_that_he_lives()
    {
        using var reader = SqliteJournal.Open(new() { Path = _folder.JournalPath });

        var journals = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _folder.Open())));

        foreach (var journal in journals)
        {
            var entry = Entries.Entry(journal.OwnerId!) with { Owner = journal.OwnerId };
            await journal.TryAddAsync(entry);
            (await reader.FindAsync(entry.Identity)).ShouldNotBeNull().Owner.ShouldBe(journal.OwnerId);
        }
    }

    private async Task<OtherProcess> HoldAsync()
    {
        var process = OtherProcess.Start("hold", _folder.JournalPath);
        (await process.SaysAsync()).Length.ShouldBe(26);
        return process;
    }

    private static async Task<JournalEntry> HeldAsync(RelationalJournal journal) =>
        (await journal.FindAsync(Entries.Entry("held").Identity)).ShouldNotBeNull();
}
