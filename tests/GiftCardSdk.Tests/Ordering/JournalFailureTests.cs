using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Testing;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 10: a journal that cannot be written stops the order before the send, and what was bought is never thrown away.</summary>
public sealed class JournalFailureTests
{
    private readonly FaultyJournal _journal = new();

    [Fact]
    public async Task Before_the_send_nothing_is_sent()
    {
        var shop = new Shop(journal: _journal);
        _journal.BeforeWrite = _ => throw new IOException("disk full");

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
        failure.Reference.ShouldBe(new OrderReference("order-1"));
        shop.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task What_the_journal_says_of_itself_is_passed_on_and_of_anything_else_the_type_alone()
    {
        var shop = new Shop(journal: _journal);
        _journal.BeforeWrite = _ => throw new OrderJournalException("The disk is full.");
        (await shop.FailAsync<GiftCardException>()).Message.ShouldContain("The disk is full.");

        _journal.BeforeWrite = _ => throw new IOException("CANARY");
        var foreign = await shop.FailAsync<GiftCardException>();
        foreign.Message.ShouldContain(nameof(IOException));
        foreign.Message.ShouldNotContain("CANARY");
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_stops_the_order_without_claiming_that_nothing_exists()
    {
        var shop = new Shop(journal: _journal);
        await shop.PlaceAsync();
        _journal.BeforeRead = () => throw new IOException("gone");

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task After_a_purchase_the_order_is_still_returned_and_a_critical_event_logged()
    {
        var shop = new Shop(journal: _journal);
        _journal.BeforeWrite = FailOn(OrderJournalState.Accepted);

        var order = await shop.PlaceAsync();

        order.Id.ShouldBe("im1-1");
        var line = shop.Log.Entries.Single(line => line.Level == LogLevel.Critical);
        line.Id.ShouldBe(LogEvents.EndNotWritten);
        line.Text.ShouldContain("im1-1");
    }

    [Fact]
    public async Task New_orders_stop_until_what_was_bought_is_written_down()
    {
        var shop = new Shop(journal: _journal);
        _journal.BeforeWrite = FailOn(OrderJournalState.Accepted);
        var bought = await shop.PlaceAsync();

        var stopped = await shop.FailAsync<GiftCardException>(Shop.Request("order-2"));
        var again = await shop.FailAsync<GiftCardException>();
        (stopped.Code, again.Code).ShouldBe((GiftCardErrorCode.JournalUnavailable, GiftCardErrorCode.JournalUnavailable));
        // What cannot be written is the other order's: nothing was ever sent under this reference.
        (stopped.Outcome, again.Outcome).ShouldBe((GiftCardOutcome.NothingCreated, GiftCardOutcome.MayExist));
        shop.Provider.Arrivals.ShouldBe(1);

        _journal.BeforeWrite = null;
        await shop.PlaceAsync(Shop.Request("order-2"));
        var entry = await shop.EntryAsync();
        entry.State.ShouldBe(OrderJournalState.Accepted);
        entry.ProviderOrderIds.ShouldBe([bought.Id]);
    }

    [Fact]
    public async Task A_crash_right_after_a_purchase_that_was_not_written_down_loses_nothing()
    {
        var shop = new Shop(journal: _journal);
        _journal.BeforeWrite = FailOn(OrderJournalState.Accepted);
        var bought = await shop.PlaceAsync();
        _journal.BeforeWrite = null;
        shop.Restart();

        var order = await shop.PlaceInTimeAsync();

        order.Id.ShouldBe(bought.Id);
        order.WasReplayed.ShouldBeTrue();
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recognised()
    {
        var shop = new Shop(journal: _journal);
        _journal.AfterWrite = FailOn(OrderJournalState.Accepted);
        var order = await shop.PlaceAsync();
        _journal.AfterWrite = null;

        (await shop.PlaceAsync()).Id.ShouldBe(order.Id);

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task An_intent_that_may_have_been_written_without_a_send_counts_as_open()
    {
        var shop = new Shop(Profiles.BuysAgain, _journal);
        _journal.AfterWrite = FailOn(OrderJournalState.Sending);
        await shop.FailAsync<GiftCardException>();
        _journal.AfterWrite = null;

        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Provider.Arrivals.ShouldBe(0);

        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        (await shop.PlaceInTimeAsync()).WasReplayed.ShouldBeFalse();
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_purchase_that_contradicts_a_persons_decision_is_returned_and_cried_out()
    {
        var shop = new Shop(Profiles.Worst, _journal);
        _journal.BeforeWrite = entry =>
        {
            if (entry.State == OrderJournalState.Accepted)
            {
                _journal.BeforeWrite = null;
                Decide(shop).GetAwaiter().GetResult();
            }
        };

        var order = await shop.PlaceAsync();

        order.Id.ShouldBe("im1-1");
        shop.Log.Entries.ShouldContain(line => line.Id == LogEvents.BoughtButRefused && line.Level == LogLevel.Critical);
    }

    [Theory]
    [InlineData(OrderJournalState.Accepted)]
    [InlineData(OrderJournalState.Unknown)]
    [InlineData(OrderJournalState.Refused)]
    public async Task A_row_that_the_journal_loses_under_a_send_is_written_anew(OrderJournalState end)
    {
        var shop = new Shop(Profiles.BuysAgain, _journal);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));
        shop.Provider.NextOrders(
            end switch
            {
                OrderJournalState.Accepted => ScriptedEnd.Accepted,
                OrderJournalState.Unknown => ScriptedEnd.AnswerLost,
                _ => ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds),
            }
        );
        _journal.BeforeWrite = entry => LoseAt(shop, entry, end);

        var order = await Record.ExceptionAsync(() => shop.PlaceInTimeAsync());

        (order is null).ShouldBe(end == OrderJournalState.Accepted);
        (await shop.EntryAsync()).State.ShouldBe(end);
        shop.Log.Entries.ShouldContain(line => line.Id == LogEvents.EntryLost && line.Level == LogLevel.Critical);
        (await shop.PlaceAsync(Shop.Request("order-2"))).Id.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_that_was_lost_and_could_not_be_written_is_written_anew_before_the_next_order_and_not_bought_again()
    {
        var shop = new Shop(Profiles.Worst, _journal);
        _journal.BeforeWrite = entry =>
        {
            if (entry.State == OrderJournalState.Accepted)
            {
                _journal.LoseAsync(entry.Identity).GetAwaiter().GetResult();
                throw new IOException("gone");
            }
        };
        var bought = await shop.PlaceAsync();
        _journal.BeforeWrite = null;

        await shop.PlaceAsync(Shop.Request("order-2"));
        shop.Restart();

        (await shop.PlaceInTimeAsync()).Id.ShouldBe(bought.Id);
        shop.Provider.SoldUnder("order-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_that_is_lost_while_its_order_is_looked_up_is_not_taken_for_one_that_was_never_placed()
    {
        var shop = new Shop(Profiles.BuysAgain, _journal);
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Miss);
        _journal.BeforeWrite = entry =>
        {
            if (entry is { State: OrderJournalState.Unknown, LeaseHolder: null })
            {
                _journal.BeforeWrite = null;
                _journal.LoseAsync(entry.Identity).GetAwaiter().GetResult();
            }
        };

        await shop.FailAsync<OrderOutcomeUnknownException>();

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
        shop.Provider.SoldUnder("order-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_not_spoken_when_the_journal_says_that_another_process_has_bought()
    {
        var shop = new Shop(Profiles.NeverBuysAgain, _journal);
        var elsewhere = new Shop(Profiles.NeverBuysAgain, _journal, provider: shop.Provider, clock: shop.Clock);
        shop.Provider.NextOrders(ScriptedEnd.NeverSent);
        _journal.BeforeWrite = entry =>
        {
            if (entry.State == OrderJournalState.Refused)
            {
                // The other process's clock is ahead, so that it takes this one for dead.
                _journal.BeforeWrite = null;
                elsewhere.PlaceAsync().GetAwaiter().GetResult();
            }
        };

        var order = await shop.PlaceInTimeAsync();

        shop.Provider.SoldUnder("order-1").Single().OrderId.ShouldBe(order.Id);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task Two_ids_that_were_seen_for_one_reference_are_both_kept_and_cried_out()
    {
        var shop = new Shop(Profiles.Worst, _journal);
        _journal.BeforeWrite = entry =>
        {
            if (entry.State == OrderJournalState.Accepted)
            {
                _journal.BeforeWrite = null;
                var other = entry with { ProviderOrderIds = ["another"] };
                _journal.TryUpdateAsync(other).AsTask().GetAwaiter().GetResult().ShouldBeTrue();
            }
        };

        var order = await shop.PlaceAsync();

        order.Id.ShouldBe("im1-1");
        (await shop.EntryAsync()).ProviderOrderIds.ShouldBe(["another", "im1-1"]);
        shop.Log.Entries.ShouldContain(line => line.Id == LogEvents.TwoOrders && line.Level == LogLevel.Critical);
    }

    [Fact]
    public async Task A_failing_journal_is_a_failure_as_any_other()
    {
        var shop = new Shop(journal: _journal);
        _journal.BeforeWrite = _ => throw new OrderJournalException("The disk is full.");

        var failure = await shop.FailAsync<GiftCardException>();

        Exception direct = new OrderJournalException("The disk is full.");
        direct.ShouldBeAssignableTo<GiftCardException>()!.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.ToString().Split("The disk is full.").Length.ShouldBe(3, "once for the caller, once for the journal's own");
    }

    private void LoseAt(Shop shop, JournalEntry entry, OrderJournalState end)
    {
        if (entry.State == end)
        {
            _journal.BeforeWrite = null;
            _journal.LoseAsync(shop.Identity()).GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task What_somebody_else_wrote_in_between_is_kept_if_it_knows_more()
    {
        var shop = new Shop(Profiles.Worst, _journal);
        _journal.BeforeWrite = entry =>
        {
            if (entry.State == OrderJournalState.Unknown)
            {
                _journal.BeforeWrite = null;
                AcceptElsewhere(shop).GetAwaiter().GetResult();
            }
        };
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);

        var order = await shop.PlaceInTimeAsync();

        order.Id.ShouldBe("im1-1");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Real_money_does_not_run_on_a_journal_that_a_crash_forgets_if_a_repeat_could_buy_again()
    {
        var memory = new Shop(Profiles.ForADay);
        var real = memory.Account with { Environment = GiftCardEnvironment.Production };

        var refusal = Should.Throw<InvalidOperationException>(() => memory.Coordinator.EnsureJournalSuits(real));

        refusal.Message.ShouldContain("'test'");
        refusal.Message.ShouldContain(nameof(OrderingOptions.AllowMemoryJournalInProduction));
        memory.Coordinator.EnsureJournalSuits(memory.Account);
        new Shop(Profiles.ForADay, _journal).Coordinator.EnsureJournalSuits(real);
        new Shop(Profiles.ForADay, options: new() { AllowMemoryJournalInProduction = true }).Coordinator.EnsureJournalSuits(real);
        var safe = new Shop(Profiles.NeverBuysAgain);
        safe.Coordinator.EnsureJournalSuits(safe.Account with { Environment = GiftCardEnvironment.Production });
        await Task.CompletedTask;
    }

    private static Action<JournalEntry> FailOn(OrderJournalState state) =>
        entry =>
        {
            if (entry.State == state)
            {
                throw new IOException("disk full");
            }
        };

    private static async Task Decide(Shop shop)
    {
        var open = (await shop.EntryAsync()).MoveTo(OrderJournalState.Unknown) with { Reason = "stuck", Version = 2 };
        await shop.Journal.TryUpdateAsync(open);
        var parked = open.MoveTo(OrderJournalState.Parked) with { Decision = new("me", "not in the portal", default), Version = 3 };
        await shop.Journal.TryUpdateAsync(parked);
        (await shop.Journal.TryUpdateAsync(parked.MoveTo(OrderJournalState.Refused) with { Version = 4 })).ShouldBeTrue();
    }

    private static async Task AcceptElsewhere(Shop shop)
    {
        var accepted = (await shop.EntryAsync()).MoveTo(OrderJournalState.Accepted) with { ProviderOrderIds = ["im1-1"], Version = 2 };
        (await shop.Journal.TryUpdateAsync(accepted)).ShouldBeTrue();
    }
}
