using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Quirks 3, 4 and 15: lost answers, repeats and conflicts. A PO number never buys twice, and a conflict is compared before it counts.</summary>
public sealed class RepeatTests
{
    public static TheoryData<GiftCardPartnersConflictShape> Shapes => [.. Enum.GetValues<GiftCardPartnersConflictShape>()];

    [Theory]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    [InlineData(FaultKind.ServerErrorBeforeCommit)]
    public async Task Q3_a_504_is_looked_up_and_never_bought_twice(FaultKind kind)
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("orders.create", kind, status: 504);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("q3"));

        stage.Twin.Ledger.SalesFor("q3").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        order.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue();
        stage.Twin.Requests.For("orders.create").ShouldAllBe(call => call.Key == "q3");
        stage.Twin.Requests.Count("orders.create").ShouldBe(kind == FaultKind.ServerErrorAfterCommit ? 1 : 2);
    }

    [Fact]
    public async Task Q3_an_order_that_is_committed_after_the_look_up_is_not_bought_twice()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("orders.create", FaultKind.LateCommit, delay: TimeSpan.FromSeconds(20));

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("late"));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        stage.Twin.Ledger.SalesFor("late").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Q4_a_conflict_returns_the_original_order_wherever_its_id_stands(GiftCardPartnersConflictShape shape)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ConflictShape = shape);
        var other = await stage.Account.Orders.PlaceAsync(Requests.Links("other"));
        var first = await stage.Account.Orders.PlaceAsync(Requests.Links("q4"));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Links("q4"));

        (again.Id, again.WasReplayed).ShouldBe((first.Id, true));
        (again.Id == other.Id).ShouldBeFalse();
        again.Rewards.ShouldHaveSingleItem().Link.ShouldBe(first.Rewards[0].Link);
        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((2, 0));
        stage.Twin.Requests.Count("orders.create").ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Q4_another_order_under_the_same_number_is_a_conflict_and_never_taken_for_ours(GiftCardPartnersConflictShape shape)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ConflictShape = shape);
        await stage.Account.Orders.PlaceAsync(Requests.Links("first-of-all"));
        var theirs = await stage.Account.Orders.PlaceAsync(Requests.Links("q4", quantity: 2));
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(() => restarted.Account.Orders.PlaceAsync(Requests.Links("q4")));

        if (shape == GiftCardPartnersConflictShape.WithoutId)
        {
            failure.ShouldBeOfType<OrderOutcomeUnknownException>();
            failure.Message.ShouldContain("which is another order");
        }
        else
        {
            (failure.Code, failure.Outcome, failure.OrderId).ShouldBe(
                (GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated, theirs.Id)
            );
            failure.Message.ShouldContain("which is another order");
            stage.Twin.Requests.Count("orders.create").ShouldBe(3);
        }

        stage.Twin.Ledger.SalesFor("q4").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("type")]
    [InlineData("product")]
    [InlineData("value")]
    [InlineData("quantity")]
    [InlineData("lines")]
    public async Task Q4_type_products_values_and_quantities_are_compared(string difference)
    {
        await using var stage = await Stage.StartAsync();
        var theirs = difference switch
        {
            "type" => Requests.Email("q4"),
            "product" => Requests.Links("q4", Requests.Line("PRODUCTA")),
            "value" => Requests.Links("q4", Requests.Line(value: 5)),
            "quantity" => Requests.Links("q4", quantity: 2),
            _ => Requests.Links("q4", Requests.Line(), Requests.Line(value: 5)),
        };
        var first = await stage.Account.Orders.PlaceAsync(theirs);
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(() => restarted.Account.Orders.PlaceAsync(Requests.Links("q4")));

        (failure.Code, failure.OrderId).ShouldBe((GiftCardErrorCode.Conflict, first.Id));
    }

    [Fact]
    public async Task Q4_lines_may_come_back_in_another_order_or_joined()
    {
        await using var stage = await Stage.StartAsync();
        var (coffee, choice) = (Requests.Line(), Requests.Line("PRODUCTA", 25));
        var first = await stage.Account.Orders.PlaceAsync(Requests.Links("q4", choice, coffee with { Quantity = 2 }));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Links("q4", coffee, coffee, choice));

        (again.Id, again.Rewards.Count).ShouldBe((first.Id, 3));
        again.Rewards.ShouldAllBe(card => card.Line == null && card.Link != null, "which line a card belongs to cannot be told");
    }

    [Fact]
    public async Task Q4_a_pending_original_shows_too_little_to_be_taken_for_ours()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticCompletion = false);
        await stage.Account.Orders.PlaceAsync(Requests.Links("q4", quantity: 30));
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            restarted.Account.Orders.PlaceAsync(Requests.Links("q4", quantity: 30))
        );

        failure.Message.ShouldContain("shows too little");
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Q4_among_several_orders_that_show_no_number_and_look_alike_none_is_guessed()
    {
        await using var stage = await Stage.StartAsync(twin =>
        {
            twin.ConflictShape = GiftCardPartnersConflictShape.SeveralOrderIds;
            twin.ShowPONumber = false;
        });
        await stage.Account.Orders.PlaceAsync(Requests.Links("other"));
        await stage.Account.Orders.PlaceAsync(Requests.Links("q4"));
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            restarted.Account.Orders.PlaceAsync(Requests.Links("q4"))
        );

        failure.Message.ShouldContain("the list of orders shows no PO numbers");
        stage.Twin.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Q4_among_several_orders_that_show_no_number_the_one_that_agrees_is_meant()
    {
        await using var stage = await Stage.StartAsync(twin =>
        {
            twin.ConflictShape = GiftCardPartnersConflictShape.SeveralOrderIds;
            twin.ShowPONumber = false;
        });
        await stage.Account.Orders.PlaceAsync(Requests.Links("other", quantity: 3));
        var first = await stage.Account.Orders.PlaceAsync(Requests.Links("q4"));
        await using var restarted = stage.Restarted();

        (await restarted.Account.Orders.PlaceAsync(Requests.Links("q4"))).Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Q4_an_original_that_cannot_be_read_yet_is_waited_for()
    {
        await using var stage = await Stage.StartAsync(twin => twin.OrderVisibilityDelay = TimeSpan.FromSeconds(2));
        var first = await stage.Account.Orders.PlaceAsync(Requests.Links("q4"));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Links("q4"));

        again.Id.ShouldBe(first.Id);
        stage.Twin.Requests.Count("orders.get").ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Q4_an_original_that_cannot_be_compared_now_is_not_taken_unseen()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Links("q4", quantity: 2));
        await using var restarted = stage.Restarted();
        stage.Twin.Faults.Add(new() { Operation = "orders.get", Kind = FaultKind.ServerErrorBeforeCommit });

        var failure = await Should.ThrowAsync<GiftCardException>(() => restarted.Account.Orders.PlaceAsync(Requests.Links("q4")));

        failure.ShouldBeOfType<OrderOutcomeUnknownException>();
        stage.Twin.Ledger.SalesFor("q4").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Q4_a_lost_answer_to_a_number_of_another_system_ends_unknown_and_not_with_their_order()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Links("q4", quantity: 2));
        await using var restarted = stage.Restarted();
        stage.Break("orders.create", FaultKind.CloseBeforeCommit);

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            restarted.Account.Orders.PlaceAsync(Requests.Links("q4"))
        );

        failure.Message.ShouldContain("which is another order");
        stage.Twin.Ledger.SalesFor("q4").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Q15_a_401_in_the_middle_renews_the_token_once_and_sends_the_same_number()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Links("before"));
        stage.Twin.RevokeTokens();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("q15"));

        stage.Twin.Ledger.SalesFor("q15").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage
            .Twin.Requests.For("orders.create")
            .Select(call => (call.Key, call.Status))
            .ShouldBe([("before", 201), ("q15", 401), ("q15", 201)]);
        stage.Twin.Requests.Count("tokens.create").ShouldBe(2);
    }

    [Fact]
    public async Task A_second_401_ends_the_call()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("orders.create", FaultKind.Unauthorized, times: 5);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("q15")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated));
        stage.Twin.Requests.Count("orders.create").ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_speaks_of_another_order_is_looked_up()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Path.StartsWith("/v1/Products", StringComparison.Ordinal) ? new(Example.OneProduct())
            : request.Method == "POST" ? new(Example.Read("order-get"), 201)
            : new("""{ "Data": [] }""");

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            accounts.Account.Orders.PlaceAsync(Requests.Links("not-that-one"))
        );

        failure.InnerException.ShouldBeOfType<GiftCardException>().Message.ShouldContain("answered with another one");
    }
}
