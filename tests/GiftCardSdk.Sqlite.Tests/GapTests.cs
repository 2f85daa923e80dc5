using GiftCardSdk.Journal.Relational;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A journal notices that it is older than it was, always, and never without reason.</summary>
public sealed class GapTests : IDisposable
{
    private readonly JournalFolder _folder = new();
    private readonly RecordingLog _log = new();
    private readonly ManualTimeProvider _clock = new();

    private string Backup => _folder.JournalPath + ".backup";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_that_was_put_back_is_noticed_and_says_since_when_to_when()
    {
        await BackUpAndGoOnAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        _folder.PutBack(Backup);

        var journal = Open();

        (await journal.GetGapAsync()).ShouldBe(new(Entries.Noon, _clock.GetUtcNow()));
        _log.Gaps.ShouldBe(1);
        _log.Entries.Single(entry => entry.Id == 2022).Text.ShouldContain("CloseGapAsync");
    }

    [Fact]
    public async Task One_commit_that_is_missing_is_enough()
    {
        using (var journal = Open())
        {
            await journal.TryAddAsync(Entries.Entry("known"));
            await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
            await journal.TryAddAsync(Entries.Entry("last"));
        }

        _folder.PutBack(Backup);

        (await Open().GetGapAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_database_without_a_guard_came_from_elsewhere()
    {
        await BackUpAndGoOnAsync();
        var elsewhere = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Folder, "elsewhere")).FullName, "orders.db");
        File.Copy(Backup, elsewhere);

        (await Open(elsewhere).GetGapAsync()).ShouldNotBeNull();
        (await Open(elsewhere).GetGapAsync()).ShouldNotBeNull("the first opening has made a guard, and the gap stays");
        _log.Gaps.ShouldBe(1);
    }

    [Fact]
    public async Task Another_journals_file_is_noticed_however_far_it_has_come()
    {
        await BackUpAndGoOnAsync();
        var other = Path.Combine(_folder.Folder, "other.db");
        using (var journal = Open(other))
        {
            for (var i = 0; i < 20; i++)
            {
                await journal.TryAddAsync(Entries.Entry($"other-{i}"));
            }
        }

        _folder.PutBack(other);

        (await Open().GetGapAsync()).ShouldNotBeNull();
        (await Open().GetGapAsync()).ShouldNotBeNull();
        _log.Gaps.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_file_in_its_place_is_a_journal_that_knows_nothing()
    {
        await BackUpAndGoOnAsync();
        await File.WriteAllBytesAsync(_folder.JournalPath, []);

        (await Open().GetGapAsync()).ShouldBe(new(DateTimeOffset.UnixEpoch, _clock.GetUtcNow()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_database_and_with_the_guard_nothing_is_opened_and_the_message_says_what_to_do(bool isReadable)
    {
        await BackUpAndGoOnAsync();
        File.Delete(_folder.JournalPath);
        if (!isReadable)
        {
            await File.WriteAllTextAsync(_folder.JournalPath + "-guard", "");
        }

        var failure = Should.Throw<OrderJournalException>(() => SqliteJournal.Open(new() { Path = _folder.JournalPath }));

        failure.Message.ShouldContain("there was one");
        failure.Message.ShouldContain("remove '" + _folder.JournalPath + "-guard'");
        File.Exists(_folder.JournalPath).ShouldBeFalse();
        File.Delete(_folder.JournalPath + "-guard");
        (await Open().GetGapAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_guard_that_cannot_be_read_counts_as_an_older_journal()
    {
        await BackUpAndGoOnAsync();
        await File.WriteAllTextAsync(_folder.JournalPath + "-guard", "torn");

        (await Open().GetGapAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Once_it_is_closed_it_stays_closed_for_every_process_until_the_next_one()
    {
        await BackUpAndGoOnAsync();
        _folder.PutBack(Backup);
        var (first, second) = (Open(), Open());
        (await second.GetGapAsync()).ShouldNotBeNull();

        await first.CloseGapAsync();

        (await first.GetGapAsync()).ShouldBeNull();
        (await second.GetGapAsync()).ShouldBeNull();
        first.Dispose();
        second.Dispose();
        using (var later = Open())
        {
            (await later.GetGapAsync()).ShouldBeNull();
        }

        _folder.PutBack(Backup);
        (await Open().GetGapAsync()).ShouldNotBeNull("the same backup once more");
    }

    [Fact]
    public async Task A_gap_that_could_not_be_written_down_is_noticed_again()
    {
        await BackUpAndGoOnAsync();
        _folder.Execute(
            "CREATE TRIGGER full BEFORE INSERT ON gift_card_settings WHEN NEW.name = 'gap' BEGIN SELECT RAISE(ABORT, 'full'); END",
            Backup
        );
        _folder.PutBack(Backup);
        Should.Throw<OrderJournalException>(() => Open());
        _folder.Execute("DROP TRIGGER full");

        (await Open().GetGapAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_further_gap_reaches_from_the_first_ones_beginning_to_the_last_ones_end()
    {
        await BackUpAndGoOnAsync();
        _folder.PutBack(Backup);
        using (var journal = Open())
        {
            await journal.TryAddAsync(Entries.Entry("later") with { CreatedAt = Entries.Noon.AddHours(3) });
        }

        _clock.Advance(TimeSpan.FromHours(5));
        File.Delete(_folder.JournalPath + "-guard");

        (await Open().GetGapAsync()).ShouldBe(new(Entries.Noon, _clock.GetUtcNow()));
    }

    [Fact]
    public async Task It_ends_no_earlier_than_what_it_knows_was_written_by_whatever_clock()
    {
        using (var journal = Open())
        {
            await journal.TryAddAsync(Entries.Entry("by a fast clock") with { UpdatedAt = Entries.Noon.AddHours(2) });
        }

        File.Delete(_folder.JournalPath + "-guard");

        (await Open().GetGapAsync()).ShouldNotBeNull().To.ShouldBe(Entries.Noon.AddHours(2));
    }

    [Fact]
    public async Task The_last_process_to_close_does_not_make_the_guard_forget_what_others_have_written_since()
    {
        var idle = Open();
        await idle.TryAddAsync(Entries.Entry("idle"));
        await idle.TryAddAsync(Entries.Entry("not saved, since it came within a second"));
        using (var busy = Open())
        {
            await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
            await busy.TryAddAsync(Entries.Entry("busy"));
            _clock.Advance(TimeSpan.FromSeconds(2));
            await busy.TryAddAsync(Entries.Entry("saved"));
        }

        idle.Dispose();
        _folder.PutBack(Backup);

        (await Open().GetGapAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Opening_it_while_others_write_is_no_gap()
    {
        var clock = new EverLater();
        var writer = _folder.Open(clock: clock);
        using var end = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                await writer.TryAddAsync(Entries.Entry($"order-{i}"));
            }
        });

        for (var i = 0; i < 60; i++)
        {
            using var journal = SqliteJournal.Open(new() { Path = _folder.JournalPath }, clock, _log);
            (await journal.GetGapAsync()).ShouldBeNull();
        }

        await end.CancelAsync();
        await writing;
        _log.Gaps.ShouldBe(0);
    }

    [Fact]
    public async Task Restarts_backups_checks_and_kills_are_no_gap()
    {
        for (var i = 0; i < 3; i++)
        {
            using var journal = Open();
            await journal.TryAddAsync(Entries.Entry($"order-{i}"));
            await SqliteJournal.BackupAsync(_folder.JournalPath, $"{Backup}-{i}");
            await SqliteJournal.CheckAsync(_folder.JournalPath);
            (await journal.GetGapAsync()).ShouldBeNull();
        }

        using (var process = OtherProcess.Start("write", _folder.JournalPath))
        {
            await process.SaysAsync();
            await process.KillAsync();
        }

        (await Open().GetGapAsync()).ShouldBeNull();
        _log.Gaps.ShouldBe(0);
    }

    [Fact]
    public async Task A_guard_that_lags_behind_is_no_gap()
    {
        await BackUpAndGoOnAsync();
        var guard = await File.ReadAllTextAsync(_folder.JournalPath + "-guard");
        using (var journal = Open())
        {
            await journal.TryAddAsync(Entries.Entry("more"));
        }

        await File.WriteAllTextAsync(_folder.JournalPath + "-guard", guard);

        (await Open().GetGapAsync()).ShouldBeNull();
    }

    private RelationalJournal Open(string? path = null) => _folder.Open(path, _clock, _log);

    /// <summary>A journal that was backed up with one order, and has three.</summary>
    private async Task BackUpAndGoOnAsync()
    {
        using var journal = Open();
        await journal.TryAddAsync(Entries.Entry("known"));
        await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
        await journal.TryAddAsync(Entries.Entry("lost-1"));
        await journal.TryAddAsync(Entries.Entry("lost-2"));
    }

    /// <summary>More than a second passes between any two looks at it, so that every commit is noted.</summary>
    private sealed class EverLater : TimeProvider
    {
        private long _ticks;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, 2 * TimestampFrequency);
    }
}
