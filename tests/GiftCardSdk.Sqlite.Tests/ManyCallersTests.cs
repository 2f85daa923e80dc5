using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Many callers at once, and the end of the journal in the middle of them: each gets an end, and it is the true one.</summary>
public sealed class ManyCallersTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_hundred_and_fifty_six_orders_at_once_are_bought_once_each()
    {
        var provider = new InMemoryGiftCardProvider();
        await using var application = new Application(_folder.JournalPath, provider);

        var orders = await Task.WhenAll(Enumerable.Range(0, 256).Select(i => Task.Run(() => application.PlaceAsync($"order-{i / 2}"))));

        orders.Select(order => order.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(128);
        provider.Ledger.Count.ShouldBe(128);
        (await application.Journal.ReadAsync(new())).ShouldAllBe(entry => entry.State == OrderJournalState.Accepted);
    }

    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA2025", Justification = "That is what is tested.")]
    public async Task Whoever_waits_when_it_is_closed_is_told_the_truth()
    {
        for (var round = 0; round < 10; round++)
        {
            var path = Path.Combine(_folder.Folder, $"{round}.db");
            var journal = _folder.Open(path);
            var writes = Enumerable.Range(0, 200).Select(i => Task.Run(() => TryAsync(journal, $"order-{i}"))).ToList();
            await Task.WhenAny(writes);

            await journal.DisposeAsync();

            var written = await Task.WhenAll(writes);
            using var again = SqliteJournal.Open(new() { Path = path });
            var found = (await again.ReadAsync(new())).Select(entry => entry.Identity.Reference.Value).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < written.Length; i++)
            {
                found.Contains($"order-{i}").ShouldBe(written[i]);
            }
        }
    }

    [Fact]
    public async Task After_it_was_closed_nothing_is_taken_or_read_and_closing_it_again_is_nothing()
    {
        var journal = _folder.Open();
        await journal.DisposeAsync();
        await journal.DisposeAsync();
        journal.Dispose();

        foreach (var use in Uses(journal))
        {
            (await Should.ThrowAsync<OrderJournalException>(use)).Message.ShouldContain("was closed");
        }
    }

    [Fact]
    public async Task A_write_that_cannot_be_made_fails_alone()
    {
        _folder.Open();
        _folder.Execute(
            "CREATE TRIGGER poison BEFORE INSERT ON gift_card_orders WHEN NEW.reference LIKE 'poison%' BEGIN SELECT RAISE(ABORT, 'no'); END"
        );
        var journal = _folder.Open();

        var written = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => TryAsync(journal, i % 10 == 3 ? $"poison-{i}" : $"order-{i}")))
        );

        for (var i = 0; i < written.Length; i++)
        {
            written[i].ShouldBe(i % 10 != 3);
        }

        (await journal.ReadAsync(new())).Count.ShouldBe(90);
    }

    [Fact]
    public async Task Whoever_stops_waiting_goes_and_the_others_are_served()
    {
        var journal = _folder.Open();
        using var lockedBy = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source='{_folder.JournalPath}';Pooling=False");
        lockedBy.Open();
        using var transaction = lockedBy.BeginTransaction();
        using var stop = new CancellationTokenSource();
        var waiting = journal.TryAddAsync(Entries.Entry("stopped"), stop.Token).AsTask();
        var other = journal.TryAddAsync(Entries.Entry("other")).AsTask();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        transaction.Rollback();
        (await other).ShouldBeTrue();
        // Whether the first was written is not known to its caller; it is whole or not there.
        (await journal.FindAsync(Entries.Entry("other").Identity)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_thousand_writes_and_reads_side_by_side_agree()
    {
        var journal = _folder.Open();

        await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 8; i++)
                        {
                            var entry = Entries.Entry($"order-{caller}-{i}");
                            (await journal.TryAddAsync(entry)).ShouldBeTrue();
                            (await journal.FindAsync(entry.Identity)).ShouldNotBeNull().Version.ShouldBe(1);
                            (await journal.TryUpdateAsync(entry with { Version = 2 })).ShouldBeTrue();
                            (await journal.FindAsync(entry.Identity)).ShouldNotBeNull().Version.ShouldBe(2);
                        }
                    })
                )
        );
    }

    private static IEnumerable<Func<Task>> Uses(GiftCardSdk.Journal.Relational.RelationalJournal journal) =>
        [
            () => journal.TryAddAsync(Entries.Entry()).AsTask(),
            () => journal.FindAsync(Entries.Entry().Identity).AsTask(),
            () => journal.GetGapAsync().AsTask(),
            () => journal.TryLeaseAsync("a", "b", TimeSpan.FromSeconds(1)).AsTask(),
            () => journal.ReadAsync(new()),
        ];

    private static async Task<bool> TryAsync(GiftCardSdk.Journal.Relational.RelationalJournal journal, string reference)
    {
        try
        {
            return await journal.TryAddAsync(Entries.Entry(reference));
        }
        catch (OrderJournalException)
        {
            return false;
        }
    }
}
