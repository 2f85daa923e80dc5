using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 4: what is sent again, how often, and when.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task A_lost_request_is_repeated_under_the_same_key_where_a_repeat_never_buys_again()
    {
        var shop = new Shop();
        var keys = new List<(string Key, int Attempt)>();
        shop.Provider.ScriptOrders(submission =>
        {
            keys.Add((submission.ProviderKey, submission.Attempt));
            return submission.Attempt == 1 ? ScriptedEnd.RequestLost : ScriptedEnd.Accepted;
        });

        var order = await shop.PlaceInTimeAsync();

        keys.ShouldBe([("order-1", 1), ("order-1", 2)]);
        order.WasReplayed.ShouldBeFalse();
        (await shop.EntryAsync()).Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task One_call_sends_at_most_as_often_as_the_options_say()
    {
        var shop = new Shop(Profiles.Blind, options: new() { MaxSends = 4 });
        shop.Provider.ScriptOrders(_ => ScriptedEnd.RequestLost);

        await shop.FailAsync<OrderOutcomeUnknownException>();

        shop.Provider.Arrivals.ShouldBe(4);
    }

    [Theory]
    [InlineData(12.0, 2)]
    [InlineData(12.1, 1)]
    [InlineData(-0.1, 1)]
    public async Task A_key_that_is_forgotten_is_repeated_for_half_its_life_only(double hours, int arrivals)
    {
        var shop = new Shop(Profiles.ForADay, options: new() { MaxSends = 1 });
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Clock.SetUtcNow((await shop.EntryAsync()).FirstSentAt!.Value + TimeSpan.FromHours(hours));

        _ = await Record.ExceptionAsync(() => shop.PlaceInTimeAsync());

        shop.Provider.Arrivals.ShouldBe(arrivals);
    }

    [Fact]
    public async Task A_repeat_answered_with_a_conflict_that_names_the_original_is_the_original()
    {
        var shop = new Shop(Profiles.ConflictWithId);
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Miss);

        var order = await shop.PlaceInTimeAsync();

        order.Id.ShouldBe("im1-1");
        order.WasReplayed.ShouldBeFalse();
        shop.Provider.Arrivals.ShouldBe(2);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_definite_refusal_is_not_repeated()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable));

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Reference.ShouldBe(new OrderReference("order-1"));
        failure.ProviderKey.ShouldBe("order-1");
        failure.Account.ShouldBe(Shop.AccountName);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_never_sent_is_tried_again_even_where_a_repeat_buys_again()
    {
        var shop = new Shop(Profiles.Worst);
        shop.Provider.NextOrders(ScriptedEnd.NeverSent, ScriptedEnd.RateLimited());

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeFalse();
        shop.Provider.Ledger.Count.ShouldBe(1);
        (await shop.EntryAsync()).Attempt.ShouldBe(3);
    }

    [Fact]
    public async Task Retry_after_is_waited_for_to_the_tick()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.RateLimited(TimeSpan.FromSeconds(20)));

        var placing = shop.PlaceAsync();
        shop.Clock.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        shop.Provider.Arrivals.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromTicks(1));

        await placing;
        shop.Provider.Arrivals.ShouldBe(2);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(31, 2)]
    public async Task A_retry_after_on_an_open_end_is_waited_for_if_it_fits(int seconds, int lookupsInTwelveSeconds)
    {
        var shop = new Shop(
            Profiles.BuysAgain,
            options: new() { FirstDelay = TimeSpan.FromSeconds(5), MaxDelay = TimeSpan.FromSeconds(5) }
        );
        var busy = new GiftCardException("busy", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist)
        {
            RetryAfter = TimeSpan.FromSeconds(seconds),
        };
        shop.Provider.NextOrders(ScriptedEnd.Throws(busy));

        var placing = shop.PlaceAsync();
        shop.Clock.Advance(TimeSpan.FromSeconds(12));

        shop.Provider.Lookups.ShouldBe(lookupsInTwelveSeconds);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => shop.Clock.LetPassAsync(placing));
    }

    [Fact]
    public async Task A_retry_after_that_does_not_fit_ends_the_call_at_once_and_is_passed_on()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.RateLimited(TimeSpan.FromSeconds(31)));

        var failure = await Should.ThrowAsync<GiftCardException>(() => shop.PlaceAsync());

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(31));
        failure.IsTransient.ShouldBeTrue();
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Refused);
    }

    [Fact]
    public async Task Waits_grow_and_stay_below_their_bound()
    {
        var options = new OrderingOptions
        {
            MaxSends = 10,
            FirstDelay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(4),
        };
        var shop = new Shop(options: options);
        var times = new List<DateTimeOffset>();
        shop.Provider.ScriptOrders(_ =>
        {
            times.Add(shop.Clock.GetUtcNow());
            return ScriptedEnd.RateLimited();
        });

        await shop.FailAsync<GiftCardException>();

        var waits = times.Zip(times.Skip(1), (first, second) => second - first).ToList();
        waits.Count.ShouldBe(9);
        waits[1].ShouldBeGreaterThan(waits[0]);
        waits[^1].ShouldBe(TimeSpan.FromSeconds(4), TimeSpan.FromMilliseconds(250));
        waits.Max().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(4.25));
    }

    [Fact]
    public async Task Seconds_apart_or_hours_apart_the_original_comes_back_from_a_provider_that_remembers()
    {
        var shop = new Shop(Profiles.ForADay);
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost, ScriptedEnd.RequestLost, ScriptedEnd.RequestLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Miss);
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Clock.Advance(TimeSpan.FromHours(11));

        var order = await shop.PlaceInTimeAsync();

        order.WasReplayed.ShouldBeTrue();
        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }
}
