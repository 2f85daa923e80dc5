using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirks 9, 13 and 16: lost answers, repeats and keys that are taken.</summary>
public sealed class RepeatTests
{
    public static TheoryData<FaultKind, bool> LostAnswers
    {
        get
        {
            var data = new TheoryData<FaultKind, bool>();
            foreach (
                var kind in new[]
                {
                    FaultKind.ServerErrorBeforeCommit,
                    FaultKind.ServerErrorAfterCommit,
                    FaultKind.CloseAfterCommit,
                    FaultKind.ResetAfterCommit,
                    FaultKind.ResetBeforeCommit,
                    FaultKind.TruncatedBody,
                    FaultKind.BrokenBody,
                    FaultKind.EmptyBody,
                    FaultKind.HtmlBody,
                    FaultKind.Redirect307,
                    FaultKind.LateCommit,
                }
            )
            {
                data.Add(kind, true);
                data.Add(kind, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Quirk_16_a_lost_answer_is_found_by_its_key_or_asked_for_again_and_never_bought_twice(
        FaultKind kind,
        bool isFilterObeyed
    )
    {
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = isFilterObeyed);
        await stage.Account.Orders.PlaceAsync(Requests.Email("another"));
        foreach (var operation in new[] { "branded_cards.order", "choice_cards.order", "reward_links.order" })
        {
            stage.Break(operation, kind);
        }

        OrderRequest[] requests =
        [
            Requests.Email("branded"),
            Requests.Email("choice", Requests.Line(product: Requests.Choice)),
            Requests.Links("links", quantity: 2),
        ];
        var orders = new List<Order>();
        foreach (var request in requests)
        {
            orders.Add(await stage.Account.Orders.PlaceAsync(request));
        }

        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        orders.ShouldAllBe(order => stage.Twin.Ledger.SalesFor(order.Reference!.Value.Value).Single().OrderId == order.Id);
        orders.ShouldAllBe(order => !order.WasReplayed);
        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((4, 0));
    }

    [Theory]
    [InlineData(GiftronautReplay.Snapshot)]
    [InlineData(GiftronautReplay.CurrentOrder)]
    public async Task A_reference_that_a_lost_journal_has_forgotten_returns_the_first_order(GiftronautReplay replay)
    {
        await using var stage = await Stage.StartAsync(twin => twin.Replay = replay);
        var first = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        (again.Id, again.WasReplayed).ShouldBe((first.Id, true));
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("time")]
    [InlineData("name")]
    public async Task A_409_for_the_same_order_with_another_text_returns_the_first_order(string difference)
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1");
        var first = await stage.Account.Orders.PlaceAsync(request);
        await using var restarted = stage.Restarted();
        var changed = difference switch
        {
            "text" => request with { Message = request.Message! with { Body = "Written anew" } },
            "time" => request with { SendAt = stage.Clock.GetUtcNow() + TimeSpan.FromDays(1) },
            _ => request with { Lines = [Requests.Line(name: "M. Holt")] },
        };

        var again = await restarted.Account.Orders.PlaceAsync(changed);

        (again.Id, again.WasReplayed).ShouldBe((first.Id, true));
        (stage.Twin.Ledger.Count, stage.Purchases).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_409_for_an_order_of_another_kind_or_number_is_a_conflict_and_nothing_was_bought()
    {
        await using var stage = await Stage.StartAsync();
        var theirs = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        await using var restarted = stage.Restarted();
        OrderRequest[] others =
        [
            Requests.Email("o-1", Requests.Line(), Requests.Line("jon.pike@panel.example", 15)),
            Requests.Email("o-1", Requests.Line(product: Requests.Choice)),
        ];
        foreach (var other in others)
        {
            var failure = await Should.ThrowAsync<GiftCardException>(() => restarted.Account.Orders.PlaceAsync(other));

            (failure.Code, failure.Outcome, failure.OrderId).ShouldBe(
                (GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated, theirs.Id)
            );
        }

        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_409_for_another_recipient_or_amount_stays_unknown_since_an_address_may_have_been_corrected()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        OrderLine[] others = [Requests.Line("jon.pike@panel.example"), Requests.Line(value: 30)];
        foreach (var other in others)
        {
            await using var restarted = stage.Restarted();

            var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
                restarted.Account.Orders.PlaceAsync(Requests.Email("o-1", other))
            );

            failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        }

        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_409_that_cannot_be_looked_up_is_unknown_and_never_a_refusal()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = false);
        await stage.Account.Orders.PlaceAsync(Requests.Email("another"));
        var request = Requests.Email("o-1");
        await stage.Account.Orders.PlaceAsync(request);
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            restarted.Account.Orders.PlaceAsync(request with { Message = request.Message! with { Body = "Written anew" } })
        );

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        stage.Twin.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_is_still_being_worked_on_is_no_refusal()
    {
        await using var stage = await Stage.StartAsync(twin =>
            (twin.KeyBusyFor, twin.ClientOrderIdHonoured) = (TimeSpan.FromMinutes(10), false)
        );
        await stage.Account.Orders.PlaceAsync(Requests.Email("another"));
        stage.Break("branded_cards.order", FaultKind.CloseAfterCommit);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        stage.Clock.Advance(TimeSpan.FromMinutes(11));
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage.Twin.Requests.For("branded_cards.order").Count(call => call.Status == 409).ShouldBeGreaterThan(0);
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(21, false)]
    [InlineData(22, true)]
    [InlineData(30, true)]
    public async Task A_key_is_not_repeated_once_nine_tenths_of_its_life_are_over(int hours, bool isOver)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = false);
        await stage.Account.Orders.PlaceAsync(Requests.Email("another"));
        stage.Break("branded_cards.order", FaultKind.CloseBeforeCommit, times: 20);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        stage.Twin.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromHours(hours));
        var before = stage.Purchases;

        var failure = await Record.ExceptionAsync(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));

        (failure is OrderOutcomeUnknownException).ShouldBe(isOver);
        (stage.Purchases - before).ShouldBe(isOver ? 0 : 1);
    }

    [Theory]
    [InlineData(30, WireDate.Own, true)]
    [InlineData(1, WireDate.Own, false)]
    [InlineData(30, WireDate.None, true)]
    [InlineData(1, WireDate.None, true)]
    public async Task A_machine_that_slept_and_woke_with_yesterdays_clock_repeats_no_key(int hours, WireDate date, bool isParked)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = false);
        stage.Twin.WriteDate(date.Header());
        var clock = new ShiftedClock(stage.Clock);
        await using var ours = Accounts.At(stage.Twin, clock);
        await ours.Account.Orders.PlaceAsync(Requests.Email("another"));
        stage.Break("branded_cards.order", FaultKind.CloseBeforeCommit, times: 20);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => ours.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        stage.Twin.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromHours(hours));
        clock.Ahead = -TimeSpan.FromHours(hours);
        var before = stage.Purchases;

        var failure = await Record.ExceptionAsync(() => ours.Account.Orders.PlaceAsync(Requests.Email("o-1")));

        (failure is OrderOutcomeUnknownException).ShouldBe(isParked);
        (stage.Purchases - before).ShouldBe(isParked ? 0 : 1);
    }

    [Fact]
    public async Task Within_half_its_life_a_key_that_was_never_taken_is_sent_again()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("branded_cards.order", FaultKind.CloseBeforeCommit, times: 20);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        stage.Twin.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromHours(11));

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task Quirk_15_a_lack_of_money_is_no_retry_and_frees_the_reference()
    {
        await using var stage = await Stage.StartAsync(twin => twin.RefillBelow = null);
        stage.Twin.SetBalance("USD", 74.99m);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        stage.Twin.SetBalance("USD", 75);
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        (failure.Code, failure.Outcome, failure.IsTransient).ShouldBe(
            (GiftCardErrorCode.InsufficientFunds, GiftCardOutcome.NothingCreated, false)
        );
        (order.WasReplayed, stage.Purchases, stage.Twin.GetBalance()).ShouldBe((false, 2, 0m));
    }

    [Fact]
    public async Task Amounts_written_in_another_way_are_the_same_order_down_to_its_bytes()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Email("o-1", Requests.Line(value: 75.00m)));

        again.WasReplayed.ShouldBeTrue();
        stage
            .Twin.Requests.For("branded_cards.order")
            .Select(call => (call.Status, call.Body))
            .ShouldBe([
                (201, stage.Twin.Requests.For("branded_cards.order")[0].Body),
                (200, stage.Twin.Requests.For("branded_cards.order")[0].Body),
            ]);
    }

    [Fact]
    public async Task Many_callers_of_one_reference_buy_once()
    {
        await using var stage = await Stage.StartAsync();

        var orders = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => stage.Account.Orders.PlaceAsync(Requests.Links("o-1"))));

        orders.Select(order => order.Id).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        stage.Twin.Ledger.Count.ShouldBe(1);
    }
}
