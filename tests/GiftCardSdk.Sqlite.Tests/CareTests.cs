using GiftCardSdk.Journal;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Backup, check and salvage of files that are whole, damaged or none.</summary>
public sealed class CareTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly JournalFolder _folder = new();

    private string Backup => _folder.JournalPath + ".backup";

    private string Saved => _folder.JournalPath + ".saved";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backups_made_while_orders_are_written_are_whole_and_hold_what_was_acknowledged_before()
    {
        var journal = _folder.Open();
        using var end = new CancellationTokenSource();
        var written = 0;
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; !end.IsCancellationRequested; i++)
                        {
                            await journal.TryAddAsync(Entries.Entry($"order-{caller}-{i}"));
                            Interlocked.Increment(ref written);
                        }
                    })
                )
        );

        for (var i = 0; i < 5; i++)
        {
            var least = Volatile.Read(ref written);
            var backup = $"{Backup}-{i}";
            await SqliteJournal.BackupAsync(_folder.JournalPath, backup);
            var most = Volatile.Read(ref written) + 8;

            (await SqliteJournal.CheckAsync(backup)).ShouldBeEmpty();
            using var copy = SqliteJournal.Open(new() { Path = backup });
            (await copy.ReadAsync(new())).Count.ShouldBeInRange(least, most);
            (await copy.GetFingerprintKeyAsync()).ToArray().ShouldBe((await journal.GetFingerprintKeyAsync()).ToArray());
        }

        await end.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        _folder.Open();

        await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Backup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Nothing_is_written_over_and_nothing_is_left_where_it_failed()
    {
        _folder.Open();
        await File.WriteAllTextAsync(Backup, "precious");

        (await FailsAsync(SqliteJournal.BackupAsync(_folder.JournalPath, Backup))).ShouldContain("already");
        (await FailsAsync(SqliteJournal.SalvageAsync(_folder.JournalPath, Backup))).ShouldContain("already");
        (await File.ReadAllTextAsync(Backup)).ShouldBe("precious");

        var nowhere = Path.Combine(_folder.Folder, "nowhere", "orders.db");
        (await FailsAsync(SqliteJournal.BackupAsync(_folder.JournalPath, nowhere))).ShouldContain("could not be copied");
        (await FailsAsync(SqliteJournal.SalvageAsync(_folder.JournalPath, nowhere))).ShouldContain("folder does not exist");
        (await FailsAsync(SqliteJournal.BackupAsync(nowhere, Saved))).ShouldContain("no file");
        (await FailsAsync(SqliteJournal.SalvageAsync(nowhere, Saved))).ShouldContain("no file");
        (await FailsAsync(SqliteJournal.CheckAsync(nowhere))).ShouldContain("no file");
        (await FailsAsync(SqliteJournal.CheckAsync(Backup))).ShouldContain("no SQLite database");
        (await FailsAsync(SqliteJournal.BackupAsync(Backup, Saved))).ShouldContain("no SQLite database");
        (await FailsAsync(SqliteJournal.SalvageAsync(Backup, Saved))).ShouldContain("no SQLite database");
        File.Exists(Saved).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_is_neither_checked_nor_copied_nor_salvaged()
    {
        _folder.Open();

        await FailsAsync(SqliteJournal.CheckAsync(_folder.Folder));
        await FailsAsync(SqliteJournal.BackupAsync(_folder.Folder, Saved));
        await FailsAsync(SqliteJournal.SalvageAsync(_folder.Folder, Saved));
        await FailsAsync(SqliteJournal.BackupAsync(_folder.JournalPath, _folder.Folder));
        await FailsAsync(SqliteJournal.SalvageAsync(_folder.JournalPath, _folder.Folder));
        Directory.Exists(_folder.Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_whole_journal_everything_is_saved_and_the_new_one_says_that_it_may_lack_the_last()
    {
        var journal = _folder.Open();
        await WriteAsync(journal, 50);
        var record = new JournalRecord
        {
            Kind = "note",
            Id = "1",
            CreatedAt = Entries.Noon,
            UpdatedAt = Entries.Noon,
            Body = "kept",
        };
        await journal.Records.ShouldNotBeNull().TryAddAsync(record);
        var key = await journal.GetFingerprintKeyAsync();
        journal.Dispose();

        var saved = await SqliteJournal.SalvageAsync(_folder.JournalPath, Saved);

        saved.ShouldBe(new(Saved, 50, 0, IsKeyLost: false));
        var again = _folder.Open(Saved);
        (await again.GetFingerprintKeyAsync()).ToArray().ShouldBe(key.ToArray());
        (await again.GetGapAsync()).ShouldNotBeNull().From.ShouldBe(Entries.Noon.AddMinutes(49));
        (await again.FindByOrderIdAsync("p", GiftCardEnvironment.Sandbox, "id-7")).ShouldHaveSingleItem();
        (await again.Records.ShouldNotBeNull().FindAsync("note", "1")).ShouldBe(record);
    }

    [Fact]
    public async Task What_a_crash_has_left_in_the_log_is_saved_and_the_damaged_files_stay_as_they_were()
    {
        using (var process = OtherProcess.Start("hold", _folder.JournalPath))
        {
            await process.SaysAsync();
            await process.KillAsync();
        }

        var before = await Task.WhenAll(File.ReadAllBytesAsync(_folder.JournalPath), File.ReadAllBytesAsync(_folder.JournalPath + "-wal"));

        (await SqliteJournal.SalvageAsync(_folder.JournalPath, Saved)).Orders.ShouldBe(1);

        (await File.ReadAllBytesAsync(_folder.JournalPath)).ShouldBe(before[0]);
        (await File.ReadAllBytesAsync(_folder.JournalPath + "-wal")).ShouldBe(before[1]);
    }

    [Fact]
    public async Task Around_two_bad_sectors_everything_is_saved_and_the_gap_reaches_back_to_the_oldest()
    {
        var journal = _folder.Open();
        await WriteAsync(journal, 300);
        journal.Dispose();
        var bytes = await File.ReadAllBytesAsync(_folder.JournalPath);
        foreach (var page in PagesWith(bytes, "order-100", "order-200"))
        {
            Array.Fill(bytes, (byte)0xEE, page * PageSize, PageSize);
        }

        await File.WriteAllBytesAsync(_folder.JournalPath, bytes);
        (await SqliteJournal.CheckAsync(_folder.JournalPath)).ShouldNotBeEmpty();

        var saved = await SqliteJournal.SalvageAsync(_folder.JournalPath, Saved);

        // About a dozen orders a page; a page that was split still holds the words of what it has given away.
        saved.UnreadableRows.ShouldBeInRange(2, 60);
        saved.Orders.ShouldBe(300 - saved.UnreadableRows);
        (await SqliteJournal.CheckAsync(Saved)).ShouldBeEmpty();
        var again = _folder.Open(Saved);
        (await again.GetGapAsync()).ShouldNotBeNull().From.ShouldBe(Entries.Noon);
        var left = (await again.ReadAsync(new())).Select(entry => entry.Identity.Reference.Value).ToHashSet(StringComparer.Ordinal);
        left.Contains("order-100").ShouldBeFalse();
        left.Contains("order-200").ShouldBeFalse();
        left.Contains("order-0").ShouldBeTrue();
        left.Contains("order-150").ShouldBeTrue();
        left.Contains("order-299").ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_key_is_said()
    {
        var journal = _folder.Open();
        await WriteAsync(journal, 20);
        journal.Dispose();
        _folder.Execute("UPDATE gift_card_settings SET value = 'torn' WHERE name = 'fingerprint-key'");

        var saved = await SqliteJournal.SalvageAsync(_folder.JournalPath, Saved);

        (saved.Orders, saved.IsKeyLost).ShouldBe((20, true));
        (await _folder.Open(Saved).GetFingerprintKeyAsync()).Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_setting_that_is_damaged_keeps_no_journal_from_being_saved()
    {
        var journal = _folder.Open();
        await WriteAsync(journal, 5);
        journal.Dispose();
        _folder.Execute("UPDATE gift_card_settings SET value = 'torn' WHERE name <> 'fingerprint-key'");
        _folder.Execute("INSERT INTO gift_card_settings VALUES ('gap', '12 x')");
        (await FailsAsync(Task.Run(() => SqliteJournal.Open(new() { Path = _folder.JournalPath })))).ShouldContain("setting");

        (await SqliteJournal.SalvageAsync(_folder.JournalPath, Saved)).ShouldBe(new(Saved, 5, 0, IsKeyLost: false));

        (await _folder.Open(Saved).GetGapAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_that_is_no_order_any_more_is_left_out_so_that_it_does_not_stop_the_others()
    {
        var journal = _folder.Open();
        await WriteAsync(journal, 10);
        journal.Dispose();
        _folder.Execute("UPDATE gift_card_orders SET state = 'Acc@pted' WHERE reference = 'order-1'");
        _folder.Execute("UPDATE gift_card_orders SET reference = 'order-X' WHERE reference = 'order-2'");
        _folder.Execute("UPDATE gift_card_orders SET details = '{' WHERE reference = 'order-3'");
        _folder.Execute("UPDATE gift_card_orders SET environment = 'Sandboy' WHERE reference = 'order-4'");
        _folder.Execute("UPDATE gift_card_orders SET created_at = 'noon' WHERE reference = 'order-5'");

        var saved = await SqliteJournal.SalvageAsync(_folder.JournalPath, Saved);

        saved.ShouldBe(new(Saved, 5, 5, IsKeyLost: false));
        var again = _folder.Open(Saved);
        (await again.ReadAsync(new())).Count.ShouldBe(5);
        (await again.FindAsync(Entry(2).Identity)).ShouldBeNull();
        // What belonged to them is free.
        (await again.TryAddAsync(Entry(2))).ShouldBeTrue();
        (await again.FindByOrderIdAsync("p", GiftCardEnvironment.Sandbox, "id-2")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public async Task Whatever_bytes_are_flipped_what_is_saved_is_a_journal_or_it_is_said_why_not(int flips)
    {
        var journal = _folder.Open();
        await WriteAsync(journal, 120);
        journal.Dispose();
        var whole = await File.ReadAllBytesAsync(_folder.JournalPath);
        var random = new Random(flips);
        var saves = 0;
        for (var round = 0; round < 8; round++)
        {
            var damaged = Path.Combine(_folder.Folder, $"damaged-{round}.db");
            await File.WriteAllBytesAsync(damaged, Flip(whole, random, flips));
            await EndsWellAsync(SqliteJournal.CheckAsync(damaged));
            await EndsWellAsync(SqliteJournal.BackupAsync(damaged, damaged + ".backup"));
            await EndsWellAsync(Task.Run(() => SqliteJournal.Open(new() { Path = damaged }).Dispose()));
            await File.WriteAllBytesAsync(damaged, Flip(whole, random, flips));
            if (await EndsWellAsync(SqliteJournal.SalvageAsync(damaged, damaged + ".saved")))
            {
                saves++;
                using var saved = SqliteJournal.Open(new() { Path = damaged + ".saved" });
                (await saved.GetGapAsync()).ShouldNotBeNull();
                foreach (var entry in await saved.ReadAsync(new()))
                {
                    entry.Identity.Provider.ShouldBe("p");
                }

                await saved.TryAddAsync(Entries.Entry("afterwards"));
            }
            else
            {
                File.Exists(damaged + ".saved").ShouldBeFalse();
            }
        }

        saves.ShouldBeGreaterThan(flips > 10 ? 0 : 5);
    }

    private static byte[] Flip(byte[] whole, Random random, int flips)
    {
        var bytes = (byte[])whole.Clone();
        for (; flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        }

        return bytes;
    }

    private static async Task<bool> EndsWellAsync(Task task)
    {
        try
        {
            await task;
            return true;
        }
        catch (OrderJournalException failure)
        {
            failure.Message.ShouldNotBeNullOrWhiteSpace();
            return false;
        }
    }

    private static List<int> PagesWith(byte[] bytes, params string[] words)
    {
        var pages = words.SelectMany(word =>
            Enumerable.Range(0, bytes.Length / PageSize).Where(page => Holds(bytes, page, "sending" + word))
        );
        return pages.Distinct().ToList() is { Count: > 0 } found ? found : throw new InvalidOperationException("No page holds it.");
    }

    /// <summary>The table's leaves hold the references; the indices do not.</summary>
    private static bool Holds(byte[] bytes, int page, string word) =>
        bytes.AsSpan(page * PageSize, PageSize).IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) >= 0;

    private static JournalEntry Entry(int i) =>
        Entries.Entry($"order-{i}", OrderJournalState.Accepted) with
        {
            CreatedAt = Entries.Noon.AddMinutes(i),
            ProviderKey = $"sendingorder-{i}",
            ProviderOrderIds = [$"id-{i}"],
        };

    private static async Task WriteAsync(GiftCardSdk.Journal.Relational.RelationalJournal journal, int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            await journal.TryAddAsync(Entry(i));
        }
    }

    private static async Task<string> FailsAsync(Task task) => (await Should.ThrowAsync<OrderJournalException>(task)).Message;
}
