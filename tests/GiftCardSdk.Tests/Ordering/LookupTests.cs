using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rules 5 and 6: what a look-up proves, the quiet time, and where an open order goes from there.</summary>
public sealed class LookupTests
{
    [Fact]
    public async Task A_miss_proves_nothing_before_the_quiet_time_has_passed()
    {
        var shop = await LostAsync(Profiles.BuysAgain);
        shop.Clock.Advance(TimeSpan.FromMinutes(9));

        await shop.FailAsync<OrderOutcomeUnknownException>();

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_miss_after_the_quiet_time_frees_the_reference_and_its_caller_buys_at_last()
    {
        var shop = await LostAsync(Profiles.BuysAgain);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeFalse();
        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
        shop.Log.Entries.ShouldContain(line => line.Id == LogEvents.BelievedAbsent);
    }

    [Fact]
    public async Task The_quiet_time_needs_a_miss_at_its_end_and_not_only_before()
    {
        var shop = await LostAsync(Profiles.BuysAgain);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("an index that is being built"));

        await shop.FailAsync<OrderOutcomeUnknownException>();

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task The_quiet_time_starts_anew_in_a_new_process()
    {
        var shop = await LostAsync(Profiles.BuysAgain);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        shop.Restart();

        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Provider.Arrivals.ShouldBe(1);

        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await shop.PlaceInTimeAsync();
        shop.Provider.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task A_wall_clock_that_jumps_does_not_shorten_the_quiet_time()
    {
        var shop = await LostAsync(Profiles.BuysAgain);
        shop.Clock.SetUtcNow(shop.Clock.GetUtcNow().AddDays(1));

        await shop.FailAsync<OrderOutcomeUnknownException>();

        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_was_sold_late_is_found_at_the_end_of_the_quiet_time()
    {
        var shop = new Shop(Profiles.BuysAgain);
        shop.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(9)));
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Provider.Ledger.ShouldBeEmpty();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeTrue();
        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task A_sale_beyond_the_quiet_time_is_the_double_that_the_documentation_admits()
    {
        var shop = new Shop(Profiles.BuysAgain);
        shop.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(30)));
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await shop.PlaceInTimeAsync();

        shop.Clock.Advance(TimeSpan.FromMinutes(30));

        shop.Provider.SoldUnder("order-1").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failing_look_up_proves_nothing()
    {
        var shop = new Shop(Profiles.BuysAgain with { QuietTime = TimeSpan.Zero });
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Throws(new InvalidDataException("CANARY-3")));

        await shop.FailAsync<OrderOutcomeUnknownException>();

        shop.Provider.Arrivals.ShouldBe(1);
        var entry = await shop.EntryAsync();
        entry.Lookups[^1].Answer.ShouldBe(LookupAnswer.Inconclusive);
        entry.Lookups[^1].Reason.ShouldBe(nameof(InvalidDataException));
    }

    [Fact]
    public async Task A_look_up_that_hangs_ends_with_the_call()
    {
        var shop = new Shop(Profiles.BuysAgain);
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Hangs);
        var start = shop.Clock.GetUtcNow();

        await shop.FailAsync<OrderOutcomeUnknownException>();

        (shop.Clock.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task A_miss_that_proves_nothing_parks_the_order_once_the_quiet_time_has_passed()
    {
        var shop = await LostAsync(Profiles.BuysAgain with { Lookup = LookupAuthority.HitOnly });
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        var failure = await shop.FailAsync<OrderOutcomeUnknownException>();

        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldContain("a person has to decide");
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Parked);
    }

    [Fact]
    public async Task An_order_that_can_neither_be_found_nor_repeated_is_parked_at_once_with_its_reason()
    {
        var shop = await LostAsync(Profiles.Worst);

        var entry = await shop.EntryAsync();
        entry.State.ShouldBe(OrderJournalState.Parked);
        entry.Reason.ShouldNotBeNull().ShouldContain("could buy again");
        shop.Log.Entries.ShouldContain(line => line.Id == LogEvents.Parked);
    }

    [Fact]
    public async Task A_parked_order_is_never_sent_again()
    {
        var shop = await LostAsync(Profiles.Worst);

        (await shop.FailAsync<OrderOutcomeUnknownException>()).Message.ShouldContain("a person has to decide");

        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_order_that_is_found_late_is_accepted()
    {
        var shop = new Shop(Profiles.BuysAgain with { Lookup = LookupAuthority.HitOnly });
        shop.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromHours(1)));
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Clock.Advance(TimeSpan.FromHours(1));

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeTrue();
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_believed_absent_is_looked_for_once_more_before_it_is_sent_anew()
    {
        var shop = await AbsentAsync(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(30)));
        shop.Clock.Advance(TimeSpan.FromMinutes(30));
        var arrivals = shop.Provider.Arrivals;

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeTrue();
        shop.Provider.Arrivals.ShouldBe(arrivals);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_believed_absent_is_not_sent_on_a_look_up_that_proves_nothing()
    {
        var shop = await AbsentAsync(ScriptedEnd.RequestLost);
        shop.Provider.NextLookups(ScriptedLookup.Inconclusive("page cap"));
        var arrivals = shop.Provider.Arrivals;

        await shop.FailAsync<OrderOutcomeUnknownException>();

        shop.Provider.Arrivals.ShouldBe(arrivals);
        (await shop.PlaceInTimeAsync()).WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task An_order_believed_absent_takes_no_other_content()
    {
        var shop = await AbsentAsync(ScriptedEnd.RequestLost);

        (await shop.FailAsync<GiftCardException>(Shop.Request(amount: 26))).Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    [Fact]
    public async Task A_refused_order_may_come_again_with_other_content()
    {
        var shop = new Shop(Profiles.Worst);
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable));
        await shop.FailAsync<GiftCardException>();

        var order = await shop.PlaceAsync(Shop.Request(amount: 50));

        order.WasReplayed.ShouldBeFalse();
        var entry = await shop.EntryAsync();
        entry.Attempt.ShouldBe(2);
        entry.Lines.Single().FaceValue.ShouldBe(Money.Of(50, "EUR"));
        (await shop.FailAsync<GiftCardException>(Shop.Request(amount: 25))).Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    [Fact]
    public async Task The_evidence_of_look_ups_is_kept_and_bounded()
    {
        var shop = await LostAsync(Profiles.BuysAgain);
        for (var i = 0; i < 4; i++)
        {
            await shop.FailAsync<OrderOutcomeUnknownException>();
        }

        var entry = await shop.EntryAsync();
        entry.LookupCount.ShouldBeGreaterThan(JournalEntry.MaxLookups);
        entry.Lookups.Count.ShouldBe(JournalEntry.MaxLookups);
        entry.Lookups.ShouldAllBe(lookup => lookup.Answer == LookupAnswer.NotFound && lookup.Attempt == 1);
    }

    [Fact]
    public async Task One_call_resolves_for_thirty_seconds_and_no_longer()
    {
        var shop = new Shop(Profiles.BuysAgain);
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);

        var placing = shop.PlaceAsync();
        shop.Clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        placing.IsCompleted.ShouldBeFalse();
        shop.Clock.Advance(TimeSpan.FromTicks(1));

        await Should.ThrowAsync<OrderOutcomeUnknownException>(placing);
    }

    /// <summary>An order whose request was lost, placed once.</summary>
    private static async Task<Shop> LostAsync(IdempotencyProfile profile)
    {
        var shop = new Shop(profile);
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);
        await shop.FailAsync<OrderOutcomeUnknownException>();
        return shop;
    }

    /// <summary>An order that is believed absent: found missing after the quiet time by a call that may send no more.</summary>
    private static async Task<Shop> AbsentAsync(ScriptedEnd end)
    {
        var shop = new Shop(Profiles.BuysAgain with { QuietTime = TimeSpan.FromSeconds(10) }, options: new() { MaxSends = 1 });
        shop.Provider.NextOrders(end);
        var failure = await shop.FailAsync<GiftCardException>();
        failure.Message.ShouldContain("believed not to exist");
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Absent);
        return shop;
    }
}
