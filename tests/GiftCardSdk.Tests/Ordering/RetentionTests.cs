using GiftCardSdk.Journal;
using GiftCardSdk.Resolver;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Details are kept for as long as they were asked to be, tombstones until somebody drops them.</summary>
public sealed class RetentionTests
{
    private readonly InMemoryOrderJournal _journal = new();

    [Fact]
    public async Task What_is_settled_and_old_is_purged_and_nothing_else()
    {
        await _journal.TryAddAsync(Entries.Entry("accepted", OrderJournalState.Accepted));
        await _journal.TryAddAsync(Entries.Entry("refused", OrderJournalState.Refused));
        await _journal.TryAddAsync(Entries.Entry("absent", OrderJournalState.Absent));
        await _journal.TryAddAsync(Entries.Entry("parked", OrderJournalState.Parked));
        await _journal.TryAddAsync(Entries.Entry("young", OrderJournalState.Accepted) with { UpdatedAt = Entries.Noon.AddDays(2) });

        (await _journal.PurgeAsync(Entries.Noon.AddDays(1))).ShouldBe(3);
        (await _journal.PurgeAsync(Entries.Noon.AddDays(1))).ShouldBe(0);

        (await ListAsync(new())).ShouldBe(["parked", "young"], ignoreOrder: true);
        (await ListAsync(new() { IncludeTombstones = true })).Count.ShouldBe(5);
        (await _journal.FindAsync(Entries.Entry("accepted").Identity)).ShouldNotBeNull().Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Under_a_host_it_happens_at_start_and_every_day()
    {
        var clock = new ManualTimeProvider(Entries.Noon.AddDays(29));
        await _journal.TryAddAsync(Entries.Entry("a", OrderJournalState.Accepted));
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging().AddSingleton<IOrderJournal>(_journal);
        services.AddGiftCards().ConfigureOrdering(options => options.KeepDetailsFor = TimeSpan.FromDays(30));
        await using var container = services.BuildServiceProvider();
        var retention = container.GetServices<IHostedService>().OfType<JournalRetention>().Single();

        await retention.StartAsync(CancellationToken.None);
        await clock.WaitForTimersAsync(1);
        (await ListAsync(new())).ShouldBe(["a"]);

        clock.Advance(TimeSpan.FromDays(1));
        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromDays(1));
        await clock.WaitForTimersAsync(1);
        (await ListAsync(new())).ShouldBeEmpty();
        await retention.StopAsync(CancellationToken.None);
    }

    private async Task<List<string>> ListAsync(JournalQuery query)
    {
        var references = new List<string>();
        await foreach (var entry in _journal.ListAsync(query))
        {
            references.Add(entry.Identity.Reference.Value);
        }

        return references;
    }
}
