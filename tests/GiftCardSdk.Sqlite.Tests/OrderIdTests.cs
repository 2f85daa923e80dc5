using GiftCardSdk.Journal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>An order id of a provider belongs to the first reference of an account that has it, for as long as that is there.</summary>
public sealed class OrderIdTests : IDisposable
{
    private readonly JournalFolder _folder = new();
    private readonly GiftCardSdk.Journal.Relational.RelationalJournal _journal;

    public OrderIdTests() => _journal = _folder.Open();

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_second_reference_with_it_is_recorded_and_does_not_hide_the_first()
    {
        await _journal.TryAddAsync(With("first", "id", "own"));

        (await _journal.TryAddAsync(With("second", "id", "other"))).ShouldBeTrue();

        (await OwnersAsync("id")).ShouldBe(["first"]);
        (await OwnersAsync("own")).ShouldBe(["first"]);
        (await OwnersAsync("other")).ShouldBe(["second"]);
        (await _journal.FindAsync(Entries.Entry("second").Identity)).ShouldNotBeNull().ProviderOrderIds.ShouldBe(["id", "other"]);
    }

    [Fact]
    public async Task One_that_comes_with_an_update_belongs_to_the_updated_one_if_nobody_has_it()
    {
        await _journal.TryAddAsync(With("first"));
        await _journal.TryAddAsync(With("second", "taken"));

        await _journal.TryUpdateAsync(With("first", "id", "taken") with { Version = 2 });
        (await _journal.TryUpdateAsync(With("second", "lost") with { Version = 7 })).ShouldBeFalse();

        (await OwnersAsync("id")).ShouldBe(["first"]);
        (await OwnersAsync("taken")).ShouldBe(["second"]);
        (await OwnersAsync("lost")).ShouldBeEmpty("the write of it did not happen");
    }

    [Fact]
    public async Task Of_many_that_get_it_at_once_one_keeps_it_and_all_are_recorded()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => _journal.TryAddAsync(With($"order-{i}", "id")).AsTask()));

        added.ShouldAllBe(isAdded => isAdded);
        (await OwnersAsync("id")).Count.ShouldBe(1);
        (await _journal.ReadAsync(new())).Count.ShouldBe(64);
    }

    [Fact]
    public async Task Other_accounts_and_other_kinds_of_purchase_have_ids_of_their_own()
    {
        var entry = With("first", "id");
        await _journal.TryAddAsync(entry);
        await _journal.TryAddAsync(entry with { Identity = entry.Identity with { Account = "other" } });
        await _journal.TryAddAsync(entry with { Identity = entry.Identity with { Operation = "payout" } });

        (await OwnersAsync("id")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task It_is_free_once_its_order_was_removed_or_dropped_and_not_before()
    {
        await _journal.TryAddAsync(With("removed", "a"));
        await _journal.TryAddAsync(With("dropped", "b").ToTombstone(Entries.Noon));
        await _journal.TryAddAsync(With("young", "c").ToTombstone(Entries.Noon.AddDays(3)));
        (await _journal.TryRemoveAsync(With("removed", "a") with { Version = 9 })).ShouldBeFalse();
        (await OwnersAsync("a")).ShouldBe(["removed"]);

        (await _journal.TryRemoveAsync(With("removed", "a"))).ShouldBeTrue();
        (await _journal.DropTombstonesAsync(Entries.Noon.AddDays(1))).ShouldBe(1);
        foreach (var id in (string[])["a", "b", "c"])
        {
            await _journal.TryAddAsync(With("new-" + id, id));
        }

        (await OwnersAsync("a")).ShouldBe(["new-a"]);
        (await OwnersAsync("b")).ShouldBe(["new-b"]);
        (await OwnersAsync("c")).ShouldBe(["young"]);
    }

    [Fact]
    public async Task A_renamed_account_keeps_its_orders_and_their_ids()
    {
        _journal.Dispose();
        var provider = new InMemoryGiftCardProvider();
        Order order;
        await using (var before = new Application(_folder.JournalPath, provider))
        {
            order = await before.PlaceAsync();
        }

        var services = new ServiceCollection();
        services.AddGiftCards().UseSqliteJournal(_folder.JournalPath).AddInMemory("renamed", provider);
        await using var container = services.BuildServiceProvider();
        var cards = container.GetRequiredService<IGiftCards>();

        (await cards.Journal.RenameAccountAsync("test", "renamed")).ShouldBe(1);

        // The provider in memory has accounts of its own by their names; what is named here is what would have been returned.
        var again = await Should.ThrowAsync<GiftCardException>(
            cards.GetAccount("renamed").Orders.PlaceAsync(Application.Request("order-1"))
        );
        again.OrderId.ShouldBe(order.Id);
        provider.Arrivals.ShouldBe(1);
        var found = await container
            .GetRequiredService<IOrderJournal>()
            .FindByOrderIdAsync("in-memory", GiftCardEnvironment.Sandbox, order.Id);
        found.ShouldHaveSingleItem().Identity.Account.ShouldBe("renamed");
        _folder.Execute("SELECT COUNT(*) FROM gift_card_order_ids").ShouldBe(1L);
    }

    private static JournalEntry With(string reference, params string[] ids) =>
        Entries.Entry(reference, OrderJournalState.Accepted) with
        {
            ProviderOrderIds = ids,
        };

    private async Task<List<string>> OwnersAsync(string id) =>
        [.. (await _journal.FindByOrderIdAsync("p", GiftCardEnvironment.Sandbox, id)).Select(entry => entry.Identity.Reference.Value)];
}
