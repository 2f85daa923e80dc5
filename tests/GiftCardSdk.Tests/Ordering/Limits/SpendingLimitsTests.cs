using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>An account spends what its limits allow and not a cent more.</summary>
public sealed class SpendingLimitsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task One_order_may_not_count_more_than_its_limit()
    {
        await using var store = new Store(new() { PerOrder = [Usd(50)] });
        await store.PlaceAsync(Store.Order("o-1", 25, cards: 2));

        var refused = await store.FailAsync(Store.Order("o-2", 50.01m));

        ShouldBeLimit(refused);
        (refused.IsTransient, refused.RetryAfter).ShouldBe((false, null));
        refused.Message.ShouldContain("PerOrder is 50.00 USD, and it counts 50.01 USD");
        (refused.Account, refused.Reference).ShouldBe(("shop", "o-2"));
        store.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public void A_journal_that_others_share_without_what_was_spent_takes_no_limits()
    {
        var mistake = Should.Throw<InvalidOperationException>(() =>
            new Store(new() { PerDay = [Usd(50)] }, journal: new FaultyJournal(isExclusive: false))
        );

        mistake.Message.ShouldContain("'shop'");
        mistake.Message.ShouldContain(nameof(IOrderJournal.Records));
    }

    [Fact]
    public async Task Orders_of_an_hour_fit_to_the_cent_and_again_once_the_hour_is_over()
    {
        await using var store = new Store(new() { PerHour = [Usd(100)] });
        await store.PlaceAsync(Store.Order("o-1", 60));
        store.Clock.Advance(TimeSpan.FromMinutes(20));
        await store.PlaceAsync(Store.Order("o-2", 40));

        var refused = await store.FailAsync(Store.Order("o-3", 0.01m));

        ShouldBeLimit(refused);
        refused.Message.ShouldContain("PerHour is 100.00 USD, of which 100.00 USD are spent, and it counts 0.01 USD");
        (refused.IsTransient, refused.RetryAfter).ShouldBe((true, TimeSpan.FromMinutes(40)));
        store.Clock.Advance(TimeSpan.FromMinutes(40) - TimeSpan.FromMilliseconds(1));
        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 60)));
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await store.PlaceAsync(Store.Order("o-3", 60));
        ShouldBeLimit(await store.FailAsync(Store.Order("o-4", 0.01m)));
    }

    [Fact]
    public async Task A_day_is_the_last_24_hours()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] });
        await store.PlaceAsync(Store.Order("o-1", 100));
        store.Clock.Advance(23 * Hour);

        (await store.FailAsync(Store.Order("o-2", 1))).RetryAfter.ShouldBe(Hour);

        store.Clock.Advance(Hour);
        await store.PlaceAsync(Store.Order("o-2", 1));
    }

    [Fact]
    public async Task An_order_larger_than_the_limit_of_a_day_is_told_that_it_never_fits()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] });

        var refused = await store.FailAsync(Store.Order("o-1", 101));

        (refused.IsTransient, refused.RetryAfter).ShouldBe((false, null));
        refused.Message.ShouldContain("It can never fit");
    }

    [Fact]
    public async Task A_recipient_is_sent_so_much_a_day_however_the_address_is_written_and_others_are_not_held_up()
    {
        await using var store = new Store(new() { PerRecipientPerDay = [Usd(50)] });
        await store.PlaceAsync(Store.Mail("o-1", 50, "ida@fjord.example"));

        var refused = await store.FailAsync(Store.Mail("o-2", 0.01m, "IDA@fjord.example"));

        ShouldBeLimit(refused);
        refused.Message.ShouldContain("PerRecipientPerDay is 50.00 USD");
        refused.Message.ShouldNotContain("fjord", Case.Insensitive);
        await store.PlaceAsync(Store.Mail("o-3", 50, "ola@fjord.example"));
        await store.PlaceAsync(Store.Order("o-4", 500));
        store.Clock.Advance(24 * Hour);
        await store.PlaceAsync(Store.Mail("o-2", 50, "ida@fjord.example"));
    }

    [Fact]
    public async Task An_order_that_one_limit_refuses_counts_against_none()
    {
        await using var store = new Store(new() { PerHour = [Usd(60)], PerRecipientPerDay = [Usd(50)] });
        await store.PlaceAsync(Store.Mail("o-1", 20, "ola@fjord.example"));
        ShouldBeLimit(await store.FailAsync(Store.Mail("o-2", 41, "ida@fjord.example")));

        store.Clock.Advance(Hour);

        // Nothing of the refused order is left at its recipient.
        await store.PlaceAsync(Store.Mail("o-3", 50, "ida@fjord.example"));
    }

    [Fact]
    public async Task Currencies_are_never_summed_and_one_that_no_limit_names_is_not_spent()
    {
        await using var store = new Store(new() { PerDay = [Usd(100), Money.Of(100, "EUR")], PerOrder = [Usd(100)] });
        await store.PlaceAsync(Store.Order("o-1", 100));
        await store.PlaceAsync(Store.Order("o-2", 100, "cake", "EUR"));

        var refused = await store.FailAsync(Store.Order("o-3", 1, "coffee", "GBP"));

        ShouldBeLimit(refused);
        refused.Message.ShouldContain("none of the limits names GBP");
    }

    [Fact]
    public async Task What_counts_is_the_cost_where_the_catalog_tells_it_and_the_face_value_where_it_does_not()
    {
        await using var store = new Store(new() { PerDay = [Money.Of(100, "EUR")] });
        await store.PlaceAsync(Store.Order("o-1", 50, "coffee", "EUR")); // 48.00
        await store.PlaceAsync(Store.Order("o-2", 25, "tea", "EUR")); // 25.63
        await store.PlaceAsync(Store.Order("o-3", 26.37m, "cake", "EUR")); // unknown

        ShouldBeLimit(await store.FailAsync(Store.Order("o-4", 0.01m, "cake", "EUR")));
    }

    [Fact]
    public async Task The_same_reference_counts_once_however_often_it_is_placed()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] });
        await store.PlaceAsync(Store.Order("o-1", 60));
        (await store.PlaceAsync(Store.Order("o-1", 60))).WasReplayed.ShouldBeTrue();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.PlaceAsync(Store.Order("o-2", 40))));

        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 0.01m)));
        store.Provider.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_order_counts_no_more()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] });
        store.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable));
        (await store.FailAsync(Store.Order("o-1", 100))).Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);

        await store.PlaceAsync(Store.Order("o-2", 40));
        await store.PlaceAsync(Store.Order("o-1", 60));

        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 0.01m)));
    }

    [Fact]
    public async Task An_order_whose_end_is_unknown_counts_until_it_is_believed_absent()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] }, profile: Profiles.BuysAgain);
        store.Provider.NextOrders(ScriptedEnd.RequestLost);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => store.PlaceAsync(Store.Order("o-1", 100)));
        ShouldBeLimit(await store.FailAsync(Store.Order("o-2", 0.01m)));

        store.Clock.Advance(TimeSpan.FromMinutes(11));
        (await store.GiftCards.Journal.ResolveAsync()).Absent.ShouldBe(1);

        await store.PlaceAsync(Store.Order("o-2", 100));
    }

    [Fact]
    public async Task An_absent_order_that_is_found_late_counts_after_all()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] }, profile: Profiles.BuysAgain);
        store.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(30)));
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => store.PlaceAsync(Store.Order("o-1", 100)));
        store.Clock.Advance(TimeSpan.FromMinutes(11));
        (await store.GiftCards.Journal.ResolveAsync()).Absent.ShouldBe(1);
        store.Clock.Advance(TimeSpan.FromMinutes(30));

        (await store.PlaceAsync(Store.Order("o-1", 100))).WasReplayed.ShouldBeTrue();

        ShouldBeLimit(await store.FailAsync(Store.Order("o-2", 0.01m)));
        store.Provider.SoldUnder("o-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_absent_order_that_does_not_fit_any_more_is_not_called_one_that_was_never_bought()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] }, profile: Profiles.BuysAgain);
        store.Provider.NextOrders(ScriptedEnd.RequestLost);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => store.PlaceAsync(Store.Order("o-1", 100)));
        store.Clock.Advance(TimeSpan.FromMinutes(11));
        await store.GiftCards.Journal.ResolveAsync();
        await store.PlaceAsync(Store.Order("o-2", 100));

        var refused = await store.FailAsync(Store.Order("o-1", 100));

        (refused.Code, refused.Outcome).ShouldBe((GiftCardErrorCode.SpendingLimit, GiftCardOutcome.MayExist));
        store.Provider.SoldUnder("o-1").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeat_of_what_may_have_been_bought_is_sent_though_the_limit_is_reached()
    {
        await using var store = new Store(new() { PerDay = [Usd(100)] });
        store.Provider.NextOrders(ScriptedEnd.RequestLost);

        (await store.PlaceAsync(Store.Order("o-1", 100))).WasReplayed.ShouldBeFalse();

        store.Provider.Arrivals.ShouldBe(2);
        ShouldBeLimit(await store.FailAsync(Store.Order("o-2", 0.01m)));
    }

    [Fact]
    public async Task Of_two_processes_that_place_one_reference_the_one_that_is_refused_takes_nothing_from_the_other()
    {
        var (journal, clock) = (new InMemoryOrderJournal(), new ManualTimeProvider());
        var provider = new InMemoryGiftCardProvider(new() { Products = Store.Products, Idempotency = Profiles.NeverBuysAgain }, clock);
        var records = new HeldRecords(journal.Records!, "spending");
        await using var slow = new Store(new() { PerDay = [Usd(1000)], PerRecipientPerDay = [Usd(50)] }, clock, provider, journal, records);
        await using var tight = new Store(new() { PerDay = [Usd(10)], PerRecipientPerDay = [Usd(50)] }, clock, provider, journal);
        var order = Store.Mail("o-1", 50, "ida@fjord.example");

        // The slow one counts at the recipient and not yet at the account when the other one counts there too, and is refused at the account.
        var placing = slow.Account.Orders.PlaceAsync(order);
        await records.Reached;
        ShouldBeLimit(await tight.FailAsync(order));
        records.LetOn();
        await slow.Clock.LetPassAsync(placing);

        ShouldBeLimit(await slow.FailAsync(Store.Mail("o-2", 0.01m, "ida@fjord.example")));
        provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Limits_hold_after_a_restart()
    {
        var (journal, clock) = (new InMemoryOrderJournal(), new ManualTimeProvider());
        await using (var before = new Store(new() { PerDay = [Usd(100)] }, clock, journal: journal))
        {
            await before.PlaceAsync(Store.Order("o-1", 100));
        }

        await using var after = new Store(new() { PerDay = [Usd(100)] }, clock, journal: journal);

        ShouldBeLimit(await after.FailAsync(Store.Order("o-2", 0.01m)));
    }

    [Fact]
    public async Task A_clock_that_goes_back_frees_nothing()
    {
        await using var store = new Store(new() { PerHour = [Usd(100)] });
        await store.PlaceAsync(Store.Order("o-1", 60));
        store.Clock.SetUtcNow(store.Clock.GetUtcNow().AddDays(-3));
        await store.PlaceAsync(Store.Order("o-2", 40));

        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 0.01m)));

        // Set right again, the hour of what was spent meanwhile begins no earlier than it was spent.
        store.Clock.SetUtcNow(store.Clock.GetUtcNow().AddDays(3).AddMinutes(59));
        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 0.01m)));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.PlaceAsync(Store.Order("o-3", 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(-1)]
    public async Task A_process_whose_clock_is_days_off_spends_no_more_than_the_day_allows_and_keeps_nobody_from_it(int days)
    {
        var (journal, clock) = (new InMemoryOrderJournal(), new ManualTimeProvider());
        var off = new ManualTimeProvider(clock.GetUtcNow().AddDays(days));
        var provider = new InMemoryGiftCardProvider(new() { Products = Store.Products, Idempotency = Profiles.NeverBuysAgain }, clock);
        var records = new DatedRecords(journal.Records!, clock);
        var limits = new SpendingLimits { PerDay = [Usd(100)], PerRecipientPerDay = [Usd(50)] };
        await using var right = new Store(limits, clock, provider, journal, records);
        await using var wrong = new Store(limits, off, provider, journal, records);
        await right.PlaceAsync(Store.Mail("o-1", 50, "ida@fjord.example"));
        await wrong.PlaceAsync(Store.Mail("o-2", 50, "ola@fjord.example"));

        ShouldBeLimit(await wrong.FailAsync(Store.Order("o-3", 0.01m)));
        Advance(2 * Hour);
        ShouldBeLimit(await wrong.FailAsync(Store.Mail("o-3", 0.01m, "ida@fjord.example")));
        Advance(22 * Hour);
        await right.PlaceAsync(Store.Mail("o-3", 50, "ida@fjord.example"));
        await wrong.PlaceAsync(Store.Mail("o-4", 50, "ola@fjord.example"));
        ShouldBeLimit(await right.FailAsync(Store.Order("o-5", 0.01m)));

        void Advance(TimeSpan by)
        {
            clock.Advance(by);
            off.Advance(by);
        }
    }

    [Fact]
    public async Task A_machine_that_slept_since_it_was_told_the_time_dates_nothing_back()
    {
        var (journal, clock, own) = (new InMemoryOrderJournal(), new ManualTimeProvider(), new ManualTimeProvider());
        var provider = new InMemoryGiftCardProvider(new() { Products = Store.Products, Idempotency = Profiles.NeverBuysAgain }, clock);
        var limits = new SpendingLimits { PerHour = [Usd(100)] };
        await using var store = new Store(limits, own, provider, journal, new DatedRecords(journal.Records!, clock));
        await store.PlaceAsync(Store.Order("o-1", 0.01m));
        clock.Advance(2 * Hour);
        own.SetUtcNow(own.GetUtcNow() + (2 * Hour));

        await store.PlaceAsync(Store.Order("o-2", 100));
        clock.Advance(TimeSpan.FromMinutes(2));
        own.Advance(TimeSpan.FromMinutes(2));

        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 0.01m)));
    }

    [Fact]
    public async Task Thousands_of_small_orders_add_up_and_what_is_written_down_stays_small()
    {
        var journal = new InMemoryOrderJournal();
        await using var store = new Store(new() { PerDay = [Usd(2000)] }, journal: journal);
        for (var i = 0; i < 2000; i++)
        {
            await store.PlaceAsync(Store.Order($"o-{i}", 1));
            store.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        ShouldBeLimit(await store.FailAsync(Store.Order("o-more", 0.01m)));
        var written = await RecordsAsync(journal, "spending");
        written.ShouldHaveSingleItem().Body.Length.ShouldBeLessThan(40_000);

        // The first of them stand in sums of five minutes, which count until the last moment of them is over.
        store.Clock.Advance(TimeSpan.FromSeconds((24 * 3600) - (2000 * 20)));
        ShouldBeLimit(await store.FailAsync(Store.Order("o-more", 1)));
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        await store.PlaceAsync(Store.Order("o-more", 1));
    }

    [Fact]
    public async Task What_recipients_were_sent_is_forgotten_when_it_counts_no_more()
    {
        var journal = new InMemoryOrderJournal();
        await using var store = new Store(new() { PerRecipientPerDay = [Usd(50)] }, journal: journal);
        await store.PlaceAsync(Store.Mail("o-1", 50, "ida@fjord.example"));
        (await RecordsAsync(journal, "spending-recipient")).ShouldHaveSingleItem().ToString().ShouldNotContain("fjord");

        store.Clock.Advance(50 * Hour);
        await store.PlaceAsync(Store.Mail("o-2", 50, "ola@fjord.example"));

        (await RecordsAsync(journal, "spending-recipient")).ShouldHaveSingleItem().CreatedAt.ShouldBe(store.Clock.GetUtcNow());
    }

    [Fact]
    public async Task If_what_was_spent_cannot_be_written_nothing_is_sent()
    {
        var records = new FailingRecords();
        await using var store = new Store(new() { PerDay = [Usd(100)] }, records: records);

        var refused = await store.FailAsync(Store.Order("o-1", 1));

        (refused.Code, refused.Outcome, refused.IsTransient).ShouldBe(
            (GiftCardErrorCode.JournalUnavailable, GiftCardOutcome.NothingCreated, true)
        );
        refused.Message.ShouldContain("The disk is full.");
        store.Provider.Arrivals.ShouldBe(0);
        records.IsWorking = true;
        await store.PlaceAsync(Store.Order("o-1", 100));
    }

    [Fact]
    public async Task What_was_written_though_its_answer_was_lost_counts_once_when_the_order_comes_again()
    {
        var records = new FailingRecords { LosesAnswers = true };
        await using var store = new Store(new() { PerDay = [Usd(100)] }, records: records);
        (await store.FailAsync(Store.Order("o-1", 60))).Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        records.IsWorking = true;

        await store.PlaceAsync(Store.Order("o-1", 60));

        await store.PlaceAsync(Store.Order("o-2", 40));
        ShouldBeLimit(await store.FailAsync(Store.Order("o-3", 0.01m)));
    }

    [Fact]
    public async Task A_start_fails_whose_limits_name_no_account_of_ours()
    {
        var host = Host.CreateApplicationBuilder();
        host.Services.AddGiftCards()
            .AddInMemory("shop", new InMemoryGiftCardProvider())
            .LimitSpending("shpo", new() { PerDay = [Usd(100)] });
        using var application = host.Build();

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => application.StartAsync());

        failure.Message.ShouldContain("'shpo'");
        failure.Message.ShouldContain("'shop'");
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused_with_what_would_be_right()
    {
        Mistake(new()).ShouldContain("name no amount");
        Mistake(new() { PerOrder = [Usd(0)] }).ShouldContain("PerOrder is 0.00 USD");
        Mistake(new() { PerHour = [Usd(1.005m)] }).ShouldContain("at most 2 decimal places");
        Mistake(new() { PerDay = [Usd(1), Usd(2)] }).ShouldContain("PerDay names USD more than once");
        var builder = new ServiceCollection().AddGiftCards().LimitSpending("shop", new() { PerDay = [Usd(1)] });
        Should
            .Throw<ArgumentException>(() => builder.LimitSpending("shop", new() { PerOrder = [Usd(1)] }))
            .Message.ShouldContain("has spending limits already");
    }

    private static string Mistake(SpendingLimits limits) =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddGiftCards().LimitSpending("shop", limits)).Message;

    private static void ShouldBeLimit(GiftCardException refused) =>
        (refused.Code, refused.Outcome).ShouldBe((GiftCardErrorCode.SpendingLimit, GiftCardOutcome.NothingCreated), refused.Message);

    private static async Task<List<JournalRecord>> RecordsAsync(IOrderJournal journal, string kind)
    {
        var found = new List<JournalRecord>();
        await foreach (var record in journal.Records!.ListAsync(new() { Kind = kind }))
        {
            found.Add(record);
        }

        return found;
    }

    private static Money Usd(decimal amount) => Money.Of(amount, "USD");
}
