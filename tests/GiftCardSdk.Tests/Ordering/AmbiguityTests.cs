using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 3: an answer that is neither a readable success nor a definite refusal leaves the order open, and that sticks.</summary>
public sealed class AmbiguityTests
{
    public static TheoryData<string> OpenEnds =>
        ["AnswerLost", "RequestLost", "ServerErrorAfterSale", "ServerError", "Foreign", "ForeignSold"];

    [Theory]
    [MemberData(nameof(OpenEnds))]
    public async Task An_open_end_is_looked_up_before_anything_is_sent_again(string end)
    {
        var shop = new Shop();
        shop.Provider.NextOrders(End(end));
        var arrivalsAtLookup = 0;
        shop.Provider.ScriptLookups(_ =>
        {
            arrivalsAtLookup = shop.Provider.Arrivals;
            return ScriptedLookup.Truth;
        });

        var order = await shop.PlaceInTimeAsync();

        arrivalsAtLookup.ShouldBe(1);
        order.WasReplayed.ShouldBeFalse();
        shop.Provider.SoldUnder("order-1").Single().OrderId.ShouldBe(order.Id);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
    }

    [Theory]
    [MemberData(nameof(OpenEnds))]
    public async Task An_open_end_is_never_repeated_where_a_repeat_buys_again(string end)
    {
        var shop = new Shop(Profiles.Worst);
        shop.Provider.NextOrders(End(end));

        await shop.FailAsync<OrderOutcomeUnknownException>();
        await shop.FailAsync<OrderOutcomeUnknownException>();

        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_cause_of_an_unknown_order_never_says_that_nothing_was_bought_and_stands_there_once(bool isRefused)
    {
        var shop = new Shop(Profiles.NeverBuysAgain);
        var repeat = isRefused ? ScriptedEnd.Refused(GiftCardErrorCode.InvalidRequest) : ScriptedEnd.NeverSent;
        shop.Provider.NextOrders(ScriptedEnd.RequestLost, repeat, repeat);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));

        var unknown = await shop.FailAsync<OrderOutcomeUnknownException>();

        var cause = unknown.InnerException.ShouldBeOfType<GiftCardException>();
        cause.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        cause.Message.ShouldNotContain("was not sent");
        var messages = new List<string>();
        for (Exception? each = unknown; each is not null; each = each.InnerException)
        {
            messages.Add(each.Message);
        }

        messages.ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_send_that_hangs_is_open_when_its_time_is_up()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.HangsAfterSale);

        var order = await shop.PlaceInTimeAsync();

        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
        shop.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(shop.Provider.Ledger.Single().SoldAt + TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task A_refused_repeat_says_nothing_about_the_first_send()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost, ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        shop.Provider.NextLookups(ScriptedLookup.Miss, ScriptedLookup.Miss);

        var order = await shop.PlaceInTimeAsync();

        shop.Provider.Arrivals.ShouldBe(2);
        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task A_refused_repeat_that_cannot_be_decided_stays_unknown_and_tells_why_it_was_refused()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost, ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Miss);

        var failure = await shop.FailAsync<OrderOutcomeUnknownException>();

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
        failure.InnerException.ShouldBeOfType<GiftCardException>().Code.ShouldBe(GiftCardErrorCode.InsufficientFunds);
        shop.Provider.Arrivals.ShouldBe(2);
    }

    /// <summary>A later repeat may yet be answered with the order: an answer that proves nothing is no reason to leave it to a person.</summary>
    [Fact]
    public async Task A_refused_repeat_leaves_an_order_open_while_a_further_one_is_safe_and_the_look_up_proves_nothing()
    {
        var shop = new Shop(Profiles.ConflictWithId);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));
        shop.Provider.ScriptOrders(_ => ScriptedEnd.RequestLost);
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Clock.Advance(Profiles.ConflictWithId.QuietTime);
        shop.Provider.ScriptOrders(_ => ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));

        await shop.FailAsync<OrderOutcomeUnknownException>();

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
    }

    [Fact]
    public async Task A_rate_limited_repeat_is_waited_for_and_repeated()
    {
        var shop = new Shop(Profiles.Blind);
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost, ScriptedEnd.RateLimited(TimeSpan.FromSeconds(7)));

        var order = await shop.PlaceInTimeAsync();

        shop.Provider.Arrivals.ShouldBe(3);
        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task A_foreign_exception_tells_its_type_and_never_its_text()
    {
        var shop = new Shop(Profiles.Worst);
        shop.Provider.NextOrders(ScriptedEnd.Throws(new InvalidDataException("CANARY-CODE-2"), isSold: true));

        var failure = await shop.FailAsync<OrderOutcomeUnknownException>();

        failure.ToString().ShouldNotContain("CANARY-CODE-2");
        failure.ToString().ShouldContain(nameof(InvalidDataException));
        shop.Log.Entries.ShouldAllBe(line => !line.Text.Contains("CANARY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_unknown_says_what_to_do_next()
    {
        var shop = new Shop();
        shop.Provider.ScriptOrders(_ => ScriptedEnd.RequestLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("page cap"));

        var failure = await shop.FailAsync<OrderOutcomeUnknownException>();

        failure.Reference.ShouldBe(new OrderReference("order-1"));
        failure.ProviderKey.ShouldBe("order-1");
        failure.Account.ShouldBe(Shop.AccountName);
        failure.Provider.ShouldBe("in-memory");
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.IsTransient.ShouldBeTrue();
        failure.Message.ShouldContain("Place the same reference again");
        failure.Message.ShouldContain("page cap");
    }

    private static ScriptedEnd End(string name) =>
        name switch
        {
            "AnswerLost" => ScriptedEnd.AnswerLost,
            "RequestLost" => ScriptedEnd.RequestLost,
            "ServerErrorAfterSale" => ScriptedEnd.ServerErrorAfterSale,
            "ServerError" => ScriptedEnd.ServerError,
            "Foreign" => ScriptedEnd.Throws(new InvalidDataException("broken")),
            _ => ScriptedEnd.Throws(new InvalidDataException("broken"), isSold: true),
        };
}
