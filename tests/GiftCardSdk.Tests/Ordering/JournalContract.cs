using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>What every journal keeps of the seam, whatever it is kept in. Compiled into the tests of each package that brings a journal.</summary>
public abstract partial class JournalContract(IOrderJournal journal)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly IOrderJournal _journal = journal;

    [Fact]
    public async Task An_identity_can_be_added_once()
    {
        (await _journal.TryAddAsync(Entry("a"))).ShouldBeTrue();
        (await _journal.TryAddAsync(Entry("a"))).ShouldBeFalse();
        (await _journal.TryAddAsync(Entry("b"))).ShouldBeTrue();
    }

    [Fact]
    public async Task An_entry_is_replaced_only_by_the_version_after_it()
    {
        await _journal.TryAddAsync(Entry("a"));

        (await _journal.TryUpdateAsync(Entry("a") with { Version = 3 })).ShouldBeFalse();
        (await _journal.TryUpdateAsync(Entry("a") with { Version = 2 })).ShouldBeTrue();
        (await _journal.TryUpdateAsync(Entry("a") with { Version = 2 })).ShouldBeFalse();
        (await _journal.TryUpdateAsync(Entry("never added") with { Version = 2 })).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_many_writers_of_one_version_one_wins()
    {
        await _journal.TryAddAsync(Entry("a"));

        var wins = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(i => Task.Run(async () => await _journal.TryUpdateAsync(Entry("a") with { Version = 2, Attempt = i })))
        );

        wins.Count(won => won).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_unresolved_is_listed_oldest_first()
    {
        await _journal.TryAddAsync(Entry("late", Unknown) with { CreatedAt = Noon.AddHours(1) });
        await _journal.TryAddAsync(Entry("early", Parked));
        await _journal.TryAddAsync(Entry("sending", Sending) with { CreatedAt = Noon.AddMinutes(1) });
        await _journal.TryAddAsync(Entry("done", Accepted));
        await _journal.TryAddAsync(Entry("refused", Refused));

        (await ListAsync(JournalQuery.Unresolved)).ShouldBe(["early", "sending", "late"]);
    }

    [Fact]
    public async Task What_is_open_follows_the_last_write()
    {
        await _journal.TryAddAsync(Entry("a"));
        foreach (
            var (state, i) in ((OrderJournalState[])[Refused, Sending, Unknown, Absent, Sending, Accepted]).Select((state, i) => (state, i))
        )
        {
            (await _journal.TryUpdateAsync(Entry("a", state) with { Version = i + 2 })).ShouldBeTrue();

            var isOpen = state is Sending or Unknown;
            (await ListAsync(JournalQuery.Unresolved)).Count.ShouldBe(isOpen ? 1 : 0, $"as {state}");
        }
    }

    [Fact]
    public async Task Of_what_is_believed_absent_only_what_was_sent_lately_is_listed_if_that_is_asked_for()
    {
        await _journal.TryAddAsync(Entry("old", Absent) with { LastSentAt = Noon });
        await _journal.TryAddAsync(Entry("late", Absent) with { LastSentAt = Noon.AddHours(1) });
        await _journal.TryAddAsync(Entry("never sent", Absent));

        (await ListAsync(new() { States = [Absent], LastSentAfter = Noon })).ShouldBe(["late"]);
        (await ListAsync(new() { States = [Absent] })).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_query_matches_all_that_it_sets()
    {
        await _journal.TryAddAsync(Entry("a", Accepted));
        await _journal.TryAddAsync(Entry("b", Accepted) with { UpdatedAt = Noon.AddHours(1) });
        var other = Entry("c", Accepted);
        await _journal.TryAddAsync(other with { Identity = other.Identity with { Account = "other", Provider = "q" } });

        (await ListAsync(new() { Account = "other" })).ShouldBe(["c"]);
        (await ListAsync(new() { Provider = "q" })).ShouldBe(["c"]);
        (await ListAsync(new() { UpdatedBefore = Noon.AddHours(1) })).ShouldBe(["a", "c"], ignoreOrder: true);
        (await ListAsync(new() { States = [Refused] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_is_found_by_every_id_of_its_provider_that_is_the_main_one_and_its_credentials_are_kept()
    {
        var entry = Entry("a", Accepted) with { ProviderOrderIds = ["o-1", "o-2"], Credentials = ["c1:first", "c1:second"] };
        await _journal.TryAddAsync(entry);
        await _journal.TryAddAsync(Entry("b"));
        await _journal.TryUpdateAsync(Entry("b", Accepted) with { Version = 2, ProviderOrderIds = ["o-3"] });

        var (provider, environment) = (entry.Identity.Provider, entry.Identity.Environment);
        var found = (await _journal.FindByOrderIdAsync(provider, environment, "o-1")).Single();
        found.Credentials.ShouldBe(["c1:first", "c1:second"]);
        found.ProviderOrderIds.ShouldBe(["o-1", "o-2"]);
        (await _journal.FindByOrderIdAsync(provider, environment, "o-3")).Single().Identity.Reference.Value.ShouldBe("b");
        (await _journal.FindByOrderIdAsync(provider, environment, "o-4")).ShouldBeEmpty();
        (await _journal.FindByOrderIdAsync("another", environment, "o-1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_accounts_of_all_orders_are_known_tombstones_included()
    {
        var entry = Entry("a", Accepted);
        await _journal.TryAddAsync(entry);
        await _journal.TryAddAsync(Entry("b"));
        var other = Entry("c", Accepted).ToTombstone(Noon);
        await _journal.TryAddAsync(other with { Identity = other.Identity with { Account = "other" } });

        var accounts = await _journal.ListAccountsAsync();

        accounts.ShouldBe(
            [JournalAccount.Of(entry.Identity), JournalAccount.Of(entry.Identity) with { JournalId = "other" }],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task An_entry_is_removed_only_as_it_was_read()
    {
        await _journal.TryAddAsync(Entry("a"));
        await _journal.TryUpdateAsync(Entry("a", Unknown) with { Version = 2 });

        (await _journal.TryRemoveAsync(Entry("a"))).ShouldBeFalse();
        (await _journal.TryRemoveAsync(Entry("never added"))).ShouldBeFalse();
        (await _journal.TryRemoveAsync(Entry("a") with { Version = 2 })).ShouldBeTrue();

        (await _journal.FindAsync(Entry("a").Identity)).ShouldBeNull();
        (await ListAsync(JournalQuery.Unresolved)).ShouldBeEmpty();
        (await _journal.TryAddAsync(Entry("a"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_tombstone_keeps_what_prevents_a_second_purchase_and_nothing_else()
    {
        var entry = Entry("a", Accepted) with
        {
            Lines = [new("coffee", Money.Of(5, "EUR"), 1, "v1:hash")],
            ProviderOrderIds = ["o1"],
            Lookups = [new(Noon, LookupAnswer.Found, 1)],
        };

        var tombstone = entry.ToTombstone(Noon.AddDays(30));

        tombstone.Lines.ShouldBeEmpty();
        tombstone.Lookups.ShouldBeEmpty();
        tombstone.Fingerprint.ShouldBe(entry.Fingerprint);
        tombstone.ProviderOrderIds.ShouldBe(["o1"]);
        tombstone.State.ShouldBe(Accepted);
        tombstone.PurgedAt.ShouldBe(Noon.AddDays(30));
        await _journal.TryAddAsync(tombstone);
        (await ListAsync(new())).ShouldBeEmpty();
        (await ListAsync(new() { IncludeTombstones = true })).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_purged_order_still_returns_the_original()
    {
        var provider = new InMemoryGiftCardProvider(new(), new ManualTimeProvider());
        var services = new ServiceCollection();
        services.AddSingleton(_journal).AddGiftCards().AddInMemory("test", provider);
        await using var container = services.BuildServiceProvider();
        var orders = container.GetRequiredService<IGiftCards>().GetAccount("test").Orders;
        var request = new OrderRequest
        {
            Reference = "order-1",
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };
        var order = await orders.PlaceAsync(request);
        var identity = new OrderIdentity(provider.Provider, GiftCardEnvironment.Sandbox, "test", OrderIdentity.PlaceOrder, "order-1");
        var entry = (await _journal.FindAsync(identity)).ShouldNotBeNull();
        (await _journal.TryUpdateAsync(entry.ToTombstone(Noon) with { Version = entry.Version + 1 })).ShouldBeTrue();

        (await orders.PlaceAsync(request)).Id.ShouldBe(order.Id);
        provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_member_comes_back_as_it_was_written()
    {
        var full = Entry("Umfrage 81 / Person 1044 \U0001F381", Parked) with
        {
            Version = 1,
            ProviderKey = "g-abc",
            Lines = [new("coffee", Money.Of(25.50m, "EUR"), 3, "v1:hash"), new("tea", Money.Of(1000, "JPY"), 1, null)],
            Delivery = Delivery.Sms,
            Reason = "nobody knows",
            Attempt = 3,
            IsAmbiguous = true,
            FirstSentAt = Noon.AddTicks(1),
            FirstSentAtProvider = Noon.AddTicks(3),
            LastSentAt = Noon.AddMinutes(7).AddTicks(-1),
            ProviderOrderIds = ["o-1", "o-2"],
            RawStatus = "PENDING_X",
            LastErrorCode = GiftCardErrorCode.InvalidRequest,
            LastProviderCode = "E17",
            Lookups = [new(Noon.AddTicks(1), LookupAnswer.Inconclusive, 1, "page cap"), new(Noon.AddSeconds(1), LookupAnswer.NotFound, 3)],
            LookupCount = 40,
            Owner = "owner",
            LeaseHolder = "holder",
            LeaseUntil = Noon.AddMinutes(1),
            Decision = new("me", "not in the portal", Noon.AddHours(2)),
            PurgedAt = Noon.AddDays(1),
            MovedTo = "dear",
        };

        await _journal.TryAddAsync(full);
        await _journal.TryUpdateAsync(full with { Version = 2, LookupCount = 41 });

        var found = (await _journal.FindAsync(full.Identity)).ShouldNotBeNull();
        found.Print().ShouldBe((full with { Version = 2, LookupCount = 41 }).Print());
    }

    [Fact]
    public async Task References_that_differ_in_a_capital_or_a_blank_are_other_orders()
    {
        (await _journal.TryAddAsync(Entry("order-a"))).ShouldBeTrue();
        (await _journal.TryAddAsync(Entry("order-A"))).ShouldBeTrue();
        (await _journal.TryAddAsync(Entry("order a"))).ShouldBeTrue();
        (await _journal.TryAddAsync(Entry("order  a"))).ShouldBeTrue();

        (await _journal.FindAsync(Entry("order-A").Identity)).ShouldNotBeNull().Identity.Reference.Value.ShouldBe("order-A");
        (await _journal.FindAsync(Entry("Order-a").Identity)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_old_tombstones_are_dropped()
    {
        await _journal.TryAddAsync(Entry("old", Accepted).ToTombstone(Noon));
        await _journal.TryAddAsync(Entry("young", Accepted).ToTombstone(Noon.AddDays(2)));
        await _journal.TryAddAsync(Entry("whole", Accepted));

        (await _journal.DropTombstonesAsync(Noon.AddDays(1))).ShouldBe(1);

        (await ListAsync(new() { IncludeTombstones = true })).ShouldBe(["young", "whole"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_key_is_long_stays_the_same_and_differs_between_journals()
    {
        var key = await _journal.GetFingerprintKeyAsync();

        key.Length.ShouldBe(32);
        (await _journal.GetFingerprintKeyAsync()).Span.SequenceEqual(key.Span).ShouldBeTrue();
        (await CreateAnother().GetFingerprintKeyAsync()).Span.SequenceEqual(key.Span).ShouldBeFalse();
    }

    /// <summary>A new journal of the same kind.</summary>
    protected abstract IOrderJournal CreateAnother();

    private async Task<List<string>> ListAsync(JournalQuery query)
    {
        var references = new List<string>();
        await foreach (var entry in _journal.ListAsync(query))
        {
            references.Add(entry.Identity.Reference.Value);
        }

        return references;
    }

    private static JournalEntry Entry(string reference, OrderJournalState state = Sending) =>
        new()
        {
            Identity = new("p", GiftCardEnvironment.Sandbox, "acc", OrderIdentity.PlaceOrder, reference),
            ProviderKey = reference,
            Fingerprint = "v1:x",
            State = state,
            CreatedAt = Noon,
            UpdatedAt = Noon,
        };
}
