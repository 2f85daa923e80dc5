using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 9: several processes on one journal, any of which may sleep between its last check and the socket.</summary>
public sealed class SeveralProcessesTests
{
    private readonly FaultyJournal _shared = new(isExclusive: false);

    [Fact]
    public async Task What_another_process_is_sending_is_waited_for()
    {
        var (first, second) = Processes(Profiles.NeverBuysAgain);
        var gate = new TaskCompletionSource();
        first.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var sending = first.PlaceAsync();

        var waiting = second.PlaceAsync();
        second.Clock.Advance(TimeSpan.FromSeconds(5));
        gate.SetResult();

        var order = await second.Clock.LetPassAsync(waiting);
        order.Id.ShouldBe((await sending).Id);
        order.WasReplayed.ShouldBeTrue();
        first.Provider.Arrivals.ShouldBe(1);
        first.Provider.Lookups.ShouldBe(0);
    }

    [Fact]
    public async Task What_another_process_was_refused_in_the_meantime_is_sent_here_by_the_caller_who_waited()
    {
        var (second, waiting) = await WaitForRefusedAsync();

        var order = await second.Clock.LetPassAsync(waiting);

        second.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task A_caller_who_learns_of_the_others_refusal_in_the_last_moment_is_told_that_nothing_was_created()
    {
        var (second, waiting) = await WaitForRefusedAsync();
        // The time is over while the journal is read.
        _shared.BeforeRead = () => second.Clock.Advance(TimeSpan.FromSeconds(31));

        var failure = await Should.ThrowAsync<GiftCardException>(second.Clock.LetPassAsync(waiting));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
        failure.Message.ShouldContain("another process");
        second.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task While_another_process_may_be_sending_nothing_is_sent_here()
    {
        var (first, second) = Processes(Profiles.NeverBuysAgain);
        first.Provider.NextOrders(ScriptedEnd.Hangs);
        _ = first.PlaceAsync();

        await second.FailAsync<OrderOutcomeUnknownException>();

        first.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task When_its_lease_is_over_a_dead_process_is_followed_where_a_repeat_never_buys_again()
    {
        var (_, second) = await DeadSenderAsync(Profiles.NeverBuysAgain);

        var order = await second.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeFalse();
        second.Provider.SoldUnder("order-1").Count.ShouldBe(1);
        (await second.EntryAsync()).Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_send_begun_by_another_process_is_never_repeated_where_a_repeat_buys_again()
    {
        var (_, second) = await DeadSenderAsync(Profiles.BuysAgain);
        await second.FailAsync<OrderOutcomeUnknownException>();
        second.Clock.Advance(TimeSpan.FromHours(1));

        var failure = await second.FailAsync<OrderOutcomeUnknownException>();

        failure.Message.ShouldContain("another process");
        (await second.EntryAsync()).State.ShouldBe(OrderJournalState.Parked);
        second.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_send_whose_end_the_other_process_wrote_down_is_over_and_may_be_followed()
    {
        var (first, second) = Processes(Profiles.BuysAgain);
        first.Provider.NextOrders(ScriptedEnd.RequestLost);
        await first.FailAsync<OrderOutcomeUnknownException>();
        await second.FailAsync<OrderOutcomeUnknownException>();
        second.Clock.Advance(TimeSpan.FromMinutes(10));

        var order = await second.PlaceInTimeAsync();

        second.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task The_quiet_time_starts_anew_when_another_process_has_sent_again()
    {
        var (first, second) = Processes(Profiles.BuysAgain);
        first.Provider.NextOrders(ScriptedEnd.RequestLost);
        await first.FailAsync<OrderOutcomeUnknownException>();
        await second.FailAsync<OrderOutcomeUnknownException>();
        second.Clock.Advance(TimeSpan.FromMinutes(10));
        first.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(5)));
        await first.FailAsync<OrderOutcomeUnknownException>();

        await second.FailAsync<OrderOutcomeUnknownException>();

        first.Provider.Arrivals.ShouldBe(2);
        second.Clock.Advance(TimeSpan.FromMinutes(10));
        (await second.PlaceInTimeAsync()).WasReplayed.ShouldBeTrue();
        first.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_sleeper_that_wakes_after_its_deadline_sends_nothing()
    {
        var (first, second) = Processes(Profiles.NeverBuysAgain);
        var sleep = new TaskCompletionSource();
        first.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = sleep.Task });
        var asleep = first.PlaceAsync();
        first.Clock.Advance(TimeSpan.FromSeconds(131));
        var order = await second.PlaceInTimeAsync();

        sleep.SetResult();

        (await first.Clock.LetPassAsync(asleep)).Id.ShouldBe(order.Id);
        first.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_sleeper_between_its_intent_and_its_send_writes_a_new_intent_first()
    {
        var shop = new Shop(Profiles.BuysAgain, _shared);
        _shared.AfterWrite = entry =>
        {
            if (entry is { State: OrderJournalState.Sending, Attempt: 1 })
            {
                shop.Clock.Advance(TimeSpan.FromSeconds(131));
            }
        };

        await shop.PlaceInTimeAsync();

        (await shop.EntryAsync()).Attempt.ShouldBe(2);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Two_processes_that_begin_at_once_send_once()
    {
        for (var i = 0; i < 50; i++)
        {
            var journal = new FaultyJournal(isExclusive: false);
            var first = new Shop(Profiles.BuysAgain, journal);
            var second = new Shop(Profiles.BuysAgain, journal, clock: first.Clock, provider: first.Provider);
            var barrier = new Barrier(2);

            Task<Order>[] callers = [Start(first, barrier), Start(second, barrier)];
            // The one that wins needs no time to pass; the other waits for it.
            await Task.WhenAny(callers);
            var orders = await first.Clock.LetPassAsync(Task.WhenAll(callers));

            orders[0].Id.ShouldBe(orders[1].Id);
            first.Provider.Arrivals.ShouldBe(1);
        }

        static Task<Order> Start(Shop shop, Barrier barrier) =>
            Task.Run(() =>
            {
                barrier.SignalAndWait(TestContext.Current.CancellationToken);
                return shop.PlaceAsync();
            });
    }

    [Fact]
    public async Task On_a_journal_of_its_own_a_restarted_process_knows_that_the_old_one_is_dead()
    {
        var journal = new FaultyJournal();
        var (_, second) = await DeadSenderAsync(Profiles.BuysAgain, journal);
        await second.FailAsync<OrderOutcomeUnknownException>();
        second.Clock.Advance(TimeSpan.FromMinutes(10));

        var order = await second.PlaceInTimeAsync();

        second.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    private (Shop First, Shop Second) Processes(IdempotencyProfile profile, FaultyJournal? journal = null)
    {
        var first = new Shop(profile, journal ?? _shared);
        return (first, new Shop(profile, first.Journal, clock: first.Clock, provider: first.Provider));
    }

    /// <summary>A process whose caller waits for another one, which is refused meanwhile.</summary>
    private async Task<(Shop Second, Task<Order> Waiting)> WaitForRefusedAsync()
    {
        // Waits so long that the time for finding out would be over before the next step but one.
        var options = new OrderingOptions { FirstDelay = TimeSpan.FromSeconds(20), MaxDelay = TimeSpan.FromSeconds(20) };
        var first = new Shop(Profiles.NeverBuysAgain, _shared);
        var second = new Shop(Profiles.NeverBuysAgain, _shared, options, first.Clock, first.Provider);
        var gate = new TaskCompletionSource();
        first.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable) with { BeforeAnswer = gate.Task });
        var sending = first.PlaceAsync();
        var waiting = second.PlaceAsync();
        gate.SetResult();
        await Should.ThrowAsync<GiftCardException>(sending);
        return (second, waiting);
    }

    /// <summary>A process that wrote its send down and died before the first byte; its lease is over.</summary>
    private async Task<(Shop First, Shop Second)> DeadSenderAsync(IdempotencyProfile profile, FaultyJournal? journal = null)
    {
        var (first, second) = Processes(profile, journal);
        ((FaultyJournal)first.Journal).AfterWrite = _ => throw new IOException("killed");
        await first.FailAsync<GiftCardException>();
        ((FaultyJournal)first.Journal).AfterWrite = null;
        first.Clock.Advance(TimeSpan.FromSeconds(131));
        (await second.EntryAsync()).State.ShouldBe(OrderJournalState.Sending);
        return (first, second);
    }
}
