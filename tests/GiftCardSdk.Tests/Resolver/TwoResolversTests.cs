using GiftCardSdk.Journal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>Several processes on one journal: one looks after an account at a time, and callers go first.</summary>
public sealed class TwoResolversTests
{
    private readonly FaultyJournal _shared = new(isExclusive: false);

    [Fact]
    public async Task Only_one_process_looks_after_an_account()
    {
        var (first, second) = await TwoAfterACrashAsync();
        using var one = new Lookout(first);
        using var two = new Lookout(second);

        (await one.PassAsync()).LookedAt.ShouldBe(1);
        (await two.PassAsync()).ShouldBe(new() { InOtherHands = 1 });
        (await one.PassAsync()).LookedAt.ShouldBe(1);

        first.Provider.Lookups.ShouldBe(2);
    }

    [Fact]
    public async Task Another_process_takes_over_when_the_first_one_is_gone()
    {
        var (first, second) = await TwoAfterACrashAsync();
        using var one = new Lookout(first);
        using var two = new Lookout(second);
        await one.PassAsync();
        first.Clock.Advance(TimeSpan.FromMinutes(3));

        (await two.PassAsync()).LookedAt.ShouldBe(1);
        (await one.PassAsync()).InOtherHands.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_stops_hands_over_at_once()
    {
        var (first, second) = await TwoAfterACrashAsync();
        using var one = new Lookout(first);
        using var two = new Lookout(second);
        await one.PassAsync();

        await one.Resolver.GiveBackAsync();

        (await two.PassAsync()).LookedAt.ShouldBe(1);
    }

    [Fact]
    public async Task A_send_of_another_process_is_left_alone_until_its_lease_is_over()
    {
        var first = NewShop();
        var second = NewShop(first);
        var gate = new TaskCompletionSource();
        first.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var sending = first.PlaceAsync();
        using var two = new Lookout(second);

        (await two.PassAsync()).ShouldBe(new() { InOtherHands = 1 });

        gate.SetResult();
        await sending;
        (await two.PassAsync()).ShouldBe(new());
        first.Provider.Lookups.ShouldBe(0);
    }

    [Fact]
    public async Task A_dead_senders_order_is_parked_where_a_repeat_buys_again_since_the_sender_may_only_be_asleep()
    {
        var (_, second) = await TwoAfterACrashAsync(Profiles.BuysAgain);
        using var two = new Lookout(second);
        await two.PassAsync();
        second.Clock.Advance(TimeSpan.FromMinutes(10));

        (await two.PassAsync()).Parked.ShouldBe(1);

        two.Told.Single().Entry.Reason!.ShouldContain("another process");
    }

    [Fact]
    public async Task A_caller_in_this_process_does_not_wait_for_a_look_up_of_the_resolver()
    {
        var shop = Crashes.NewShop();
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop);
        shop.Provider.NextLookups(ScriptedLookup.Hangs);
        var pass = lookout.Journal.ResolveAsync();
        await shop.Clock.WaitForTimersAsync(1);

        var order = await shop.PlaceAsync();

        order.WasReplayed.ShouldBeTrue();
        (await pass).ShouldBe(new() { InOtherHands = 1 });
        lookout.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_a_caller_is_placing_is_not_looked_up()
    {
        var shop = new Shop();
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var placing = shop.PlaceAsync();
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).InOtherHands.ShouldBe(1);

        gate.SetResult();
        await placing;
        shop.Provider.Lookups.ShouldBe(0);
    }

    [Fact]
    public async Task A_journal_that_is_shared_and_knows_no_leases_is_not_looked_after()
    {
        IOrderJournal bare = new Bare(isExclusive: false);
        IOrderJournal alone = new Bare(isExclusive: true);

        (await bare.TryLeaseAsync("p/Sandbox/a", "me", TimeSpan.FromMinutes(1))).ShouldBeFalse();
        (await alone.TryLeaseAsync("p/Sandbox/a", "me", TimeSpan.FromMinutes(1))).ShouldBeTrue();
    }

    private Shop NewShop(Shop? other = null, IdempotencyProfile? profile = null)
    {
        var shop = new Shop(profile, _shared, clock: other?.Clock, provider: other?.Provider);
        _shared.Clock = shop.Clock;
        return shop;
    }

    /// <summary>Two living processes and an order that a dead one left in the middle; its lease is over.</summary>
    private async Task<(Shop First, Shop Second)> TwoAfterACrashAsync(IdempotencyProfile? profile = null)
    {
        var first = NewShop(profile: profile);
        await first.DieBeforeSendingAsync();
        first.Clock.Advance(TimeSpan.FromSeconds(131));
        (await first.EntryAsync()).State.ShouldBe(Sending);
        return (first, NewShop(first, profile));
    }

    /// <summary>A journal of somebody who does not know of leases.</summary>
    private sealed class Bare(bool isExclusive) : IOrderJournal
    {
        private readonly InMemoryOrderJournal _inner = new();

        public bool IsDurable => true;

        public bool IsExclusive => isExclusive;

        public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
            _inner.GetFingerprintKeyAsync(cancellationToken);

        public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
            _inner.FindAsync(identity, cancellationToken);

        public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            _inner.TryAddAsync(entry, cancellationToken);

        public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            _inner.TryUpdateAsync(entry, cancellationToken);

        public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
            _inner.ListAsync(query, cancellationToken);

        public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
            _inner.DropTombstonesAsync(purgedBefore, cancellationToken);
    }
}
