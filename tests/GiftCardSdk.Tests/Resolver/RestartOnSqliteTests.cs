using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Sqlite;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>A process that dies leaves a file; the next one finds out by it.</summary>
public sealed class RestartOnSqliteTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("giftcards-").FullName;
    private readonly List<RelationalJournal> _journals = [];
    private readonly Shop _first;

    public RestartOnSqliteTests() => _first = new(Profiles.BuysAgain, Open());

    public async ValueTask DisposeAsync()
    {
        foreach (var journal in _journals)
        {
            await journal.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_sold_before_the_crash_is_found_by_the_file_alone()
    {
        var (next, lookout) = await AfterADeathInTheMiddleAsync(ScriptedEnd.HangsAfterSale);

        (await next.EntryAsync()).Owner.ShouldBeNull("its process is over");
        (await lookout.PassAsync()).Accepted.ShouldBe(1);

        next.Provider.Arrivals.ShouldBe(1);
        (await next.PlaceInTimeAsync()).WasReplayed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_never_arrived_is_free_again_after_the_quiet_time_and_bought_once()
    {
        var (next, lookout) = await AfterADeathInTheMiddleAsync(ScriptedEnd.Hangs);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        next.Clock.Advance(TimeSpan.FromMinutes(10));
        (await lookout.PassAsync()).Absent.ShouldBe(1);

        await next.PlaceInTimeAsync();
        next.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_persons_decision_and_what_was_looked_up_outlive_the_process_too()
    {
        var (next, lookout) = await AfterADeathInTheMiddleAsync(ScriptedEnd.Hangs);
        await lookout.PassAsync();
        await lookout.Journal.MarkAsync(next.Identity(), OrderMark.Refused("Kim", "support searched for the key"));
        var explained = await lookout.ExplainAsync();

        var last = await NextProcessAsync(next);
        using var reading = new Lookout(last);

        (await reading.ExplainAsync()).ShouldBe(explained);
        explained.ShouldContain("a look-up said: not found");
    }

    /// <summary>A process that is cut off while the provider has its order.</summary>
    private async Task<(Shop Next, Lookout Lookout)> AfterADeathInTheMiddleAsync(ScriptedEnd end)
    {
        _first.Provider.NextOrders(end);
        _ = _first.PlaceAsync();
        while (_first.Provider.Arrivals == 0)
        {
            await Task.Yield();
        }

        var next = await NextProcessAsync(_first);
        return (next, new(next));
    }

    private async Task<Shop> NextProcessAsync(Shop dead)
    {
        await ((RelationalJournal)dead.Journal).DisposeAsync();
        return new(Profiles.BuysAgain, Open(), clock: dead.Clock, provider: dead.Provider);
    }

    private RelationalJournal Open()
    {
        _journals.Add(SqliteJournal.Open(new() { Path = Path.Combine(_folder, "orders.db") }));
        return _journals[^1];
    }
}
