using System.Runtime.Versioning;
using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>On the machine's own file system: who may open the file, and what lies beside it.</summary>
public sealed class RealFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("giftcards-").FullName;

    private string JournalPath => Path.Combine(_folder, "orders.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_written_is_read_back()
    {
        await using (var journal = Open())
        {
            await journal.BuyAsync("a");
        }

        await using var again = Open();
        (await again.FindAsync(JournalFiles.Entry("a").Identity)).ShouldNotBeNull().ProviderOrderIds.ShouldBe(["id-a"]);
    }

    [Fact]
    public async Task It_is_written_anew_in_place()
    {
        await using (var journal = Open())
        {
            await journal.BuyAsync("a");
        }

        var before = new FileInfo(JournalPath).Length;
        await using (var journal = FileJournal.Open(new() { Path = JournalPath, LeastSizeToCompact = 0 }))
        {
            (await journal.FindAsync(JournalFiles.Entry("a").Identity)).ShouldNotBeNull();
            await journal.BuyAsync("b");
        }

        new FileInfo(JournalPath).Length.ShouldBeLessThan(before * 2);
        await using var again = Open();
        (await again.PrintAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Files_are_for_their_owner_alone_and_a_backup_that_was_put_back_is_made_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        using (Open())
        {
            Directory.GetFiles(_folder).ShouldAllBe(path => File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Directory.GetFiles(_folder).Length.ShouldBe(3);
        }

        File.SetUnixFileMode(JournalPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using var journal = Open();
        File.GetUnixFileMode(JournalPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_second_opener_in_this_process_is_told_who_holds_it()
    {
        using var journal = Open();

        var failure = Should.Throw<OrderJournalException>(Open);

        failure.Message.ShouldContain($"process {Environment.ProcessId} ");
        failure.Message.ShouldContain(Environment.MachineName);
        failure.Message.ShouldContain("since 20");
    }

    [Fact]
    public void After_it_was_closed_the_next_may_open_it()
    {
        Open().Dispose();

        Open().Dispose();
        File.Exists(JournalPath + ".owner").ShouldBeFalse();
    }

    [Fact]
    public async Task Another_process_holds_it_until_it_is_killed()
    {
        var (process, says) = await OtherProcess.OpenJournalAsync(JournalPath);
        says.ShouldBe("held");
        Should.Throw<OrderJournalException>(Open).Message.ShouldContain($"process {process.Id} ");

        process.Kill();
        await process.WaitForExitAsync();

        Open().Dispose();
    }

    [Fact]
    public async Task Another_process_is_told_that_this_one_holds_it()
    {
        using var journal = Open();

        var (process, says) = await OtherProcess.OpenJournalAsync(JournalPath);

        says.ShouldContain($"process {Environment.ProcessId} ");
        await process.WaitForExitAsync();
    }

    [Fact]
    public async Task Where_file_locks_are_switched_off_it_does_not_open()
    {
        var (process, says) = await OtherProcess.OpenJournalAsync(JournalPath, withoutLocks: true);

        says.ShouldContain("DOTNET_SYSTEM_IO_DISABLEFILELOCKING");
        await process.WaitForExitAsync();
        File.Exists(JournalPath).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_made()
    {
        var path = Path.Combine(_folder, "not-mounted", "orders.journal");

        Should.Throw<OrderJournalException>(() => FileJournal.Open(new() { Path = path })).Message.ShouldContain("could not be opened");
        Directory.Exists(Path.GetDirectoryName(path)).ShouldBeFalse();
    }

    [Fact]
    public void A_journal_that_must_be_there_is_not_made()
    {
        var options = new FileJournalOptions { Path = JournalPath, CreateIfMissing = false };

        Should.Throw<OrderJournalException>(() => FileJournal.Open(options)).Message.ShouldContain("CreateIfMissing");
        File.Exists(JournalPath).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_refused()
    {
        Open().Dispose();
        Directory.CreateDirectory(JournalPath + ".d");
        var options = new FileJournalOptions { Path = JournalPath + ".d" };

        Should.Throw<OrderJournalException>(() => FileJournal.Open(options)).Message.ShouldContain("could not be opened");
    }

    [Fact]
    public async Task A_link_leads_to_one_journal_and_stays_a_link()
    {
        Open().Dispose();
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, JournalPath);
        var options = new FileJournalOptions { Path = link, LeastSizeToCompact = 0 };

        await using (var journal = FileJournal.Open(options))
        {
            Should.Throw<OrderJournalException>(Open);
            await journal.BuyAsync("a");
        }

        FileJournal.Open(options).Dispose();
        new FileInfo(link).LinkTarget.ShouldNotBeNull();
        using var direct = Open();
        (await direct.PrintAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_was_removed_under_an_open_journal_stops_the_next_order()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "inner")).FullName;
        await using var journal = FileJournal.Open(new() { Path = Path.Combine(folder, "orders.journal") });
        await journal.BuyAsync("a");
        Directory.Delete(folder, recursive: true);

        await Should.ThrowAsync<OrderJournalException>(async () => await journal.TryAddAsync(JournalFiles.Entry("b")));
    }

    [Fact]
    public async Task A_damaged_journal_is_salvaged_into_another_file()
    {
        await using (var journal = Open())
        {
            await journal.BuyAsync("a");
            await journal.BuyAsync("b");
        }

        var bytes = await File.ReadAllBytesAsync(JournalPath);
        bytes[200] ^= 1;
        await File.WriteAllBytesAsync(JournalPath, bytes);
        Should.Throw<OrderJournalException>(Open).Message.ShouldContain("SalvageAsync");
        var salvaged = Path.Combine(_folder, "salvaged.journal");

        var report = await FileJournal.SalvageAsync(JournalPath, salvaged);

        report.Path.ShouldBe(salvaged);
        report.Orders.ShouldBe(2);
        report.Gaps.Count.ShouldBe(1);
        await using var again = FileJournal.Open(new() { Path = salvaged });
        (await again.PrintAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task No_byte_of_the_file_gives_a_recipient_a_text_or_a_code_away()
    {
        await using (var journal = Open())
        {
            var shop = new Shop(journal: journal);
            var order = await shop.PlaceAsync(
                Shop.Request() with
                {
                    Delivery = Delivery.EmailAndSms,
                    Message = new() { Subject = "CANARY-SUBJECT", Body = "CANARY-BODY" },
                    Lines =
                    [
                        new()
                        {
                            ProductId = "coffee",
                            FaceValue = Money.Of(25, "EUR"),
                            Recipient = new()
                            {
                                Name = "CANARY-NAME",
                                Email = "canary@person.example",
                                Phone = "+4915100000000",
                            },
                        },
                    ],
                }
            );
            order.Rewards.ShouldNotBeEmpty();
        }

        foreach (var path in Directory.GetFiles(_folder))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            var text = System.Text.Encoding.Latin1.GetString(bytes) + System.Text.Encoding.Unicode.GetString(bytes);
            text.Contains("canary", StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
            text.ShouldNotContain("4915100000000");
        }
    }

    [Fact]
    public async Task An_application_names_the_file_and_its_orders_outlive_it()
    {
        var provider = new InMemoryGiftCardProvider();
        var first = await PlaceInAnApplicationAsync(provider);
        var second = await PlaceInAnApplicationAsync(provider);

        second.Id.ShouldBe(first.Id);
        second.WasReplayed.ShouldBeTrue();
        provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public void An_application_changes_how_it_is_opened()
    {
        var services = new ServiceCollection();
        services.AddGiftCards().UseFileJournal(JournalPath, options => options.CreateIfMissing = false);
        using var container = services.BuildServiceProvider();

        container.GetRequiredService<IOptions<FileJournalOptions>>().Value.Path.ShouldBe(JournalPath);
        Should.Throw<OrderJournalException>(container.GetRequiredService<IOrderJournal>);
    }

    private async Task<Order> PlaceInAnApplicationAsync(InMemoryGiftCardProvider provider)
    {
        var services = new ServiceCollection();
        // Real money at a provider that would buy again: only a durable journal lets it start.
        services.AddGiftCards().UseFileJournal(JournalPath).AddInMemory("test", provider, GiftCardEnvironment.Production);
        await using var container = services.BuildServiceProvider();
        return await container.GetRequiredService<IGiftCards>().GetAccount("test").Orders.PlaceAsync(Shop.Request());
    }

    private FileJournal Open() => FileJournal.Open(new() { Path = JournalPath, CompactAtOpen = false });
}
