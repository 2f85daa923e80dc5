using GiftCardSdk.Adapters;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 8: cancellation stops the waiting, never the purchase; callers of one reference share one execution.</summary>
public sealed class CancellationTests
{
    private readonly CancellationTokenSource _caller = new();

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_writes_and_sends_nothing()
    {
        var shop = new Shop();
        await _caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => shop.PlaceAsync(cancellationToken: _caller.Token));

        (await shop.Journal.FindAsync(shop.Identity())).ShouldBeNull();
        shop.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Before_the_hand_over_nothing_is_sent_and_the_journal_says_so()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = gate.Task });
        var placing = shop.PlaceAsync(cancellationToken: _caller.Token);

        await _caller.CancelAsync();

        // Shouldly throws another exception of its own for a task that was cancelled.
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => placing);
        cancelled.CancellationToken.ShouldBe(_caller.Token);
        cancelled.Message.ShouldContain("'order-1'");
        cancelled.Message.ShouldContain("cannot buy twice");
        gate.SetResult();
        await shop.Coordinator.DrainAsync(CancellationToken.None);
        shop.Provider.Arrivals.ShouldBe(0);
        var entry = await shop.EntryAsync();
        entry.State.ShouldBe(OrderJournalState.Refused);
        entry.Reason.ShouldBe("never sent");
    }

    [Fact]
    public async Task What_was_never_sent_can_be_placed_again()
    {
        var shop = new Shop(Profiles.Worst);
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = new TaskCompletionSource().Task });
        var placing = shop.PlaceAsync(cancellationToken: _caller.Token);
        await _caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(placing);

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeFalse();
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_the_hand_over_the_caller_goes_at_once_and_the_purchase_is_finished_and_written_down()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var placing = shop.PlaceAsync(cancellationToken: _caller.Token);

        await _caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(placing);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Sending);
        gate.SetResult();
        await shop.Coordinator.DrainAsync(CancellationToken.None);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_after_a_caller_has_left_shares_the_send_that_goes_on()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var first = shop.PlaceAsync(cancellationToken: _caller.Token);
        await _caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);

        var second = shop.PlaceAsync();
        gate.SetResult();

        (await second).Id.ShouldBe("im1-1");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_adapter_that_does_not_ask_for_its_permit_cannot_be_stopped_and_is_finished()
    {
        var gate = new TaskCompletionSource();
        var shop = new Shop(Profiles.Worst, wrap: adapter => new Unasking(adapter, gate.Task));
        var placing = shop.PlaceAsync(cancellationToken: _caller.Token);
        await _caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(placing);

        gate.SetResult();
        await shop.Coordinator.DrainAsync(CancellationToken.None);

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_waits_so_nothing_is_sent_again_after_a_rate_limit()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.RateLimited(TimeSpan.FromSeconds(5)));
        var placing = shop.PlaceAsync(cancellationToken: _caller.Token);

        await _caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(placing);
        await shop.Coordinator.DrainAsync(CancellationToken.None);
        shop.Provider.Arrivals.ShouldBe(1);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Refused);
    }

    [Fact]
    public async Task Nobody_waits_so_an_open_order_is_looked_up_to_the_end_and_never_sent_again()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromSeconds(20)));
        var placing = shop.PlaceAsync(cancellationToken: _caller.Token);
        await _caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(placing);

        await shop.Clock.LetPassAsync(shop.Coordinator.DrainAsync(CancellationToken.None));

        shop.Provider.Arrivals.ShouldBe(1);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task A_cancelled_repeat_of_an_open_order_stays_open()
    {
        var shop = new Shop(options: new() { MaxSends = 1 });
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Miss);
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = new TaskCompletionSource().Task });
        var repeat = shop.PlaceAsync(cancellationToken: _caller.Token);

        await _caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(repeat);
        await shop.Coordinator.DrainAsync(CancellationToken.None);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Callers_of_one_reference_share_one_execution_and_one_result()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var callers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => shop.PlaceAsync())).ToList();

        gate.SetResult();

        var orders = await Task.WhenAll(callers);
        orders.ShouldAllBe(order => order.Id == "im1-1");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task One_caller_who_leaves_does_not_stop_the_others()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = gate.Task });
        var leaving = shop.PlaceAsync(cancellationToken: _caller.Token);
        var staying = shop.PlaceAsync();

        await _caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leaving);
        gate.SetResult();

        (await staying).Id.ShouldBe("im1-1");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Who_joins_an_execution_with_other_content_is_told_of_the_conflict_and_disturbs_nobody()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = gate.Task });
        var first = shop.PlaceAsync();

        var conflict = await Should.ThrowAsync<GiftCardException>(() => shop.PlaceAsync(Shop.Request(amount: 99)));
        gate.SetResult();

        conflict.Code.ShouldBe(GiftCardErrorCode.Conflict);
        (await first).Lines.Single().FaceValue.ShouldBe(Money.Of(25, "EUR"));
    }

    [Fact]
    public async Task Shutting_down_finishes_what_flies_and_takes_nothing_new()
    {
        var shop = new Shop(Profiles.Worst);
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var flying = shop.PlaceAsync();

        var draining = shop.Coordinator.DrainAsync(CancellationToken.None);

        var refused = await Should.ThrowAsync<GiftCardException>(() => shop.PlaceAsync(Shop.Request("order-2")));
        refused.IsTransient.ShouldBeTrue();
        draining.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await draining;
        (await flying).Id.ShouldBe("im1-1");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Shutting_down_waits_no_longer_than_it_is_let()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = new TaskCompletionSource().Task });
        _ = shop.PlaceAsync();

        var draining = shop.Coordinator.DrainAsync(_caller.Token);
        await _caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(draining);
    }

    [Fact]
    public async Task A_process_that_slept_past_the_deadline_sends_nothing()
    {
        var gate = new TaskCompletionSource();
        var shop = new Shop(Profiles.Worst, options: new() { MaxSends = 1 }, wrap: adapter => new Sleepy(adapter, gate.Task));
        var placing = shop.PlaceAsync();
        shop.Clock.Advance(TimeSpan.FromSeconds(100));
        gate.SetResult();

        var failure = await Should.ThrowAsync<GiftCardException>(placing);

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        shop.Provider.Arrivals.ShouldBe(0);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Refused);
    }

    [Fact]
    public async Task An_adapter_that_ignores_the_end_of_its_time_is_not_waited_for_long()
    {
        var shop = new Shop(Profiles.Worst, wrap: adapter => new Sleepy(adapter, new TaskCompletionSource().Task));

        await shop.FailAsync<OrderOutcomeUnknownException>();

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Parked);
    }

    /// <summary>Sends without a permit, as an adapter with a transport of its own might.</summary>
    private sealed class Unasking(GiftCardAdapter inner, Task gate) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
        {
            await gate;
            return await base.SubmitOrderAsync(submission, CancellationToken.None);
        }
    }

    /// <summary>Sleeps between the coordinator and the transport, and does not look at its token.</summary>
    private sealed class Sleepy(GiftCardAdapter inner, Task gate) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
        {
            await gate;
            return await base.SubmitOrderAsync(submission, CancellationToken.None);
        }
    }
}
