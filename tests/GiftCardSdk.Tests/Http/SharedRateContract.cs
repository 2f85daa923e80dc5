namespace GiftCardSdk.Tests.Http;

/// <summary>What holds wherever processes agree on a rate.</summary>
public abstract class SharedRateContract
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The same place as a further process sees it.</summary>
    protected abstract ISharedRate Join();

    [Fact]
    public async Task A_text_is_replaced_only_by_who_knows_what_stands_there()
    {
        var (first, second) = (Join(), Join());

        (await first.ExchangeAsync("a", null, "one")).ShouldBe("one");
        (await second.ExchangeAsync("a", null, "two")).ShouldBe("one");
        (await second.ExchangeAsync("a", "one", "two")).ShouldBe("two");
        (await first.ExchangeAsync("a", "one", "three")).ShouldBe("two");
        (await first.ExchangeAsync("A", "one", "three")).ShouldBeNull("another account");
        (await first.ExchangeAsync("A", null, "four")).ShouldBe("four");
        (await first.ExchangeAsync("a", "two", "five")).ShouldBe("five");
    }

    [Fact]
    public async Task Of_many_that_replace_a_text_at_once_one_does()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => Join()).ToList();
        string? before = null;
        for (var round = 0; round < 10; round++)
        {
            var texts = await Task.WhenAll(
                stores.Select((store, i) => Task.Run(async () => await store.ExchangeAsync("a", before, $"{round} by {i}")))
            );

            before = texts.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task One_process_alone_has_the_whole_rate_and_asks_once_a_second()
    {
        await using var one = new RatedProcess(Join());
        one.Call(100);

        await RatedProcess.PassAsync(11 * Second, one);

        (await one.GrantsAsync())[^1].ShouldBeLessThan(10.2 * Second);
        one.Exchanges.ShouldBeLessThan(14);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Several_use_the_whole_rate_together_and_no_more(int many)
    {
        RatedProcess[] all = [.. Enumerable.Range(0, many).Select(i => new RatedProcess(Join(), DateTimeOffset.UnixEpoch.AddYears(i)))];
        foreach (var process in all)
        {
            process.Call(600 / many);
        }

        await RatedProcess.PassAsync(63 * Second, all);

        var grants = (await Task.WhenAll(all.Select(process => process.GrantsAsync()))).SelectMany(those => those).Order().ToList();
        // Each spaces its own calls; where they stand to each other is chance.
        var window = RatedProcess.Limit + many - 1;
        for (var i = window; i < grants.Count; i++)
        {
            (grants[i] - grants[i - window]).ShouldBeGreaterThanOrEqualTo(Second);
        }

        await Task.WhenAll(all.Select(process => process.DisposeAsync().AsTask()));
    }

    /// <summary>
    /// What the others have left at first may be a rounding of theirs, and who has called once asks for little: by so small a share a call would have to
    /// wait for minutes.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(52)]
    public async Task Processes_that_come_one_after_the_other_and_call_a_few_times_refuse_nothing(int seed)
    {
        var random = new Random(seed);
        var processes = new List<RatedProcess>();
        var reads = new List<Task<bool>>();
        for (var joined = 0; joined < 6; joined++)
        {
            processes.Add(new(Join()));
            for (var read = 0; read < 3; read++)
            {
                reads.Add(processes[^1].ReadAsync());
                await RatedProcess.PassAsync(TimeSpan.FromMilliseconds(20 * random.Next(1, 40)), [.. processes]);
            }
        }

        await RatedProcess.PassAsync(10 * Second, [.. processes]);

        (await Task.WhenAll(reads)).ShouldAllBe(isGranted => isGranted);
        await Task.WhenAll(processes.Select(process => process.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task The_share_of_a_process_that_dies_is_taken_over_within_five_seconds()
    {
        RatedProcess[] all = [new(Join()), new(Join()), new(Join())];
        foreach (var process in all)
        {
            process.Call(1000);
        }

        await RatedProcess.PassAsync(10 * Second, all);
        all.ShouldAllBe(process => process.Limiter.Share > 0.3);
        all[0].IsKilled = true;

        await RatedProcess.PassAsync(5 * Second, all);

        (all[1].Limiter.Share + all[2].Limiter.Share).ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public async Task A_process_that_cannot_reach_the_others_leaves_them_its_share_and_comes_back()
    {
        RatedProcess[] both = [new(Join()), new(Join())];
        both[0].Call(1000);
        both[1].Call(1000);
        await RatedProcess.PassAsync(5 * Second, both);

        both[0].IsCutOff = true;
        await RatedProcess.PassAsync(2.1 * Second, both);
        (both[0].Limiter.Share, both[0].Failures).ShouldBe((0.1, 1));
        await RatedProcess.PassAsync(3 * Second, both);
        both[1].Limiter.Share.ShouldBe(1);

        both[0].IsCutOff = false;
        await RatedProcess.PassAsync(3 * Second, both);
        both.Select(process => process.Limiter.Share).ShouldBe([0.5, 0.5]);
    }

    [Fact]
    public async Task A_process_that_never_reached_the_others_goes_on_slowly()
    {
        await using var lonely = new RatedProcess(Join()) { IsCutOff = true };
        lonely.Call(10);

        await RatedProcess.PassAsync(20 * Second, lonely);

        (await lonely.GrantsAsync())[^1].ShouldBeInRange(9 * Second, 12 * Second);
        lonely.Failures.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_is_idle_leaves_the_rate_to_the_others_and_asks_nothing()
    {
        RatedProcess[] both = [new(Join()), new(Join())];
        both[0].Call(10);
        both[1].Call(1000);
        await RatedProcess.PassAsync(12 * Second, both);
        var exchanges = both[0].Exchanges;

        await RatedProcess.PassAsync(60 * Second, both);

        both[1].Limiter.Share.ShouldBe(1);
        both[0].Exchanges.ShouldBe(exchanges);
        both[0].Call(1000);
        await RatedProcess.PassAsync(3 * Second, both);
        both[0].Limiter.Share.ShouldBe(0.5, "it is back");
    }

    [Fact]
    public async Task A_process_that_ends_leaves_its_share_at_once()
    {
        var first = new RatedProcess(Join());
        var second = new RatedProcess(Join());
        first.Call(1000);
        await RatedProcess.PassAsync(2 * Second, first);
        await first.DisposeAsync();

        second.Call(1);
        await RatedProcess.PassAsync(TimeSpan.FromMilliseconds(20), second);

        second.Limiter.Share.ShouldBe(1);
    }

    [Fact]
    public async Task What_stands_there_and_is_no_book_of_ours_stops_nobody()
    {
        await using var process = new RatedProcess(Join());
        await Join().ExchangeAsync("gifq/Sandbox/shop/1", null, """{"members":[{"id":"x","beat":1,"holds":-5}]}""");
        process.Call(1);

        await RatedProcess.PassAsync(Second, process);

        process.Limiter.Share.ShouldBe(1);
    }
}
