using GiftCardSdk.Journal;
using GiftCardSdk.Resolver;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Webhooks;
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

    [Fact]
    public async Task Under_a_host_what_is_parked_in_the_inbox_is_forgotten_with_the_details_of_orders()
    {
        var (clock, records) = (new ManualTimeProvider(Entries.Noon), _journal.Records!);
        await records.TryAddAsync(Parked("webhook-hint", ".", days: 101));
        await records.TryAddAsync(Parked("webhook", "..", days: 101));
        await records.TryAddAsync(Parked("webhook-order", "order", days: 101));
        await records.TryAddAsync(Parked("webhook", "young", days: 99));
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging().AddSingleton<IOrderJournal>(_journal);
        services.AddSingleton<IGiftCardWebhookHandler, Deaf>();
        services.AddGiftCards().ConfigureOrdering(options => options.KeepDetailsFor = TimeSpan.FromDays(100));
        await using var container = services.BuildServiceProvider();
        var dispatching = container.GetServices<IHostedService>().OfType<EventDispatchService>().Single();

        await dispatching.StartAsync(CancellationToken.None);
        await clock.WaitForTimersAsync(1);
        await dispatching.StopAsync(CancellationToken.None);

        foreach (var (kind, id) in new[] { ("webhook-hint", "."), ("webhook", ".."), ("webhook-order", "order") })
        {
            (await records.FindAsync(kind, id)).ShouldBeNull(kind);
        }

        (await records.FindAsync("webhook", "young")).ShouldNotBeNull();
    }

    private static JournalRecord Parked(string kind, string id, int days) =>
        new()
        {
            Kind = kind,
            Id = id,
            Group = "parked",
            CreatedAt = Entries.Noon.AddDays(-days),
            UpdatedAt = Entries.Noon.AddDays(-days),
            Body = "{}",
        };

    private sealed class Deaf : IGiftCardWebhookHandler
    {
        public ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
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
