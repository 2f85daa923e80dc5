using System.Runtime.Versioning;
using GiftCardSdk.Journal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>The files: whose they are, where they lie, and what is said of a path where no journal can be.</summary>
public sealed class FileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Every_file_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var journal = _folder.Open();
        await journal.TryAddAsync(Entries.Entry());

        var files = Directory.GetFiles(_folder.Folder, "*", SearchOption.AllDirectories);

        files
            .Select(Path.GetFileName)
            .ShouldBe(
                ["orders.db", "orders.db-wal", "orders.db-shm", "orders.db-guard", "orders.db-guard.lock", "name", journal.OwnerId],
                ignoreOrder: true
            );
        files.ShouldAllBe(path => File.GetUnixFileMode(path) == OwnerOnly);
        Directory.GetDirectories(_folder.Folder).ShouldAllBe(path => File.GetUnixFileMode(path) == (OwnerOnly | UnixFileMode.UserExecute));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_that_were_put_back_with_a_broader_mode_become_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        using (var process = OtherProcess.Start("hold", _folder.JournalPath))
        {
            await process.SaysAsync();
            await process.KillAsync();
        }

        var files = Directory.GetFiles(_folder.Folder).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBe(4, "a kill leaves the log");
        files.ForEach(path =>
            File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)
        );

        _folder.Open();

        files.ShouldAllBe(path => File.GetUnixFileMode(path) == OwnerOnly);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_made()
    {
        var path = Path.Combine(_folder.Folder, "not-mounted", "orders.db");

        Fails(path).ShouldContain("its folder does not exist");
        Directory.Exists(Path.GetDirectoryName(path)).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made_where_that_was_forbidden()
    {
        var failure = Should.Throw<OrderJournalException>(() =>
            SqliteJournal.Open(new() { Path = _folder.JournalPath, CreateIfMissing = false })
        );

        failure.Message.ShouldContain("CreateIfMissing");
        Directory.GetFileSystemEntries(_folder.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_there_is_opened_where_making_one_was_forbidden()
    {
        await _folder.Open().TryAddAsync(Entries.Entry());

        using var journal = SqliteJournal.Open(new() { Path = _folder.JournalPath, CreateIfMissing = false });

        (await journal.FindAsync(Entries.Entry().Identity)).ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_in_its_place_is_called_one() => Fails(_folder.Folder).ShouldContain("it is a folder");

    [Theory]
    [InlineData("This is a letter to my grandmother, and no database at all. It is long enough to be taken for a page, though it is none.")]
    [InlineData("short")]
    public void A_file_that_is_no_database_is_called_so_and_left_as_it_was(string content)
    {
        File.WriteAllText(_folder.JournalPath, content);

        Fails().ShouldContain("no SQLite database");
        File.ReadAllText(_folder.JournalPath).ShouldBe(content);
    }

    [Fact]
    public async Task Tables_of_a_later_version_are_not_touched()
    {
        using (var journal = SqliteJournal.Open(new() { Path = _folder.JournalPath }))
        {
            await journal.TryAddAsync(Entries.Entry());
        }

        _folder.Execute("UPDATE gift_card_settings SET value = '7' WHERE name = 'schema-version'");

        Fails().ShouldContain("have version 7");
        _folder.Execute("SELECT COUNT(*) FROM gift_card_orders").ShouldBe(1L);
    }

    [Fact]
    public void A_setting_that_was_changed_by_hand_is_named_and_not_replaced()
    {
        _folder.Open();
        _folder.Execute("UPDATE gift_card_settings SET value = 'AAAA' WHERE name = 'fingerprint-key'");

        Fails().ShouldContain("'fingerprint-key'");
        _folder.Execute("SELECT value FROM gift_card_settings WHERE name = 'fingerprint-key'").ShouldBe("AAAA");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_means_the_file_that_it_leads_to_and_its_companions_lie_there(bool isThere)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows wants a right for links.");
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder.Folder, "elsewhere")).FullName;
        var target = Path.Combine(elsewhere, "real.db");
        if (isThere)
        {
            SqliteJournal.Open(new() { Path = target }).Dispose();
        }

        var link = File.CreateSymbolicLink(Path.Combine(_folder.Folder, "link.db"), target).FullName;
        await _folder.Open(link).TryAddAsync(Entries.Entry());

        // By either name it is one journal, with one guard.
        var again = _folder.Open(target);
        (await again.FindAsync(Entries.Entry().Identity)).ShouldNotBeNull();
        (await again.GetGapAsync()).ShouldBeNull();
        Directory.GetFileSystemEntries(_folder.Folder).Order(StringComparer.Ordinal).ShouldBe([elsewhere, link]);
    }

    [Fact]
    public async Task A_relative_path_is_of_the_folder_that_the_process_is_in_and_stays_what_it_was()
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, _folder.JournalPath);
        Path.IsPathRooted(path).ShouldBeFalse();

        await _folder.Open(path).TryAddAsync(Entries.Entry());

        File.Exists(_folder.JournalPath).ShouldBeTrue();
    }

    [Theory]
    [InlineData("it's ours.db")]
    [InlineData("a;Mode=Memory;b.db")]
    [InlineData("two  blanks = \"quoted\".db")]
    [InlineData("file:orders.db")]
    [InlineData("%20?mode=ro#.db")]
    [InlineData("Grüße 🎁.db")]
    public async Task A_path_may_have_any_characters_and_so_may_a_backups(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows allows few of them.");
        var path = Path.Combine(_folder.Folder, name);
        await _folder.Open(path).TryAddAsync(Entries.Entry());

        File.Exists(path).ShouldBeTrue();
        await SqliteJournal.BackupAsync(path, path + " copy'");
        (await SqliteJournal.CheckAsync(path + " copy'")).ShouldBeEmpty();
        (await SqliteJournal.SalvageAsync(path + " copy'", path + " saved")).Orders.ShouldBe(1);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("  ")]
    public async Task A_name_that_SQLite_takes_for_none_is_a_file_or_refused(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Should.Throw<ArgumentException>(() => SqliteJournal.Open(new() { Path = name }));
            Should.Throw<ArgumentException>(() => new ServiceCollection().AddGiftCards().UseSqliteJournal(name));
            return;
        }

        var path = Path.Combine(_folder.Folder, name);
        await _folder.Open(path).TryAddAsync(Entries.Entry());
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_file_locks_are_switched_off_it_does_not_open()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot switch them off.");
        using var process = OtherProcess.Start(
            "hold",
            _folder.JournalPath,
            new(StringComparer.Ordinal) { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" }
        );

        (await process.SaysAsync()).ShouldContain("DOTNET_SYSTEM_IO_DISABLEFILELOCKING");
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_said_when_the_application_starts()
    {
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .UseSqliteJournal(_folder.JournalPath, options => options.CreateIfMissing = false)
            .AddInMemory("test", new InMemoryGiftCardProvider());
        await using var container = services.BuildServiceProvider();

        Should.Throw<OrderJournalException>(container.GetRequiredService<IOrderJournal>).Message.ShouldContain(_folder.JournalPath);
    }

    private string Fails(string? path = null) =>
        Should.Throw<OrderJournalException>(() => SqliteJournal.Open(new() { Path = path ?? _folder.JournalPath })).Message;
}
