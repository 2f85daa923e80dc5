using GiftCardSdk.Testing;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>What a disk or a person does to the files: before a send nothing is sent, after a purchase the order is returned.</summary>
public sealed class DiskFaultTests : IAsyncDisposable
{
    private readonly JournalFolder _folder = new();
    private readonly InMemoryGiftCardProvider _provider = new();
    private readonly List<Application> _started = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var application in _started)
        {
            await application.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_stops_an_order_before_it_is_sent_and_later_ones_go_on()
    {
        using var disk = SmallDisk.Mount();
        await using var application = new Application(Path.Combine(disk.Folder, "orders.db"), _provider);
        await application.PlaceAsync("first");
        disk.Fill();

        var failure = await UntilNotSentAsync(application);

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("the disk is full");
        disk.Free();
        await application.PlaceAsync("not sent");
        (await application.EntryAsync("not sent")).State.ShouldBe(OrderJournalState.Accepted);
        (await application.EntryAsync("first")).State.ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task On_a_disk_that_is_full_from_the_start_no_journal_is_made()
    {
        using var disk = SmallDisk.Mount();
        var path = Path.Combine(disk.Folder, "orders.db");
        disk.Fill();

        Should
            .Throw<OrderJournalException>(() => SqliteJournal.Open(new() { Path = path }))
            .Message.ShouldMatch("the disk is full|No space left");

        disk.Free();
        using var journal = SqliteJournal.Open(new() { Path = path });
        (await journal.GetGapAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_disk_that_becomes_full_after_a_purchase_costs_no_order_and_stops_the_next()
    {
        using var disk = SmallDisk.Mount();
        await using var application = new Application(Path.Combine(disk.Folder, "orders.db"), _provider);
        await application.PlaceAsync("first");
        disk.Fill();
        disk.Free();
        var answer = new TaskCompletionSource();
        _provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = answer.Task });
        var bought = application.PlaceAsync("bought");
        await SoldAsync("bought");
        disk.Fill();
        answer.SetResult();

        var order = await bought;
        await UntilNotSentAsync(application);

        disk.Free();
        await application.PlaceAsync("not sent");
        (await application.EntryAsync("bought")).ProviderOrderIds.ShouldBe([order.Id]);
        (await application.PlaceAsync("bought")).Id.ShouldBe(order.Id);
        _provider.SoldUnder("bought").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_disk_that_may_only_be_read_is_called_so()
    {
        using var disk = SmallDisk.Mount();
        var path = Path.Combine(disk.Folder, "orders.db");
        await using (var application = new Application(path, _provider))
        {
            await application.PlaceAsync("first");
        }

        disk.BecomeReadOnly().ShouldBeTrue();

        Should.Throw<OrderJournalException>(() => SqliteJournal.Open(new() { Path = path })).Message.ShouldContain("ead-only");
        disk.BecomeWritable().ShouldBeTrue();
        await using var again = new Application(path, _provider);
        await again.PlaceAsync("first");
        _provider.Arrivals.ShouldBe(1);
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("moved")]
    [InlineData("replaced")]
    [InlineData("folder moved")]
    [InlineData("log removed")]
    public async Task A_file_that_is_not_the_one_any_more_that_was_opened_stops_all_orders_until_a_restart(string what)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        var application = Start();
        await application.PlaceAsync("first");

        Do(what);

        var failure = await application.IsNotSentAsync();
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("is not the file any more that was opened");
        failure.Message.ShouldContain("restart");
        await application.IsNotSentAsync("still not sent");
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("replaced")]
    [InlineData("log removed")]
    public async Task A_file_that_goes_after_a_purchase_costs_no_order_and_stops_the_next(string what)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        var application = Start();
        var answer = new TaskCompletionSource();
        _provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = answer.Task });
        var bought = application.PlaceAsync("bought");
        await SoldAsync("bought");
        Do(what);
        answer.SetResult();

        (await bought).Id.ShouldBe(_provider.SoldUnder("bought").Single().OrderId);

        await application.IsNotSentAsync();
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_log_was_removed_is_there_after_a_restart()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        var application = Start();
        var order = await application.PlaceAsync("first");
        File.Delete(_folder.JournalPath + "-wal");
        await application.IsNotSentAsync();
        await application.DisposeAsync();

        var again = Start();

        (await again.PlaceAsync("first")).Id.ShouldBe(order.Id);
        _provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_limit_for_the_size_of_files_stops_orders_before_they_are_sent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is set by a shell.");
        using var process = OtherProcess.Start(
            "place",
            _folder.JournalPath,
            // The runtime keeps its own code in a file that would be too long.
            new(StringComparer.Ordinal) { ["DOTNET_EnableWriteXorExecute"] = "0" },
            "trap '' 25; ulimit -f 512"
        );
        (await process.SaysAsync()).ShouldBe("ready");

        for (var i = 1; ; i++)
        {
            i.ShouldBeLessThan(1000, "The limit was never reached.");
            process.Tell($"order-{i}");
            if (await process.SaysAsync() is var said && said.Contains("bought", StringComparison.Ordinal))
            {
                said.ShouldStartWith($"{i} bought");
                continue;
            }

            said.ShouldStartWith($"{i - 1} JournalUnavailable NothingCreated");
            said.ShouldContain("SQLite error");
            return;
        }
    }

    private Application Start()
    {
        var application = new Application(_folder.JournalPath, _provider);
        _started.Add(application);
        return application;
    }

    private void Do(string what)
    {
        var path = _folder.JournalPath;
        switch (what)
        {
            case "removed":
                File.Delete(path);
                break;
            case "moved":
                File.Move(path, path + ".moved");
                break;
            case "replaced":
                File.Move(path, path + ".moved");
                File.Copy(path + ".moved", path);
                break;
            case "folder moved":
                Directory.Move(_folder.Folder, _folder.Folder + "-moved");
                Directory.CreateDirectory(_folder.Folder);
                break;
            default:
                File.Delete(path + "-wal");
                break;
        }
    }

    /// <summary>A log that has room left inside takes some more.</summary>
    private static async Task<GiftCardException> UntilNotSentAsync(Application application)
    {
        for (var i = 0; ; i++)
        {
            i.ShouldBeLessThan(1000, "The disk was never full.");
            try
            {
                await application.PlaceAsync($"filling-{i}");
            }
            catch (GiftCardException)
            {
                return await application.IsNotSentAsync();
            }
        }
    }

    private async Task SoldAsync(string reference)
    {
        while (_provider.SoldUnder(reference).Count == 0)
        {
            await Task.Yield();
        }
    }
}
